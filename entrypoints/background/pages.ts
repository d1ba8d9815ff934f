import { browser } from 'wxt/browser';
import type { RefusalCounts } from '../../utils/core/refusals.ts';
import { epochMs } from '../../utils/core/time.ts';
import type { PageState } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase, StoredPage } from '../../utils/storage/database.ts';
import { forgetOrders } from '../../utils/storage/orders.ts';
import { now } from './clock.ts';
import type { SenderFrame } from './sender.ts';

/** The key of a frame's row. */
export function pageId({ tab, frame }: Pick<SenderFrame, 'tab' | 'frame'>): string {
  return `${tab}:${frame}`;
}

/** Notes how capture goes in a frame and which stream it shows. `refusedNow` counts what was refused here. */
export async function notePage(
  database: LedgerDatabase,
  from: SenderFrame,
  { nonce, room, late, onStream, counts }: PageState,
  refusedNow: RefusalCounts,
): Promise<void> {
  const { tab, frame, platform } = from;
  const id = pageId(from);
  await database.transaction('rw', database.pages, async () => {
    const before = await database.pages.get(id);
    const sameLoad = before !== undefined && (nonce === '' || nonce === before.nonce);
    const refusedHere = added(sameLoad ? before.refusedHere : {}, refusedNow);
    const refused = added(counts.refused, refusedHere);
    const page: StoredPage = {
      id,
      tab,
      frame,
      platform,
      nonce: nonce === '' ? (before?.nonce ?? '') : nonce,
      session: room === '' ? '' : `${platform}:${room}`,
      seenAt: now(),
      late,
      onStream,
      refusedHere,
      health: { ...counts, refused, ...momentsOf(counts) },
    };
    await database.pages.put(page);
  });
}

/** Counts under `name` what could not be done in a frame beside its capture; nothing for a frame that is not known. */
export async function noteRefused(
  database: LedgerDatabase,
  from: SenderFrame,
  name: string,
): Promise<void> {
  await database.transaction('rw', database.pages, async () => {
    const page = await database.pages.get(pageId(from));
    if (page === undefined) return;
    await database.pages.put({
      ...page,
      refusedHere: added(page.refusedHere, { [name]: 1 }),
      health: { ...page.health, refused: added(page.health.refused, { [name]: 1 }) },
    });
  });
}

/** Counts by name, added up. */
function added(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** The moments among the counts: numbers in messages, epoch milliseconds here. */
function momentsOf({ lastFrameAt, lastGiftAt }: PageState['counts']) {
  return {
    lastFrameAt: lastFrameAt === null ? null : epochMs(lastFrameAt),
    lastGiftAt: lastGiftAt === null ? null : epochMs(lastGiftAt),
  };
}

/** Forgets what was known of tabs as they close, and at a start of the browser, which numbers tabs anew. */
export function followTabs(database: LedgerDatabase): void {
  browser.tabs.onRemoved.addListener((tab) => void forgetPagesOf(database, tab));
  browser.runtime.onStartup.addListener(() => void forgetOrders(database));
}

/** Forgets the frames of a tab that is gone. */
async function forgetPagesOf(database: LedgerDatabase, tab: number): Promise<void> {
  await database.pages.where('tab').equals(tab).delete();
  await forgetOrders(database, tab);
}
