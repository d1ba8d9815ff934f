import { onMessage } from '../../utils/messaging/protocol.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { onSettingsChange } from '../../utils/storage/settings.ts';
import { keepCostsCurrent } from './prices.ts';
import { ownPage } from './sender.ts';

/** Works costs out anew, where they have changed, whenever settings or the ledger did; then `after`. Gives the way to ask for it. */
export function recountOnChange(database: LedgerDatabase, after: () => void): () => Promise<void> {
  const recount = () => keepCostsCurrent(database).finally(after);
  onSettingsChange(() => void recount());
  onMessage('ledgerChanged', ({ sender }) => {
    ownPage(sender);
    void recount();
  });
  return recount;
}
