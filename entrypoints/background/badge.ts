import { browser } from 'wxt/browser';
import { badgeText } from '../../utils/core/badge.ts';
import type { OverlayView } from '../../utils/core/views.ts';

/** Shows this stream's sum on the toolbar button of a tab: what was sent, or on the user's own stream what came in. */
export async function showBadge(tabId: number, view: OverlayView | null): Promise<void> {
  const sum = view === null ? null : view.side === 'viewer' ? view.stream : view.session;
  const text = sum === null ? '' : badgeText(sum, navigator.language);
  // The tab may be gone by now; its badge went with it.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: '#3b4254' }),
    browser.action.setBadgeText({ tabId, text }),
  ]).catch(() => undefined);
}
