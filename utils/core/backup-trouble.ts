/** What can be wrong with a file that should be a backup, and with working on one, by name. */
export type BackupTroubleName =
  /** No zip file, or none of ours. */
  | 'not-a-backup'
  /** Made by a version of the extension that knows more than this one. */
  | 'newer-version'
  /** Larger than any ledger; refused before it is read. */
  | 'too-large'
  /** Cut short or changed: half a file, a part that is missing, that cannot be inflated or has another hash. */
  | 'damaged'
  /** Inflates to far more than it is: a zip bomb. */
  | 'inflates-too-much'
  /** A row that no ledger can hold. */
  | 'bad-row';

/** Thrown for a backup that cannot be restored. Nothing was changed then. */
export class BackupTrouble extends Error {
  override readonly name = 'BackupTrouble';
  readonly trouble: BackupTroubleName;
  /** The part and the line in it, such as `entries-0001.ndjson:17`; empty where it is the file as a whole. */
  readonly where: string;
  constructor(trouble: BackupTroubleName, where = '', options?: ErrorOptions) {
    super(where === '' ? trouble : `${trouble} at ${where}`, options);
    this.trouble = trouble;
    this.where = where;
  }
}
