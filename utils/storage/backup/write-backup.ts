import type { Work } from '../../core/long-work.ts';
import type { EpochMs, TimeZone } from '../../core/time.ts';
import type { LedgerDatabase } from '../database.ts';
import { thisDevice } from '../operations.ts';
import type { Settings } from '../settings.ts';
import { ArchiveWriter } from './archive.ts';
import { sha256 } from './hash.ts';
import { PART_BYTES } from './limits.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  MANIFEST,
  type Manifest,
  type ManifestPart,
} from './manifest.ts';
import { keptTableNames, keptTables } from './tables.ts';

/** Rows that are read at once. */
const PAGE_ROWS = 2_000;

/** What a backup tells besides the ledger. */
export interface BackupContext {
  readonly now: EpochMs;
  readonly zone: TimeZone;
  readonly settings: Settings;
}

/**
 * Makes a backup of everything that is the user's, as a zip file. Rows are read some at a time and compressed at once,
 * so that memory does not grow with the ledger. What is recorded meanwhile may be in it or not; each row is whole, and
 * what an entry names is written before it.
 */
export async function writeBackup(
  database: LedgerDatabase,
  { now, zone, settings }: BackupContext,
  { signal, tell }: Work,
): Promise<{ readonly file: Blob; readonly manifest: Manifest }> {
  const archive = new ArchiveWriter();
  const parts: ManifestPart[] = [];
  const total = await countAll(database);
  let done = 0;

  async function writePart(table: ManifestPart['table'], lines: readonly string[]): Promise<void> {
    const number = parts.filter((part) => part.table === table).length + 1;
    const name = `${table}-${String(number).padStart(4, '0')}.ndjson`;
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    await archive.add(name, bytes, signal);
    parts.push({
      name,
      table,
      rows: lines.length,
      bytes: bytes.length,
      sha256: await sha256(bytes),
    });
  }

  await writePart('settings', [JSON.stringify(settings)]);
  for (const table of keptTableNames) {
    let lines: string[] = [];
    let length = 0;
    let last: unknown = null;
    do {
      signal.throwIfAborted();
      tell({ stage: 'reading', done, total });
      const page = await keptTables[table].page(database, last, PAGE_ROWS);
      last = page.last;
      done += page.rows.length;
      for (const row of page.rows) {
        const line = JSON.stringify(row);
        lines.push(line);
        length += line.length;
      }
      if (length >= PART_BYTES || (last === null && lines.length > 0)) {
        await writePart(table, lines);
        lines = [];
        length = 0;
      }
    } while (last !== null);
  }
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    created: new Date(now).toISOString(),
    device: await thisDevice(database),
    zone,
    counts: countsOf(parts),
    parts,
  };
  const text = new TextEncoder().encode(JSON.stringify(manifest, null, 1));
  await archive.add(MANIFEST, text, signal);
  return { file: await archive.close(), manifest };
}

async function countAll(database: LedgerDatabase): Promise<number> {
  const counts = await Promise.all(keptTableNames.map((name) => keptTables[name].count(database)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function countsOf(parts: readonly ManifestPart[]): Manifest['counts'] {
  const counts: Manifest['counts'] = {};
  for (const { table, rows } of parts) counts[table] = (counts[table] ?? 0) + rows;
  return counts;
}
