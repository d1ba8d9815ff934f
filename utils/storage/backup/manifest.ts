import * as z from 'zod/mini';
import { BackupTrouble } from '../../core/backup-trouble.ts';
import type { KeptTable } from './rows.ts';
import { keptTableNames } from './tables.ts';

export const BACKUP_FORMAT = 'gift-ledger-backup';

/**
 * Raised with every change of rows that an earlier version of the extension would refuse or misread. 2 added exchange
 * rates; 1 is read as it is.
 */
export const BACKUP_VERSION = 2;

export const MANIFEST = 'manifest.json';

const tables: readonly [KeptTable | 'settings', ...KeptTable[]] = ['settings', ...keptTableNames];

const part = z.strictObject({
  name: z.string().check(z.regex(/^[A-Za-z]+-\d{4,5}\.ndjson$/)),
  table: z.enum(tables),
  rows: z.int().check(z.nonnegative()),
  bytes: z.int().check(z.nonnegative()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const manifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal([1, BACKUP_VERSION]),
  /** ISO 8601, UTC. */
  created: z.iso.datetime(),
  /** The installation that made it, as in the stamps of its operations. */
  device: z.string().check(z.regex(/^[0-9a-z]{4,32}$/)),
  /** The zone that its ledger counts days in. */
  zone: z.string().check(z.maxLength(100)),
  counts: z.partialRecord(z.enum(tables), z.int().check(z.nonnegative())),
  parts: z.array(part).check(z.maxLength(10_000)),
});

/** What a backup holds, told first. */
export type Manifest = z.infer<typeof manifest>;

/** One part of a backup: rows of one table, one JSON object a line. */
export type ManifestPart = Manifest['parts'][number];

const head = z.object({ format: z.literal(BACKUP_FORMAT), version: z.int() });

/** Reads a manifest. Throws {@link BackupTrouble}: not ours, of a newer version, or damaged. */
export function readManifest(text: string): Manifest {
  const value = parsed(text);
  const known = head.safeParse(value);
  if (!known.success) {
    throw new BackupTrouble('not-a-backup', MANIFEST);
  }
  if (known.data.version > BACKUP_VERSION) {
    throw new BackupTrouble('newer-version', MANIFEST);
  }
  const read = manifest.safeParse(value);
  if (!read.success || !addsUp(read.data)) {
    throw new BackupTrouble('damaged', MANIFEST);
  }
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BackupTrouble('damaged', MANIFEST, { cause });
  }
}

/** Whether parts have names of their own and hold as many rows as the counts say. */
function addsUp({ parts, counts }: Manifest): boolean {
  const sums = new Map<string, number>();
  for (const { table, rows } of parts) sums.set(table, (sums.get(table) ?? 0) + rows);
  return (
    new Set(parts.map(({ name }) => name)).size === parts.length &&
    tables.every((table) => (counts[table] ?? 0) === (sums.get(table) ?? 0))
  );
}
