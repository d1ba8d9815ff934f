import { browser } from 'wxt/browser';

/** The tab that the popup was opened over. `url` is there only for sites that the extension may see. */
export interface ActiveTab {
  readonly id: number | undefined;
  readonly url: URL | null;
}

/**
 * The active tab. A page of the popup opened as a tab of its own (as tests and screenshots do) may name the tab that
 * it speaks of: `popup.html?tab=12`.
 */
export async function activeTab(): Promise<ActiveTab> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const [active] = Number.isInteger(named)
    ? [await browser.tabs.get(named)]
    : await browser.tabs.query({ active: true, currentWindow: true });
  return {
    id: active?.id,
    url: active?.url === undefined ? null : new URL(active.url),
  };
}
