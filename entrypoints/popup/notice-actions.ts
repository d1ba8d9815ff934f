import type { NoticeActions } from '../../components/notice-section.tsx';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { markNoticesSeen } from '../../utils/storage/notices.ts';

/** What the extension's pages do with notices. `onTrouble` is told the name of what failed. */
export function noticeActions(
  database: LedgerDatabase,
  onTrouble: (trouble: string) => void,
): NoticeActions {
  const done = (work: Promise<unknown>) =>
    void work.catch((error) => onTrouble(error instanceof Error ? error.name : 'UnknownError'));
  return {
    onUndoNotice: (id) => done(sendMessage('undoNotice', id)),
    onRedoNotice: (id) => done(sendMessage('redoNotice', id)),
    onNoticesShown: (ids) => done(markNoticesSeen(database, ids)),
  };
}
