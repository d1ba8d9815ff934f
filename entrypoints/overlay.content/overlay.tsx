import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { ConverterSource } from '../../components/overlay/card-converter.tsx';
import style from '../../components/overlay/overlay.css?inline';
import { OverlayApp } from '../../components/overlay/overlay-app.tsx';
import { firstPlace } from '../../components/overlay/place.ts';
import type { PlatformId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import {
  type OverlayChange,
  type OverlayState,
  onMessage,
  sendMessage,
} from '../../utils/messaging/protocol.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { platformOf } from '../../utils/platforms/index.ts';
import type { Platform } from '../../utils/platforms/types.ts';
import { createOwnUi } from './own-root.ts';
import { boxesOf, noBoxes, sameBoxes } from './page-boxes.ts';
import { stayOnTop } from './stay-on-top.ts';

/** How often the page is looked at for what must stay clear, and the clock for "4 min ago". */
const LOOK_MS = 500;
/** How often the numbers are asked for although none were sent: a worker can die before it tells of them. */
const ASK_MS = 30_000;

/** Starts the overlay of a page. It asks the background for numbers and writes nothing but its own place. */
export async function startOverlay(ctx: ContentScriptContext): Promise<void> {
  const platform = platformOf(new URL(location.href));
  if (platform !== null) {
    await new Overlay(ctx, platform).start();
  }
}

/** The converter's prices and gifts come from the background, so that the page's script holds none of them. */
const converterOf = (platform: PlatformId): ConverterSource => ({
  onAskRates: () => sendMessage('converterRates', undefined).catch(() => null),
  onFindGifts: (typed) => sendMessage('findGifts', { typed, platform }).catch(() => null),
});

class Overlay {
  readonly #ctx: ContentScriptContext;
  readonly #platform: Platform;
  #container: HTMLElement | null = null;
  #state: OverlayState | null = null;
  /** Changes by the user that the background has not answered yet. */
  #unsaved = 0;
  #boxes = noBoxes;

  constructor(ctx: ContentScriptContext, platform: Platform) {
    this.#ctx = ctx;
    this.#platform = platform;
  }

  async start(): Promise<void> {
    const { host, container } = createOwnUi('gift-ledger-overlay', style);
    this.#container = container;
    stayOnTop(this.#ctx, host);
    this.#ctx.onInvalidated(() => {
      render(null, container);
      host.remove();
    });
    this.#ctx.onInvalidated(onMessage('overlayChanged', ({ data }) => this.#take(data)));
    this.#ctx.onInvalidated(
      onMessage('siteForbidden', () => this.#ctx.abort('the site is not allowed any more')),
    );
    this.#ctx.addEventListener(window, 'wxt:locationchange', () => void this.#ask());
    this.#ctx.addEventListener(window, 'resize', () => this.#draw());
    this.#ctx.setInterval(() => this.#look(), LOOK_MS);
    this.#ctx.setInterval(() => void this.#ask(), ASK_MS);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    // Without an answer the worker is about to be replaced; what is shown stays until the new one speaks.
    const state = await sendMessage('overlayState', undefined).catch(() => null);
    if (state !== null) this.#take(state);
  }

  async #change(change: Omit<OverlayChange, 'platform'>): Promise<void> {
    if (this.#state !== null && change.settings !== undefined) {
      this.#show({ ...this.#state, settings: { ...this.#state.settings, ...change.settings } });
    }
    this.#unsaved += 1;
    await sendMessage('changeOverlay', { platform: this.#platform.site.id, ...change }).catch(
      () => undefined,
    );
    this.#unsaved -= 1;
  }

  /** Takes what the background says; what the user just did and is still being saved stands above it. */
  #take(state: OverlayState): void {
    const own = this.#unsaved > 0 ? this.#state?.settings : undefined;
    this.#show(own === undefined ? state : { ...state, settings: own });
  }

  #look(): void {
    const boxes = boxesOf(document, this.#platform.page);
    if (!sameBoxes(boxes, this.#boxes)) {
      this.#boxes = boxes;
      this.#draw();
    }
  }

  #show(state: OverlayState): void {
    this.#state = state;
    this.#boxes = boxesOf(document, this.#platform.page);
    this.#draw();
  }

  #draw(): void {
    if (this.#container === null) {
      return;
    }
    const state = this.#state;
    const shown =
      state !== null &&
      !state.settings.hidden &&
      !state.hiddenHere &&
      state.view !== null &&
      this.#platform.page.showsStream(new URL(location.href));
    if (!shown) {
      render(null, this.#container);
      return;
    }
    const { view, settings, zone } = state;
    const { keepClear, picture } = this.#boxes;
    const viewport = { width: innerWidth, height: innerHeight };
    const direction = translate('direction') === 'rtl' ? 'rtl' : 'ltr';
    render(
      <OverlayApp
        view={view}
        now={epochMs(Date.now())}
        shape={settings.shape}
        place={settings.place ?? firstPlace(direction, viewport, picture)}
        viewport={viewport}
        keepClear={keepClear}
        translate={translate}
        locale={navigator.language}
        zone={zone}
        converter={converterOf(this.#platform.site.id)}
        onMove={(place) => void this.#change({ settings: { place } })}
        onShape={(shape) => void this.#change({ settings: { shape } })}
        onOpenLedger={(address) => void sendMessage('openLedger', address).catch(() => undefined)}
        onHide={(scope) =>
          void this.#change(scope === 'site' ? { settings: { hidden: true } } : { hideHere: true })
        }
        onAlertSeen={(id) => void sendMessage('alertSeen', id).catch(() => undefined)}
      />,
      this.#container,
    );
  }
}
