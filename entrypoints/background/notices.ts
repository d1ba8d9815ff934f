import { onMessage } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { redoNotice, undoNotice } from '../../utils/storage/notices.ts';
import { now } from './clock.ts';
import { currentCosts } from './prices.ts';
import { ownPage } from './sender.ts';

/** Takes back, or lets hold again, what notices tell of, when one of the extension's own pages asks. */
export function answerNotices(database: LedgerDatabase, onChanged: () => void): void {
  const context = async () => ({ ...(await currentCosts(database)), now: now() });
  onMessage('undoNotice', async ({ data, sender }) => {
    ownPage(sender);
    await undoNotice(database, String(data), context);
    onChanged();
  });
  onMessage('redoNotice', async ({ data, sender }) => {
    ownPage(sender);
    await redoNotice(database, String(data), context);
    onChanged();
  });
}
