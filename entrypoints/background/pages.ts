import { epochMs } from '../../utils/core/time.ts';
import type { PageState } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase, StoredPage } from '../../utils/storage/database.ts';
import { now } from './clock.ts';
import type { SenderFrame } from './sender.ts';

/** The key of a frame's row. */
export function pageId({ tab, frame }: Pick<SenderFrame, 'tab' | 'frame'>): string {
  return `${tab}:${frame}`;
}

/** Notes how capture goes in a frame and which stream it shows. `bad` events were refused here. */
export async function notePage(
  database: LedgerDatabase,
  from: SenderFrame,
  { nonce, room, late, counts }: PageState,
  bad: number,
): Promise<void> {
  const { tab, frame, platform } = from;
  const id = pageId(from);
  const before = await database.pages.get(id);
  const refused = bad === 0 ? counts.refused : { ...counts.refused, 'bad-event': bad };
  const page: StoredPage = {
    id,
    tab,
    frame,
    platform,
    nonce: nonce === '' ? (before?.nonce ?? '') : nonce,
    session: room === '' ? '' : `${platform}:${room}`,
    seenAt: now(),
    late,
    health: { ...counts, refused, ...momentsOf(counts) },
  };
  await database.pages.put(page);
}

/** The moments among the counts: numbers in messages, epoch milliseconds here. */
function momentsOf({ lastFrameAt, lastGiftAt }: PageState['counts']) {
  return {
    lastFrameAt: lastFrameAt === null ? null : epochMs(lastFrameAt),
    lastGiftAt: lastGiftAt === null ? null : epochMs(lastGiftAt),
  };
}

/** Forgets the frames of a tab that is gone. */
export async function forgetPagesOf({ pages }: LedgerDatabase, tab: number): Promise<void> {
  await pages.where('tab').equals(tab).delete();
}
