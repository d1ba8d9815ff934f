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
  { nonce, room, late, counts }: PageState,
  refusedNow: RefusalCounts,
): Promise<void> {
  const { tab, frame, platform } = from;
  const id = pageId(from);
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
    refusedHere,
    health: { ...counts, refused, ...momentsOf(counts) },
  };
  await database.pages.put(page);
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

/** Forgets the frames of a tab that is gone. */
export async function forgetPagesOf(database: LedgerDatabase, tab: number): Promise<void> {
  await database.pages.where('tab').equals(tab).delete();
  await forgetOrders(database, tab);
}
