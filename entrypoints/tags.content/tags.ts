import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { formatMoney } from '../../components/format.ts';
import { costOf, type UnitRate } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import { onMessage, sendMessage, type TagPrices } from '../../utils/messaging/protocol.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { giftCellsAt } from '../../utils/platforms/gift-cells.ts';
import { KnownGifts } from '../../utils/platforms/known-gifts.ts';
import type { GiftCells } from '../../utils/platforms/types.ts';
import { PanelTags, type WordsFor } from './panel-tags.ts';
import { removeAllTags } from './tag-element.ts';

/** How often prices are asked for although none were told: a worker can die before it tells. */
const ASK_MS = 30_000;
/** How soon tags are gone after the extension is. */
const INVALID_MS = 1_000;
/** Longer amounts are shortened: cells are narrow. */
const FIT = 10;

/** Starts the price tags of a page. It asks the background for prices and tells it nothing. */
export async function startTags(ctx: ContentScriptContext): Promise<void> {
  const cells = giftCellsAt(new URL(location.href));
  if (cells !== null) await new Tags(ctx, cells).start();
}

class Tags {
  readonly #ctx: ContentScriptContext;
  readonly #cells: GiftCells;
  #prices: TagPrices | null = null;
  #told = '';
  #panel: PanelTags | null = null;

  constructor(ctx: ContentScriptContext, cells: GiftCells) {
    this.#ctx = ctx;
    this.#cells = cells;
  }

  async start(): Promise<void> {
    // Those of a copy of this script that an update ended.
    removeAllTags();
    const ctx = this.#ctx;
    ctx.onInvalidated(() => this.#stop());
    // Looking whether the extension is still there is what ends the script once it is not.
    ctx.setInterval(() => undefined, INVALID_MS);
    ctx.onInvalidated(onMessage('tagPricesChanged', ({ data }) => this.#take(data)));
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => this.#draw(newUrl));
    ctx.setInterval(() => document.hidden || void this.#ask(), ASK_MS);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    // Without an answer the worker is about to be replaced; what is shown stays until the new one speaks.
    const prices = await sendMessage('tagPrices', undefined).catch(() => undefined);
    if (prices !== undefined) this.#take(prices);
  }

  #take(prices: TagPrices | null): void {
    const told = JSON.stringify(prices);
    if (told === this.#told || this.#ctx.isInvalid) return;
    this.#told = told;
    this.#prices = prices;
    this.#stop();
    this.#draw();
  }

  #draw(url = new URL(location.href)): void {
    if (this.#prices === null || !this.#cells.showsPanel(url)) {
      this.#stop();
      return;
    }
    if (this.#panel !== null) return;
    const { gifts, rate } = this.#prices;
    const known = new KnownGifts(this.#cells, gifts);
    this.#panel = new PanelTags(this.#ctx, known, wordsAt(rate));
    this.#panel.start();
  }

  #stop(): void {
    this.#panel?.stop();
    this.#panel = null;
  }
}

/** What a tag says: the price in money as the viewer writes it. */
export function wordsAt(rate: UnitRate, locale = navigator.language): WordsFor {
  const known = new Map<number, string>();
  return (coins) => {
    const words = known.get(coins) ?? priceWords(coins, rate, locale);
    known.set(coins, words);
    return words;
  };
}

function priceWords(coins: number, rate: UnitRate, locale: string): string {
  const money = formatMoney(costOf(units(coins), rate), locale, FIT);
  // "Less than" says already that it is not exact.
  return money.startsWith('<') ? money : translate('priceTag', [money]);
}
