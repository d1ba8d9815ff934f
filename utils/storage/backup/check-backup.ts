import { BackupTrouble } from '../../core/backup-trouble.ts';
import type { Work } from '../../core/long-work.ts';
import type { EpochMs } from '../../core/time.ts';
import type { LedgerDatabase } from '../database.ts';
import { readStoredSettings, type Settings } from '../settings.ts';
import { type ArchivePart, openArchive } from './archive.ts';
import { sha256 } from './hash.ts';
import { backupLimits } from './limits.ts';
import { MANIFEST, type Manifest, type ManifestPart, readManifest } from './manifest.ts';
import type { KeptRows, KeptTable, StagedRows } from './rows.ts';
import { keptTables, type TableRules } from './tables.ts';

/** Rows that are put aside at once, and later joined at once. */
const STAGED_ROWS = 500;

/** A backup of which every row was checked and put aside. */
export interface CheckedBackup {
  readonly manifest: Manifest;
  readonly settings: Settings | null;
  /** Whether it tells any payment without someone who had part in it. */
  readonly hides: boolean;
}

/**
 * Checks a backup completely, and puts its rows aside in the database, where nothing looks at them. Reads the file part
 * by part. Rejected with {@link BackupTrouble} at the first thing that is wrong; the ledger is as before in any case.
 */
export async function stageBackup(
  database: LedgerDatabase,
  file: Blob,
  now: EpochMs,
  { signal, tell }: Work,
): Promise<CheckedBackup> {
  const { archive, manifest } = await openBackup(file, signal);
  const missing = manifest.parts.find(({ name, bytes }) => archive.get(name)?.bytes !== bytes);
  if (missing !== undefined || archive.size !== manifest.parts.length + 1) {
    throw new BackupTrouble('damaged', missing?.name ?? MANIFEST);
  }
  await database.staged.clear();
  const total = manifest.parts.reduce((sum, { rows }) => sum + rows, 0);
  let settings: Settings | null = null;
  let hides = false;
  let done = 0;
  for (const part of manifest.parts) {
    tell({ stage: 'checking', done, total });
    const lines = await linesOf(part, archive.get(part.name), signal);
    if (part.table === 'settings') {
      settings = rowsOf(part, lines, readStoredSettings).at(-1) ?? null;
    } else {
      if (await stage(database, part, part.table, lines, now)) hides = true;
    }
    done += part.rows;
    signal.throwIfAborted();
  }
  return { manifest, settings, hides };
}

/**
 * Reads what a backup tells of itself, without its rows. Rejected with {@link BackupTrouble} for a file that is none, is
 * cut short, too large, or of a newer version.
 */
export async function openBackup(
  file: Blob,
  signal: AbortSignal,
): Promise<{
  readonly archive: ReadonlyMap<string, ArchivePart>;
  readonly manifest: Manifest;
}> {
  const archive = await openArchive(file);
  return { archive, manifest: readManifest(await manifestText(archive, signal)) };
}

async function manifestText(
  archive: ReadonlyMap<string, ArchivePart>,
  signal: AbortSignal,
): Promise<string> {
  const part = archive.get(MANIFEST);
  if (part === undefined) {
    throw new BackupTrouble('not-a-backup');
  }
  if (part.bytes > backupLimits.manifest) {
    throw new BackupTrouble('too-large', MANIFEST);
  }
  return decoded(MANIFEST, await part.read(signal));
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BackupTrouble('damaged', name, { cause });
  }
}

async function linesOf(
  part: ManifestPart,
  archived: ArchivePart | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const bytes = await archived?.read(signal);
  if (bytes === undefined || (await sha256(bytes)) !== part.sha256) {
    throw new BackupTrouble('damaged', part.name);
  }
  const lines = decoded(part.name, bytes).split('\n');
  if (lines.pop() !== '' || lines.length !== part.rows) {
    throw new BackupTrouble('damaged', part.name);
  }
  return lines;
}

/** Gives whether any row tells a payment without someone. */
async function stage<Name extends KeptTable>(
  database: LedgerDatabase,
  part: ManifestPart,
  table: Name,
  lines: readonly string[],
  now: EpochMs,
): Promise<boolean> {
  const rules: TableRules<KeptRows[Name]> = keptTables[table];
  const rows = rowsOf(part, lines, (value) => rules.check(value, now));
  const staged: StagedRows<Name>[] = [];
  for (let from = 0; from < rows.length; from += STAGED_ROWS) {
    staged.push({ table, rows: rows.slice(from, from + STAGED_ROWS) });
  }
  await database.table<StagedRows<Name>>('staged').bulkAdd(staged);
  return rows.some((row) => rules.hides?.(row));
}

/** The rows on a part's lines. Throws {@link BackupTrouble} naming the first line that is none. */
function rowsOf<Row>(
  { name }: ManifestPart,
  lines: readonly string[],
  read: (value: unknown) => Row,
): Row[] {
  return lines.map((line, index) => {
    try {
      if (line.length > backupLimits.row) throw new RangeError('too long');
      const value: unknown = JSON.parse(line);
      // Reading copies only what it knows, so this could do no harm; but no ledger wrote it.
      if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
        throw new TypeError('__proto__');
      }
      return read(value);
    } catch (cause) {
      throw new BackupTrouble('bad-row', `${name}:${index + 1}`, { cause });
    }
  });
}
