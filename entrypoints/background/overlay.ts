import type { OverlayView } from '../../utils/core/views.ts';
import { parseOverlayChange } from '../../utils/messaging/batch-schema.ts';
import { type OverlayState, onMessage, sendMessage } from '../../utils/messaging/protocol.ts';
import { mustReload } from '../../utils/platforms/sites.ts';
import { markAlertSeen, toastsOf } from '../../utils/storage/alerts.ts';
import { costedIn } from '../../utils/storage/book.ts';
import { markCreatorAlertSeen } from '../../utils/storage/creator-alerts.ts';
import type { LedgerDatabase, StoredPage, StoredSession } from '../../utils/storage/database.ts';
import { alertsShown } from '../../utils/storage/desk-view.ts';
import { overlayView, sessionOf } from '../../utils/storage/overlay-view.ts';
import {
  ledgerZone,
  overlayMemory,
  readSettings,
  rememberOverlay,
} from '../../utils/storage/settings.ts';
import { pageOfTab, pagesOfTabs } from '../../utils/storage/whole-page.ts';
import { showBadge, showBadgeEverywhere } from './badge.ts';
import type { BudgetDesk } from './budgets.ts';
import { now } from './clock.ts';
import type { CreatorDesk } from './creator-desk.ts';
import { answerOpenLedger } from './open-ledger.ts';
import { currentCosts } from './prices.ts';
import { type SenderFrame, senderFrame } from './sender.ts';

/** For so long the overlay shows what a creator is told of: while live there is little time to put alerts away. */
const TOAST_MS = 90_000;

/** What the overlay needs to know of its page. */
type OverlayPage = Pick<StoredPage, 'platform' | 'session' | 'late'> & {
  readonly health: Pick<StoredPage['health'], 'sockets' | 'frames'>;
};

/** What the overlay in a tab's frame shows now. */
async function overlayState(
  database: LedgerDatabase,
  budgets: BudgetDesk,
  creator: CreatorDesk,
  { platform, session, late, health }: OverlayPage,
): Promise<OverlayState> {
  const zone = await ledgerZone();
  const { hiddenRooms, ...settings } = overlayMemory(await readSettings(), platform);
  const stream = await sessionOf(database, session);
  const view =
    stream === null
      ? null
      : await overlayView(database, stream, mustReload(platform, late, health), {
          now: now(),
          zone,
          display: (await costedIn(database)) ?? (await currentCosts(database)).display,
        });
  return {
    view: stream === null || view === null ? view : await withNews(stream, view),
    settings,
    hiddenHere: stream !== null && hiddenRooms.includes(stream.room),
    zone,
  };

  /** With what budgets have to say, or on the user's own stream what a creator is told of. */
  async function withNews(of: StoredSession, shown: OverlayView): Promise<OverlayView> {
    if (shown.side === 'viewer') {
      const budget = await budgets.tightest({ ...of, session: of.id });
      return { ...shown, budget, toasts: await toastsOf(database, now()) };
    }
    const alerts = await alertsShown(database, [of.id], now(), TOAST_MS, 1);
    return { ...shown, goals: creator.goals, alerts };
  }
}

/** Brings every tab's overlay and badge up to date; calls during a run lead to one more run after it. */
export function createRefresh(
  database: LedgerDatabase,
  budgets: BudgetDesk,
  creator: CreatorDesk,
): () => void {
  let running = false;
  let again = false;
  async function run(): Promise<void> {
    running = true;
    do {
      again = false;
      const badge = await showBadgeEverywhere(database, budgets);
      for (const page of await pagesOfTabs(database)) {
        const state = await overlayState(database, budgets, creator, page);
        await showBadge(page.tab, state.view, badge);
        // A tab without an overlay (closed, or still loading) has nothing to bring up to date.
        await sendMessage('overlayChanged', state, page.tab).catch(() => undefined);
      }
    } while (again);
    running = false;
  }
  return () => {
    again = true;
    if (!running) void run().catch(() => (running = false));
  };
}

/** Answers overlays, and remembers what the user does to them. */
export function answerOverlay(
  database: LedgerDatabase,
  budgets: BudgetDesk,
  creator: CreatorDesk,
  refresh: () => void,
): void {
  const pageOf = async (from: SenderFrame): Promise<OverlayPage> =>
    (await pageOfTab(database, from.tab)) ?? {
      platform: from.platform,
      session: '',
      late: false,
      health: { sockets: 0, frames: 0 },
    };
  answerOpenLedger();
  onMessage('overlayState', async ({ sender }) =>
    overlayState(database, budgets, creator, await pageOf(senderFrame(sender))),
  );
  onMessage('alertSeen', async ({ data, sender }) => {
    senderFrame(sender);
    await markAlertSeen(database, String(data));
    await markCreatorAlertSeen(database, String(data));
    refresh();
  });
  onMessage('changeOverlay', async ({ data, sender }) => {
    const from = senderFrame(sender);
    const { settings, hideHere } = parseOverlayChange(data);
    const { session } = await pageOf(from);
    const stream = await sessionOf(database, session);
    await rememberOverlay(from.platform, settings ?? {}, stream?.room ?? '', hideHere);
    refresh();
  });
}
