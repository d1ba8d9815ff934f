import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { dialogKey } from '../../components/guard/dialog-keys.ts';
import style from '../../components/guard/guard.css?inline';
import {
  GuardDialog,
  type GuardPhase,
  type HeldGift,
} from '../../components/guard/guard-dialog.tsx';
import { epochMs, type TimeZone } from '../../utils/core/time.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { createOwnUi } from '../overlay.content/own-root.ts';
import { stayOnTop } from '../overlay.content/stay-on-top.ts';
import { placeBeside } from './place-beside.ts';

/** How often the seconds to wait are looked at. */
const TICK_MS = 200;

/** What is asked, and what follows. */
export interface Question {
  readonly held: Omit<HeldGift, 'phase'>;
  readonly zone: TimeZone;
  /** What was pressed: the dialog stands beside it, and the keyboard goes back to it. */
  readonly control: HTMLElement;
  /** The user wants it sent: whether the page took it. */
  onSend(): Promise<boolean>;
  /** It is over: sent, not sent, or left to the page. */
  onEnd(): void;
}

/** The dialog over the page, for one gift that is held. */
export class Asking {
  readonly #ctx: ContentScriptContext;
  readonly #question: Question;
  readonly #ended = new AbortController();
  readonly #readyAt: number;
  #phase: GuardPhase['kind'] = 'wait';
  #container: HTMLElement | null = null;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #remove: () => void = () => undefined;

  constructor(ctx: ContentScriptContext, question: Question) {
    this.#ctx = ctx;
    this.#question = question;
    // Not the clock of the day, which can be set.
    this.#readyAt = performance.now() + question.held.waitSeconds * 1000;
  }

  /** Whether the page is sending it now: no other press may be. */
  get isSending(): boolean {
    return this.#phase === 'sending';
  }

  open(): void {
    const { host, root, container } = createOwnUi('gift-ledger-guard', style);
    this.#container = container;
    this.#host = host;
    this.#root = root;
    const release = stayOnTop(this.#ctx, host);
    this.#remove = () => {
      release();
      render(null, container);
      host.remove();
    };
    this.#ctx.onInvalidated(this.#remove);
    const { signal } = this.#ended;
    window.addEventListener('resize', () => this.#draw(), { signal });
    const timer = this.#ctx.setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.#draw();
    // Now that it is known how large it is.
    this.#draw();
  }

  /** Takes the dialog away. */
  close(): void {
    if (this.#ended.signal.aborted) return;
    const { control, onEnd } = this.#question;
    this.#ended.abort();
    this.#remove();
    if (control.isConnected) control.focus({ preventScroll: true });
    onEnd();
  }

  /** Acts on a key; whether it is for the dialog, and for nobody else. Escape closes it wherever the keyboard is. */
  takesKey(event: KeyboardEvent): boolean {
    const isOurs = this.#host !== null && event.composedPath()[0] === this.#host;
    const dialog = this.#root?.querySelector<HTMLElement>('[role=dialog]') ?? null;
    if (event.type === 'keydown' && dialog !== null) {
      const focused = this.#root?.activeElement ?? null;
      if (isOurs) dialogKey(event, dialog, focused, () => this.close());
      else if (event.key === 'Escape') this.close();
    }
    return isOurs;
  }

  async #send(): Promise<void> {
    if (this.#phase !== 'ready') return;
    this.#phase = 'sending';
    this.#draw();
    if (await this.#question.onSend()) {
      this.close();
    } else if (!this.#ended.signal.aborted) {
      this.#phase = 'again';
      this.#draw();
    }
  }

  #tick(): void {
    if (this.#phase !== 'wait') return;
    if (performance.now() >= this.#readyAt) this.#phase = 'ready';
    this.#draw();
  }

  #draw(): void {
    const container = this.#container;
    if (container === null || this.#ended.signal.aborted) return;
    const { held, zone, control } = this.#question;
    const seconds = Math.max(1, Math.ceil((this.#readyAt - performance.now()) / 1000));
    const phase: GuardPhase =
      this.#phase === 'wait' ? { kind: 'wait', seconds } : { kind: this.#phase };
    render(
      <GuardDialog
        held={{ ...held, phase }}
        now={epochMs(Date.now())}
        zone={zone}
        at={placeBeside(control, container.querySelector('[role=dialog]'))}
        translate={translate}
        locale={navigator.language}
        onSend={() => void this.#send()}
        onNotNow={() => this.close()}
      />,
      container,
    );
  }
}
