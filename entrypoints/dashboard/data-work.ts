/** Work on the whole ledger, as the screen "Your data" starts it. The zip library is loaded only when it is needed. */
import type { FoundPerson, WorkResult } from '../../utils/core/data-view.ts';
import type { Work } from '../../utils/core/long-work.ts';
import { dayOf, epochMs } from '../../utils/core/time.ts';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import { cataloguePrice } from '../../utils/platforms/catalogues.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { deleteEverything } from '../../utils/storage/delete-everything.ts';
import {
  allEntries,
  type EntryPages,
  type ExportFormat,
  exportEntries,
} from '../../utils/storage/export.ts';
import { forgetOlderThan, forgetPerson } from '../../utils/storage/forgetting.ts';
import { recountEverything } from '../../utils/storage/recount.ts';
import { chooseKeepMonths, ledgerZone, readSettings } from '../../utils/storage/settings.ts';
import { costsUnder, currentCosts } from '../background/prices.ts';
import { saveFile, TextFile } from './save-file.ts';

const now = () => epochMs(Date.now());

/** Makes a backup and lets the browser save it. */
export async function backUp(database: LedgerDatabase, work: Work): Promise<WorkResult> {
  const { writeBackup } = await import('../../utils/storage/backup/write-backup.ts');
  const zone = await ledgerZone();
  const settings = await readSettings();
  const { file, manifest } = await writeBackup(database, { now: now(), zone, settings }, work);
  saveFile(file, `gift-ledger-backup-${dayOf(now(), zone)}.zip`);
  return { work: 'backup', entries: manifest.counts.entries ?? 0, bytes: file.size };
}

/** Joins a backup with the ledger. */
export async function restore(
  database: LedgerDatabase,
  file: Blob,
  allSettings: boolean,
  work: Work,
): Promise<WorkResult> {
  const { restoreBackup } = await import('../../utils/storage/backup/restore.ts');
  const zone = await ledgerZone();
  const settings = await readSettings();
  const context = {
    now: now(),
    zone,
    cataloguePrice,
    costs: () => costsUnder(database, settings, zone),
  };
  const { restored } = await restoreBackup(database, file, context, allSettings, work);
  await tellOthers();
  const { entries, ...others } = restored;
  return {
    work: 'restore',
    entriesAdded: entries.added,
    entriesChanged: entries.changed,
    others: Object.values(others).reduce((sum, { added, changed }) => sum + added + changed, 0),
  };
}

/** Exports entries as a file that the browser saves. */
export async function exportAs(
  database: LedgerDatabase,
  format: ExportFormat,
  work: Work,
  pages: EntryPages = allEntries(database),
  total?: number,
): Promise<WorkResult> {
  const zone = await ledgerZone();
  const file = new TextFile();
  const context = { now: now(), zone, total: total ?? (await database.entries.count()) };
  const entries = await exportEntries(database, format, pages, context, file, work);
  const whole = file.file(format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json');
  saveFile(whole, `gift-ledger-${dayOf(now(), zone)}.${format}`);
  return { work: `export-${format}`, entries, bytes: whole.size };
}

/** Works every cost and total out again. */
export async function recountAll(database: LedgerDatabase, work: Work): Promise<WorkResult> {
  const result = await recountEverything(database, await currentCosts(database), work);
  await tellOthers();
  return { work: 'recount', ...result };
}

/** Deletes a person, with everyone merged with them. */
export async function deletePerson(
  database: LedgerDatabase,
  { platform, person }: FoundPerson,
): Promise<WorkResult> {
  const context = { ...(await currentCosts(database)), now: now() };
  await forgetPerson(database, platform, person.id, context);
  await tellOthers();
  return { work: 'forget-person' };
}

/** Keeps senders of what was received for so many months from now on; null for always. */
export async function keepMonths(
  database: LedgerDatabase,
  months: number | null,
): Promise<WorkResult> {
  await chooseKeepMonths(months);
  if (months !== null) {
    await forgetOlderThan(database, months, { now: now(), zone: await ledgerZone() });
  }
  await tellOthers();
  return { work: 'keep-months' };
}

/** Deletes everything. */
export async function deleteAll(database: LedgerDatabase): Promise<WorkResult> {
  await deleteEverything(database);
  await tellOthers();
  return { work: 'delete-all' };
}

async function tellOthers(): Promise<void> {
  // Without an answer the overlays ask for themselves within half a minute.
  await sendMessage('ledgerChanged', undefined).catch(() => undefined);
}
