import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { judgeSending, type SendingVerdict } from '../../utils/core/guard.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { type LetThrough, settled, unitsUnderWay } from '../../utils/core/under-way.ts';
import { units } from '../../utils/core/units.ts';
import {
  type GuardGifts,
  type GuardState,
  onMessage,
  sendMessage,
} from '../../utils/messaging/protocol.ts';
import { giftCellsAt } from '../../utils/platforms/gift-cells.ts';
import { giftPanelAt } from '../../utils/platforms/gift-panels.ts';
import { KnownGifts } from '../../utils/platforms/known-gifts.ts';
import {
  anySendControl,
  findAgain,
  isInGift,
  type PanelKnowledge,
  type SendControl,
  sendControlAt,
} from '../../utils/platforms/send-control.ts';
import { siteOf } from '../../utils/platforms/sites.ts';
import type { GiftCells, GiftPanel, Site } from '../../utils/platforms/types.ts';
import { Asking } from './asking.tsx';
import { Presses } from './presses.ts';
import { Sendings } from './sendings.ts';

/** How often is asked although nothing was told: a worker can die before it tells. */
const ASK_MS = 30_000;
/** How soon is asked again where there was no answer at all yet. */
const RETRY_MS = 1_000;
/** How long the page may take to send what was confirmed. */
const TAKEN_MS = 5_000;
/** How long a press of the user's own goes through after that. */
const GRANT_MS = 60_000;
/** How long a panel may take to show what sends, once a gift in it was pressed. */
const SHOWN_MS = 1_500;

/** Starts the guard of a page. Until the background says that it is on, it does nothing but ask. */
export async function startGuard(ctx: ContentScriptContext): Promise<void> {
  const url = new URL(location.href);
  const [site, cells, panel] = [siteOf(url), giftCellsAt(url), giftPanelAt(url)];
  if (site !== null && cells !== null && panel !== null) {
    await new Guard(ctx, site, cells, panel).start();
  }
}

/** What is there only while the guard is on. */
interface Watch {
  readonly presses: Presses;
  readonly sendings: Sendings;
}

class Guard {
  readonly #ctx: ContentScriptContext;
  readonly #site: Site;
  readonly #cells: GiftCells;
  readonly #panel: GiftPanel;
  readonly #startedAt = performance.now();
  #answered = false;
  #takenAt = performance.now();
  #state: GuardState | null = null;
  #gifts: GuardGifts = {};
  #giftsAsked = '';
  #about: PanelKnowledge | null = null;
  #watch: Watch | null = null;
  #letThrough: readonly LetThrough[] = [];
  #asking: Asking | null = null;
  /** One press that goes through whatever it costs. */
  #grant: { readonly of: SendControl; readonly until: number } | null = null;
  #noted = '';

  constructor(ctx: ContentScriptContext, site: Site, cells: GiftCells, panel: GiftPanel) {
    this.#ctx = ctx;
    this.#site = site;
    this.#cells = cells;
    this.#panel = panel;
  }

