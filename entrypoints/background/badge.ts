import { browser } from 'wxt/browser';
import { badgeShare, badgeText } from '../../utils/core/badge.ts';
import type { BadgeChoice } from '../../utils/core/budget-views.ts';
import { middleOf } from '../../utils/core/conversion.ts';
import { sumOf } from '../../utils/core/summing.ts';
import { dayOf } from '../../utils/core/time.ts';
import type { OverlayView } from '../../utils/core/views.ts';
import { costedIn } from '../../utils/storage/book.ts';
import { sentRows } from '../../utils/storage/budget-state.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { alertSettings, ledgerZone, readSettings } from '../../utils/storage/settings.ts';
import type { BudgetDesk } from './budgets.ts';
import { now } from './clock.ts';
import { currentCosts } from './prices.ts';

/** What the user chose, and what tabs that have nothing of their own to say show. */
export interface SharedBadge {
  readonly choice: BadgeChoice;
  readonly text: string;
}

/** What a tab's stream comes to: its cost to the user, or on the user's own stream its worth, not the senders' cost. */
function streamSum(view: OverlayView): Parameters<typeof badgeText>[0] {
  if (view.side === 'viewer') return view.stream;
  return { ...view.session, money: view.worth === null ? null : middleOf(view.worth) };
}

/**
 * Shows on the toolbar button of a tab what the user chose: this stream's sum (what was sent, or on the user's own
 * stream what came in), or the share of the tightest budget that this stream touches. Today's sum all tabs share.
 */
export async function showBadge(
  tabId: number,
  view: OverlayView | null,
  shared: SharedBadge,
): Promise<void> {
  const budget = view?.side === 'viewer' ? (view.budget ?? null) : null;
  let { text } = shared;
  if (shared.choice === 'stream') {
    text = view === null ? '' : badgeText(streamSum(view), navigator.language);
  } else if (shared.choice === 'budget' && budget !== null) {
    text = badgeShare(budget.percent, navigator.language);
  }
  // The tab may be gone by now; its badge went with it.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setBadgeText({ tabId, text }),
  ]).catch(() => undefined);
}

const color = '#3b4254';

/** Shows what tabs share, also those that are no stream's: nothing where each stream has its own. */
export async function showBadgeEverywhere(
  database: LedgerDatabase,
  budgets: BudgetDesk,
): Promise<SharedBadge> {
  const { badge } = alertSettings(await readSettings());
  let text = '';
  if (badge === 'budget') {
    const [nearest] = await budgets.views();
    if (nearest !== undefined && nearest.standing !== 'paused' && nearest.standing !== 'not-now') {
      text = badgeShare(nearest.now.percent, navigator.language);
    }
  } else if (badge === 'today') {
    const today = dayOf(now(), await ledgerZone());
    const display = (await costedIn(database)) ?? (await currentCosts(database)).display;
    text = badgeText(sumOf(await sentRows(database, today, today), display), navigator.language);
  }
  await browser.action.setBadgeBackgroundColor({ color });
  await browser.action.setBadgeText({ text });
  return { choice: badge, text };
}
