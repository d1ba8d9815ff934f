/** Finds what matters in the chat's actions, wherever it stands: added, replaced, pinned, in a ticker, in a replay. */
import { at, type Json, textAt } from '../json.ts';

/** What an item is, by the name of what draws it. */
export type ItemKind = 'superchat' | 'sticker' | 'gifted' | 'membership' | 'jewels' | 'widget';

/** One item with what its ticker says beside it. */
export interface ChatItem {
  readonly kind: ItemKind;
  readonly item: Json;
  /** The ticker that the item is in; null for one in the chat. */
  readonly ticker: Json;
}

const kinds: ReadonlyMap<string, ItemKind> = new Map([
  ['liveChatPaidMessageRenderer', 'superchat'],
  ['liveChatPaidStickerRenderer', 'sticker'],
  ['liveChatSponsorshipsGiftPurchaseAnnouncementRenderer', 'gifted'],
  ['liveChatMembershipItemRenderer', 'membership'],
  ['liveChatLegacyPaidMessageRenderer', 'membership'],
  ['giftMessageViewModel', 'jewels'],
  ['interactivityWidgetRenderer', 'widget'],
]);

/** What a ticker shows, for those whose item is not told along with it. */
const tickers: ReadonlyMap<string, ItemKind> = new Map([
  ['liveChatTickerPaidMessageItemRenderer', 'superchat'],
  ['liveChatTickerPaidStickerItemRenderer', 'sticker'],
  // Also of somebody who became a member: then it has no number.
  ['liveChatTickerSponsorItemRenderer', 'gifted'],
]);

/** Whether a text may hold any of it: everything else is stepped over unread. */
export const mayHoldItems = (text: string): boolean =>
  /liveChat(?:Paid|Legacy|Membership|SponsorshipsGiftPurchase|Ticker)|giftMessageViewModel|interactivityWidgetRenderer/.test(
    text,
  );

/** The items in `actions`, in their order. */
export function itemsIn(actions: Json): ChatItem[] {
  const found: ChatItem[] = [];
  // A list of its own instead of recursion: data can be nested deeper than calls can.
  const open: { value: Json; ticker: Json }[] = [{ value: actions, ticker: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, ticker } = next;
    if (typeof value !== 'object' || value === null) continue;
    const inside: typeof open = [];
    for (const [name, child] of Object.entries<Json>(value)) {
      const kind = kinds.get(name);
      const shown = tickers.get(name);
      if (kind !== undefined) {
        found.push({ kind, item: child, ticker });
      } else if (shown === undefined) {
        inside.push({ value: child, ticker });
      } else if (at(child, 'showItemEndpoint') !== null) {
        inside.push({ value: at(child, 'showItemEndpoint'), ticker: child });
      } else {
        found.push({ kind: shown, item: child, ticker: child });
      }
    }
    open.push(...inside.reverse());
  }
  return found;
}

/** Text as YouTube writes it: as a whole, in runs, or as content. */
export function wordsOf(value: Json): string {
  const runs = at(value, 'runs');
  return (
    textAt(value, 'simpleText') ||
    textAt(value, 'content') ||
    (Array.isArray(runs) ? runs.map((run) => textAt(run, 'text')).join('') : '')
  );
}

/** The first object that has a text called `name`, anywhere inside; null where there is none. */
export function holding(value: Json, name: string): Json {
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (textAt(next, name) !== '') return next;
    open.push(...Object.values<Json>(next).reverse());
  }
  return null;
}

/** The first text that is called `name`, anywhere inside; empty where there is none. */
export function textInside(value: Json, name: string): string {
  return textAt(holding(value, name), name);
}