  async start(): Promise<void> {
    const ctx = this.#ctx;
    ctx.onInvalidated(() => this.#stop());
    ctx.onInvalidated(onMessage('guardChanged', ({ data }) => this.#take(data)));
    ctx.addEventListener(window, 'wxt:locationchange', () => {
      this.#asking?.close();
      this.#letThrough = [];
      void this.#ask();
    });
    ctx.setInterval(() => document.hidden || void this.#ask(), ASK_MS);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    // Without an answer the worker is about to be replaced; what is known holds until the new one speaks.
    const state = await sendMessage('guardState', undefined).catch(() => undefined);
    if (state !== undefined) this.#take(state);
    else if (!this.#answered) this.#ctx.setTimeout(() => void this.#ask(), RETRY_MS);
  }

  #take(state: GuardState | null): void {
    if (this.#ctx.isInvalid) return;
    const since = this.#answered ? performance.now() : this.#startedAt;
    this.#answered = true;
    this.#takenAt = performance.now();
    const before = this.#state;
    this.#state = state;
    if (state === null) {
      this.#stop();
      return;
    }
    // Another stream's sum says nothing of what is under way.
    const sameStream = before?.creator === state.creator;
    this.#letThrough = settled(this.#letThrough, sameStream ? state.sent - before.sent : 0);
    this.#begin(since);
    void this.#askGifts(state.gifts);
    this.#watch?.presses.judgeAgain();
  }

  async #askGifts(wanted: string): Promise<void> {
    if (wanted === this.#giftsAsked) return;
    this.#giftsAsked = wanted;
    const gifts = await sendMessage('guardGifts', undefined).catch(() => null);
    if (gifts === null) {
      this.#giftsAsked = '';
      return;
    }
    this.#gifts = gifts;
    const prices = Object.entries(gifts).map(([key, gift]) => [key, gift.prices] as const);
    const known = new KnownGifts(this.#cells, Object.fromEntries(prices));
    this.#about = { known, panel: this.#panel };
  }

  #begin(since: number): void {
    if (this.#watch !== null) return;
    const presses = new Presses({
      find: (target) => this.#find(target),
      isHeld: (found) => this.#asking?.isSending === true || this.#judge(found).held,
      onHeld: (found) => this.#hold(found),
      onThrough: (found) => this.#pass(found),
      takesKey: (event) => this.#asking?.takesKey(event) === true,
      onOther: (target) => this.#other(target),
    });
    const sendings = new Sendings(
      this.#panel,
      () => presses.isDown,
      () => this.#note(),
    );
    this.#watch = { presses, sendings };
    presses.start();
    sendings.start(since);
  }

  #stop(): void {
    this.#asking?.close();
    this.#watch?.presses.stop();
    this.#watch?.sendings.stop();
    this.#watch = null;
    this.#grant = null;
  }

  #find(target: Element): SendControl | null {
    return this.#about !== null && this.#cells.showsPanel(new URL(location.href))
      ? sendControlAt(target, this.#about)
      : null;
  }

  #judge(found: SendControl): SendingVerdict {
    const state = this.#state;
    if (state === null || this.#isGranted(found)) return { held: false };
    const now = this.#nowBy(state);
    return judgeSending(
      {
        platform: this.#site.id,
        creator: state.creator,
        picture: found.key,
        unit: this.#cells.unit,
        unitPrice: found.price === null ? null : units(found.price),
        count: 1,
      },
      {
        settings: state.settings,
        rate: state.rate,
        touched: state.touched,
        underWay: unitsUnderWay(this.#letThrough, now),
        now,
      },
    );
  }

  /** The moment it is: as told with the state, and what passed since by a clock that nobody can set. */
  #nowBy({ now }: GuardState): EpochMs {
    return epochMs(now + Math.max(0, Math.round(performance.now() - this.#takenAt)));
  }

  #isGranted({ key, kind, price }: SendControl): boolean {
    const grant = this.#grant;
    return (
      grant !== null &&
      performance.now() < grant.until &&
      grant.of.key === key &&
      grant.of.kind === kind &&
      grant.of.price === price
    );
  }

  #pass(found: SendControl): void {
    if (this.#isGranted(found)) {
      this.#grant = null;
      this.#asking?.close();
    }
    this.#letThrough = [
      ...this.#letThrough,
      {
        units: units(found.price ?? 0),
        at: this.#state === null ? epochMs(Date.now()) : this.#nowBy(this.#state),
      },
    ];
    this.#watch?.sendings.letThrough();
  }

  #hold(found: SendControl): void {
    const verdict = this.#judge(found);
    if (this.#state === null || !verdict.held || this.#asking?.isSending === true) return;
    this.#asking?.close();
    const { settings, zone } = this.#state;
    const asking = new Asking(this.#ctx, {
      held: {
        gift: this.#gifts[found.key]?.name ?? '',
        cost: verdict.cost,
        reasons: verdict.reasons,
        waitSeconds: settings.waitSeconds,
      },
      zone,
      control: found.control,
      onSend: () => this.#send(found),
      onEnd: () => {
        if (this.#asking === asking) this.#asking = null;
      },
    });
    this.#asking = asking;
    void asking.open();
  }

  /** Presses once what was held. Where the page does not send by that, a press of the user's own goes through once. */
  async #send(found: SendControl): Promise<boolean> {
    const watch = this.#watch;
    const control = this.#about === null ? null : findAgain(found, this.#about);
    if (watch !== null && control !== null) {
      const taken = watch.sendings.next(TAKEN_MS);
      watch.presses.pressOnce(control);
      if (await taken) return true;
    }
    this.#grant = { of: found, until: performance.now() + GRANT_MS };
    return false;
  }

  /** Where a gift in the panel is pressed and nothing comes that would send it, the panel is not understood. */
  #other(target: Element): void {
    if (this.#about === null || this.#find(target) !== null || !isInGift(target, this.#about)) {
      return;
    }
    this.#ctx.setTimeout(() => {
      if (this.#about !== null && this.#watch !== null && !anySendControl(this.#about)) {
        this.#note();
      }
    }, SHOWN_MS);
  }

  /** Says so in capture health, once a page. */
  #note(): void {
    if (this.#noted === location.pathname) return;
    this.#noted = location.pathname;
    void sendMessage('guardNote', 'guard-blind').catch(() => {
      this.#noted = '';
    });
  }
}
