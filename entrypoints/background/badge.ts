import { browser } from 'wxt/browser';
import { badgeText } from '../../utils/core/badge.ts';
import { middleOf } from '../../utils/core/conversion.ts';
import type { OverlayView } from '../../utils/core/views.ts';

/** What a tab's stream comes to: its cost to the user, or on the user's own stream its worth, not the senders' cost. */
function sumOf(view: OverlayView): Parameters<typeof badgeText>[0] {
  if (view.side === 'viewer') return view.stream;
  return { ...view.session, money: view.worth === null ? null : middleOf(view.worth) };
}

/** Shows this stream's sum on the toolbar button of a tab: what was sent, or on the user's own stream what came in. */
export async function showBadge(tabId: number, view: OverlayView | null): Promise<void> {
  const text = view === null ? '' : badgeText(sumOf(view), navigator.language);
  // The tab may be gone by now; its badge went with it.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: '#3b4254' }),
    browser.action.setBadgeText({ tabId, text }),
  ]).catch(() => undefined);
}
