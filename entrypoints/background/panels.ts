import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { watchGifts } from './gift-pictures.ts';
import { GuardDesk } from './guard.ts';
import { keepGuardScript } from './guard-script.ts';
import { answerTags } from './tags.ts';

/** Answers what works in pages' gift panels: price tags and guards. Gives what tells guards that totals changed. */
export function answerPanels(database: LedgerDatabase): () => void {
  const tellTags = answerTags(database);
  const guards = new GuardDesk(database);
  guards.answer();
  keepGuardScript();
  watchGifts(database, () => {
    tellTags();
    guards.giftsChanged();
  });
  return () => guards.tell();
}
