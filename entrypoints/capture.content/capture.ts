import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import { epochMs } from '../../utils/core/time.ts';
import { Outbox } from '../../utils/messaging/outbox.ts';
import { connectPage } from '../../utils/messaging/page-bridge.ts';
import { onMessage, type PageState, sendMessage } from '../../utils/messaging/protocol.ts';
import { platformOf } from '../../utils/platforms/index.ts';
import type { Frame, Platform } from '../../utils/platforms/types.ts';
import { watchCoinPage } from './coin-page.ts';
import { Counts } from './counts.ts';
import { inlineFrames } from './inline-frames.ts';
import { keepOwnKeys } from './own-keys.ts';
import { watchElements } from './page-elements.ts';
import { Samples } from './samples.ts';
import { Watch } from './watch.ts';

/** Thrown when the extension was updated or removed while its old script was still in the page. */
class Outdated extends Error {
  override readonly name = 'Outdated';
}

/** How often the page's state is told while nothing else is: it is only for capture health. */
const STATE_MS = 5_000;

/** Starts capture in one frame of a page: frames → events → background, each acknowledged back to the hook. */
export function startCapture(ctx: ContentScriptContext): void {
  // A frame without an address of its own takes over that of the page around it.
  const platform = platformOf(new URL(document.baseURI));
  if (platform !== null) {
    new Capture(ctx, platform).start();
    if (window === window.top) keepOwnKeys(ctx);
  }
}

class Capture {
  readonly #ctx: ContentScriptContext;
  readonly #platform: Platform;
  readonly #decoder;
  readonly #counts = new Counts();
  readonly #samples;
  readonly #watch: Watch;
  readonly #outbox: Outbox;
  #bridge: ReturnType<typeof connectPage> | null = null;
  #nonce = '';
  readonly #late = document.readyState !== 'loading';
  #room = '';
  #told = '';
  #toldAt = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(ctx: ContentScriptContext, platform: Platform) {
    this.#ctx = ctx;
    this.#platform = platform;
    this.#decoder = platform.createDecoder();
    this.#samples = new Samples(platform.structure);
    if (this.#decoder.unknown) this.#counts.unknown(this.#decoder.unknown);
    this.#watch = new Watch(platform.site.id);
    this.#outbox = new Outbox({
      send: (events) => this.#send(events),
      onStored: (frame) => this.#bridge?.ack(frame),
      onRefused: (frames) => this.#counts.refuse('bad-event', frames),
      onDropped: () => this.#counts.drop(),
      signal: ctx.signal,
    });
  }

  start(): void {
    this.#connect();
    if (this.#late) {
      this.#readDocument();
      void this.#reconnect();
    } else {
      document.addEventListener('DOMContentLoaded', () => this.#readDocument(), { once: true });
    }
    this.#ctx.setInterval(() => this.#tellState(), STATE_MS);
    this.#ctx.onInvalidated(onMessage('captureAlive', () => this.#bridge?.connected === true));
    this.#ctx.onInvalidated(onMessage('refusedSamples', () => this.#samples.read()));
    this.#ctx.onInvalidated(
      onMessage('siteForbidden', () => this.#ctx.abort('the site is not allowed any more')),
    );
  }

  /** A page that was there before this script may have kept the hook of an older copy, which says nothing by itself. */
  async #reconnect(): Promise<void> {
    const nonce = await sendMessage('hookNonce', undefined).catch(() => '');
    if (nonce !== '' && this.#bridge?.connected === false) {
      this.#bridge.close();
      this.#connect(nonce);
    }
  }

  #connect(nonce = ''): void {
    this.#bridge = connectPage({
      signal: this.#ctx.signal,
      ...(nonce === '' ? {} : { nonce }),
      onHandover: (given) => {
        this.#nonce = given;
        void this.#send([]).catch(() => undefined);
      },
      onFrame: ({ n, frame, again }) => {
        if (this.#platform.page.carriers?.test(frame.url) ?? true) this.#counts.frame(frame.at);
        this.#decode(frame, n, again);
      },
      onNotice: (notice) => this.#counts.notice(notice),
    });
  }

  #readDocument(): void {
    for (const frame of inlineFrames(document, this.#platform.page, epochMs(Date.now()))) {
      this.#decode(frame, 0, false);
    }
    const { coinPage, elements } = this.#platform;
    if (window !== window.top) return;
    // After the document's own data, which says in which country its prices hold.
    if (coinPage) watchCoinPage(this.#ctx, coinPage, (frame) => this.#decode(frame, 0, false));
    if (elements) {
      watchElements(this.#ctx, elements, (frame) => {
        this.#counts.frame(frame.at);
        this.#decode(frame, 0, false);
      });
    }
  }

  /** Decodes one after the other: what a frame says depends on those before it. */
  #decode(frame: Frame, n: number, again: boolean): void {
    this.#work = this.#work.then(async () => {
      const { events, refused, toldAt = 0 } = await this.#decoder.decode(frame);
      this.#toldAt = Math.max(this.#toldAt, toldAt);
      for (const reason of refused) {
        this.#counts.refuse(reason, 1);
        await this.#samples.add(reason, frame);
      }
      for (const event of events) this.#learn(event);
      this.#outbox.add(again ? 0 : n, [...events, ...this.#watch.see(frame, this.#room)]);
    });
  }

  #learn(event: CaptureEvent): void {
    if (event.type === 'gift') this.#counts.gift(event.at);
    else if (event.type === 'room' && event.current) this.#room = event.room;
  }

  async #send(events: readonly CaptureEvent[]): Promise<void> {
    if (this.#ctx.isInvalid) {
      throw new Outdated();
    }
    const page = this.#state();
    await sendMessage('record', { page, events });
    this.#told = JSON.stringify(page);
  }

  #state(): PageState {
    return {
      platform: this.#platform.site.id,
      nonce: this.#nonce,
      room: this.#room,
      late: this.#late,
      toldAt: this.#toldAt === 0 ? null : this.#toldAt,
      onStream: this.#platform.page.showsStream(new URL(document.baseURI)),
      counts: this.#counts.read(),
    };
  }

  #tellState(): void {
    if (this.#outbox.waiting === 0 && JSON.stringify(this.#state()) !== this.#told) {
      void this.#send([]).catch(() => undefined);
    }
  }
}
