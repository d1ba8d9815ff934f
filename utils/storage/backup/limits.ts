/**
 * Limits of a backup file. Everything in it may be made up to do harm, so each is checked before what it limits is
 * read. A ledger of a million entries is some 400 MB inflated.
 */
export const backupLimits = {
  /** Bytes of the file. */
  file: 1_000_000_000,
  /** Parts of the file. */
  parts: 10_000,
  /** Bytes of the manifest, inflated. */
  manifest: 4_000_000,
  /** Bytes of one part, inflated. */
  part: 16_000_000,
  /** Bytes of all parts together, inflated. */
  inflated: 4_000_000_000,
  /** Bytes inflated from one. Rows that differ in nothing but their ids give 60 (measured); deflate gives up to 1,032. */
  ratio: 500,
  /** Characters of one row. */
  row: 200_000,
} as const;

/** Bytes after which a part that is being written is closed: small enough to be held and hashed at once. */
export const PART_BYTES = 4_000_000;
