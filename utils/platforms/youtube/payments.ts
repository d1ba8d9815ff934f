import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { AccountId, EntryId, GiftId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { at, type Json, listAt, numberAt, textAt } from '../json.ts';
import { believedTime, checkedCount, checkedUnits, keptAddress, keptName } from '../limits.ts';
import { wholeNumber } from '../number-text.ts';
import type { PricePlace } from '../price-text.ts';
import { Refused } from '../refused.ts';
import { shortHash } from '../short-hash.ts';
import { readPaid } from './amount-text.ts';
import { type ChatItem, wordsOf } from './chat-items.ts';
import { plainId, timeOfId } from './tokens.ts';

/** What is known around an item. */
export interface Surroundings {
  readonly seen: EpochMs;
  readonly room: RoomId;
  readonly place: PricePlace;
  readonly evidence: GiftSeen['evidence'];
}

const nothing = {
  type: 'gift',
  platform: 'youtube',
  recipient: null,
  gift: null,
  unit: null,
  unitPrice: null,
  count: 1,
  ended: true,
  added: null,
} as const;

const wares = {
  superchat: { id: 'super-chat', name: 'Super Chat' },
  sticker: { id: 'super-sticker', name: 'Super Sticker' },
} as const;

/** Reads one item as a payment; null for what is none. Refuses as `missing-id` what has no id. */
export function readPayment(
  { kind, item, ticker }: ChatItem,
  around: Surroundings,
): GiftSeen | null {
  const id = idOf(textAt(item, 'id') || textAt(ticker, 'id'));
  const base = {
    ...nothing,
    key: `youtube:${kind}:${id}` as EntryId,
    room: around.room,
    at: timeOf(item, id, around.seen),
    sender: senderOf(item, ticker),
    evidence: around.evidence,
  };
  switch (kind) {
    case 'superchat':
    case 'sticker': {
      const text = wordsOf(at(item, 'purchaseAmountText')) || wordsOf(at(ticker, 'amount'));
      return { ...base, kind: 'gift', ...readPaid(text, wares[kind], around.place) };
    }
    case 'gifted':
      return { ...base, kind: 'subscription', ...countOf(item, ticker) };
    case 'membership':
      // A milestone is a message that members of long standing may write: nothing is paid.
      return at(item, 'headerPrimaryText') === null ? { ...base, kind: 'subscription' } : null;
    case 'jewels':
      return { ...base, kind: 'gift', unit: 'youtube:jewel', ...readJewels(item) };
    case 'widget':
      return null;
  }
}

/** An id in its one form. Own messages' ids are longer than the ids of people and gifts may be. */
function idOf(text: string): string {
  const id = plainId(text);
  if (!/^[\w.-]{1,200}$/.test(id)) {
    throw new Refused('missing-id', id.slice(0, 20));
  }
  return id;
}

function timeOf(item: Json, id: string, seen: EpochMs): EpochMs {
  const micros = numberAt(item, 'timestampUsec') ?? 0;
  return believedTime(micros > 0 ? Math.floor(micros / 1000) : (timeOfId(id) ?? 0), seen);
}

function senderOf(item: Json, ticker: Json): Person | null {
  const name =
    wordsOf(at(item, 'authorName')) ||
    wordsOf(at(item, 'header', 'liveChatSponsorshipsHeaderRenderer', 'authorName'));
  return personOf(
    textAt(item, 'authorExternalChannelId') || textAt(ticker, 'authorExternalChannelId'),
    name,
  );
}

/**
 * Somebody in the chat. Names that begin with `@` are handles. Whom a message only names has an id that stands in and
 * sorts before all channels', so that it gives way to one. Null where there is neither.
 */
export function personOf(channel: string, written: string): Person | null {
  const name = keptName(written.trim());
  const handle = name.startsWith('@') ? name.slice(1) : '';
  if (/^[\w-]{1,64}$/.test(channel)) {
    return { id: channel as AccountId, handle, name };
  }
  return name === ''
    ? null
    : { id: `.${shortHash(name.toLowerCase())}` as AccountId, handle, name };
}

/** How many memberships: the first run that is a number and nothing else, since languages put it in different places. */
function countOf(item: Json, ticker: Json): Pick<GiftSeen, 'count' | 'ended'> {
  const header = at(item, 'header', 'liveChatSponsorshipsHeaderRenderer', 'primaryText');
  const texts = [header, at(ticker, 'detailText')].flatMap((text) => [
    ...listAt(text, 'runs').map((run) => textAt(run, 'text')),
    textAt(text, 'simpleText'),
  ]);
  for (const text of texts) {
    try {
      return { count: checkedCount(wholeNumber(text)), ended: true };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  // A ticker alone may as well be that of somebody who became a member.
  if (item === ticker) throw new Refused('bad-message', 'sponsor');
  // At least one. Not ended, so that it is shown as unconfirmed.
  return { count: 1, ended: false };
}

/**
 * A gift in Jewels: each item is one gift, also where it says that it is one of a combo. The first item of a combo comes
 * again later with the sum of them all, which is never its price. Words other than English are not read: the picture
 * tells which gift it is.
 */
function readJewels(item: Json): Pick<GiftSeen, 'gift' | 'unitPrice' | 'added'> {
  const text = wordsOf(at(item, 'text'));
  const [, combo, name = '', jewels] =
    /^(?:sent|comboed x(\d+)) (.+?)(?: for ([\d,]+) Jewels?)?$/.exec(text) ?? [];
  const price =
    combo !== undefined || jewels === undefined
      ? null
      : checkedUnits(Number(jewels.replaceAll(',', '')));
  const address = listAt(item, 'giftImage', 'sources')
    .map((source) => textAt(source, 'url'))
    .find((url) => url !== '');
  const asset = /\/pdg\/gift\/assets\/([\w-]{1,64})\.\w+/.exec(address ?? '')?.[1];
  return {
    gift: {
      // Names are no keys: what stands in for an id gives way to the picture's.
      id: (asset ?? `.${shortHash(name || text)}`) as GiftId,
      name: keptName(name),
      icon: keptAddress((address ?? '').replace(/^\/\//, 'https://')),
    },
    unitPrice: price,
    added: price,
  };
}
