import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { epochMs } from '../../utils/core/time.ts';
import type { CoinPage, Frame } from '../../utils/platforms/types.ts';

/** How long what the page says must stay the same before it is believed: pages are built piece by piece. */
const SETTLE_MS = 150;

/** By then a page has come to show what it shows. */
const BUILT_MS = 8_000;

/**
 * Looks at the page while units are sold there, and gives what it says as a frame each time that it says something
 * else. Anywhere else nothing is looked at.
 */
export function watchCoinPage(
  ctx: ContentScriptContext,
  coinPage: CoinPage,
  onFrame: (frame: Frame) => void,
): void {
  let watch: AbortController | null = null;
  let shown = '';
  const arrive = (): void => {
    const here = coinPage.shows(new URL(document.URL));
    if (document.URL !== shown || !here) {
      watch?.abort();
      watch = null;
    }
    if (here && watch === null) {
      shown = document.URL;
      watch = new AbortController();
      watchHere(AbortSignal.any([watch.signal, ctx.signal]), coinPage, onFrame);
    }
  };
  arrive();
  // Told before the address changes.
  ctx.addEventListener(window, 'wxt:locationchange', () => ctx.setTimeout(arrive, 0));
}

function watchHere(signal: AbortSignal, coinPage: CoinPage, onFrame: (frame: Frame) => void): void {
  let seen = '';
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (body: string): void => {
    told = body;
    onFrame({ at: epochMs(Date.now()), via: 'document', dir: 'in', url: document.URL, body });
  };
  const look = (): void => {
    timer = undefined;
    const { documentElement } = document;
    const body = coinPage.read(document, new URL(document.URL), documentElement.lang);
    if (body !== seen) {
      seen = body;
      lookSoon();
    } else if (body !== '' && body !== told) {
      tell(body);
    }
  };
  const lookSoon = (): void => {
    timer ??= setTimeout(look, SETTLE_MS);
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const built = setTimeout(() => {
    if (told === '') tell(coinPage.nothingFound(new URL(document.URL)));
  }, BUILT_MS);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(built);
  });
  look();
  lookSoon();
}
