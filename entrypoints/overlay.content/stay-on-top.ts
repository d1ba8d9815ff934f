import type { ContentScriptContext } from 'wxt/utils/content-script-context';

/**
 * Keeps the overlay's element in the page and above it: in the top layer, so that no page layer and no full screen
 * hides it, and put back when the page redraws itself around it.
 */
export function stayOnTop(ctx: ContentScriptContext, host: HTMLElement): void {
  host.popover = 'manual';
  const raise = (): void => {
    if (!ctx.isValid) return;
    if (!host.isConnected) document.documentElement.append(host);
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  };
  raise();
  // The element that is shown last in the top layer is above the others.
  ctx.addEventListener(document, 'fullscreenchange', raise);
  const observer = new MutationObserver(() => {
    if (!host.isConnected) raise();
  });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  ctx.onInvalidated(() => observer.disconnect());
}
