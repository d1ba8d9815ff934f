/** Backup, export and restore, as the dashboard runs them. */
import type { Work } from '../../../utils/core/long-work.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { restoreBackup } from '../../../utils/storage/backup/restore.ts';
import { writeBackup } from '../../../utils/storage/backup/write-backup.ts';
import type { CostContext } from '../../../utils/storage/costs.ts';
import { LedgerDatabase } from '../../../utils/storage/database.ts';
import { allEntries, exportEntries } from '../../../utils/storage/export.ts';
import { readSettings } from '../../../utils/storage/settings.ts';

/** How long something took, in milliseconds, and the bytes that came of it. */
export interface Carried {
  readonly time: number;
  readonly bytes: number;
}

/** Carries the whole ledger out and in. */
export interface Carrier {
  backUp(): Promise<Carried>;
  exportCsv(): Promise<Carried>;
  /** Restores what `backUp` gave into a ledger that is emptied before; gives how many entries there are then. */
  restore(): Promise<Carried & { readonly entries: number }>;
  /**
   * Begins to restore it again into an emptied ledger and cancels while entries are joined: the milliseconds until that
   * was answered, no number where it was over before; and how many entries and sums are there then.
   */
  cancel(): Promise<{ readonly time: number; readonly rows: number }>;
}

const work: Work = { signal: new AbortController().signal, tell: () => undefined };

export function carrier(costs: CostContext): Carrier {
  const now = epochMs(Date.now());
  const { zone } = costs;
  let backup = new Blob([]);
  async function timed<T>(act: (ledger: LedgerDatabase) => Promise<T>) {
    const ledger = new LedgerDatabase();
    await ledger.open();
    const start = performance.now();
    try {
      const result = await act(ledger);
      return { result, time: performance.now() - start };
    } finally {
      ledger.close();
    }
  }
  return {
    async backUp() {
      const settings = await readSettings();
      const { result, time } = await timed((ledger) =>
        writeBackup(ledger, { now, zone, settings }, work),
      );
      backup = result.file;
      return { time, bytes: backup.size };
    },
    async exportCsv() {
      const parts: Blob[] = [];
      const sink = { write: (text: string) => void parts.push(new Blob([text])) };
      const { time } = await timed((ledger) =>
        exportEntries(ledger, 'csv', allEntries(ledger), { now, zone, total: 0 }, sink, work),
      );
      return { time, bytes: new Blob(parts).size };
    },
    async restore() {
      await timed((ledger) => ledger.delete());
      const context = { now, zone, cataloguePrice: () => null, costs: async () => costs };
      const { time } = await timed((ledger) => restoreBackup(ledger, backup, context, false, work));
      const { result } = await timed((ledger) => ledger.entries.count());
      return { time, bytes: backup.size, entries: result };
    },
    async cancel() {
      await timed((ledger) => ledger.delete());
      const context = { now, zone, cataloguePrice: () => null, costs: async () => costs };
      const stop = new AbortController();
      let cancelled = 0;
      const tell: Work['tell'] = ({ stage, done, total }) => {
        if (stage !== 'joining' || done < total * 0.8 || stop.signal.aborted) return;
        cancelled = performance.now();
        // Not from within the work itself, which is not where a user's click comes from.
        setTimeout(() => stop.abort(), 0);
      };
      const { result } = await timed(async (ledger) => {
        const restoring = restoreBackup(ledger, backup, context, false, {
          signal: stop.signal,
          tell,
        });
        const time = await restoring.then(
          () => Number.NaN,
          () => performance.now() - cancelled,
        );
        return { time, rows: (await ledger.entries.count()) + (await ledger.dayTotals.count()) };
      });
      return result;
    },
  };
}
