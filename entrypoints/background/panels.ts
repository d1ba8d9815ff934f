import type { LedgerDatabase } from '../../utils/storage/database.ts';
import type { BudgetDesk } from './budgets.ts';
import { watchGifts } from './gift-pictures.ts';
import { GuardDesk } from './guard.ts';
import { createGuardScript } from './guard-script.ts';
import { answerTags } from './tags.ts';

/** Answers what works in pages' gift panels: price tags and guards. Gives what brings both up to date after totals, budgets or the guard itself changed. */
export function answerPanels(database: LedgerDatabase, budgets: BudgetDesk): () => void {
  const tags = answerTags(database);
  const guards = new GuardDesk(database, budgets);
  guards.answer();
  const keepGuardScript = createGuardScript(database);
  watchGifts(database, () => {
    tags.giftsChanged();
    guards.giftsChanged();
  });
  return () => {
    keepGuardScript();
    guards.tell();
    tags.pricesMayHaveChanged();
  };
}
