import type { ContentScriptContext } from 'wxt/utils/content-script-context';

/**
 * Keeps an element of ours in the page and above it: in the top layer, so that no page layer and no full screen hides
 * it, and put back when the page redraws itself around it. Gives the way to stop.
 */
export function stayOnTop(ctx: ContentScriptContext, host: HTMLElement): () => void {
  let stopped = false;
  host.popover = 'manual';
  const observer = new MutationObserver(() => {
    if (!host.isConnected) raise();
  });

  /** Tells whether it can be seen there: a video, for one, draws nothing that is put into it. */
  function showIn(home: Element): boolean {
    if (host.parentNode !== home) home.append(host);
    // What is shown last in the top layer is above the others.
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
    observer.disconnect();
    for (const around of [document, document.documentElement, home]) {
      observer.observe(around, { childList: true });
    }
    return host.checkVisibility();
  }

  function raise(): void {
    if (stopped || !ctx.isValid) return;
    // What is outside of an element in full screen may be seen above it, but takes neither clicks nor keys.
    const full = document.fullscreenElement;
    if (full === null || !showIn(full)) showIn(document.documentElement);
  }

  raise();
  ctx.addEventListener(document, 'fullscreenchange', raise);
  const stop = () => {
    stopped = true;
    observer.disconnect();
  };
  ctx.onInvalidated(stop);
  return stop;
}
