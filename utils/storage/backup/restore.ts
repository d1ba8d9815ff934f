import type { Work } from '../../core/long-work.ts';
import type { LedgerDatabase } from '../database.ts';
import { dropStaged } from '../drop-staged.ts';
import { takeSettings } from '../settings.ts';
import { stageBackup } from './check-backup.ts';
import { joinStaged, type RestoreContext, type Restored } from './join-staged.ts';
import type { Manifest } from './manifest.ts';

/**
 * Restores a backup: checks it completely, then joins it with the ledger at once. What is in the ledger stays, and
 * what is in both is there once. Settings are taken over where the user chose none, or with `allSettings` all of them.
 * Rejected with `BackupTrouble` for a file that cannot be restored, with the signal's reason when cancelled, with the
 * storage's error where there is no room; the ledger is as before then.
 */
export async function restoreBackup(
  database: LedgerDatabase,
  file: Blob,
  context: RestoreContext,
  allSettings: boolean,
  work: Work,
): Promise<{ readonly manifest: Manifest; readonly restored: Restored }> {
  try {
    const checked = await stageBackup(database, file, context.now, work);
    const { manifest, settings } = checked;
    const restored = await joinStaged(database, checked, context, work);
    if (settings !== null) await takeSettings(settings, allSettings);
    return { manifest, restored };
  } catch (error) {
    await dropStaged(database).catch(() => undefined);
    throw error;
  }
}
