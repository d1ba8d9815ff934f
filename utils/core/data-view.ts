/** What the screen "Your data" shows, as plain data, and what the user does there. */

import type { BackupTroubleName } from './backup-trouble.ts';
import type { PlatformId } from './ids.ts';
import type { Progress } from './long-work.ts';
import type { EpochMs } from './time.ts';
import type { PersonView } from './views.ts';

/** Work on the whole ledger that may take a while. */
export type WorkKind =
  | 'backup'
  | 'open-backup'
  | 'restore'
  | 'export-csv'
  | 'export-json'
  | 'recount'
  | 'forget-person'
  | 'keep-months'
  | 'delete-all';

/** Why work did not come to its end. Nothing was changed then. */
export type WorkTrouble =
  | BackupTroubleName
  /** Another tab works on the whole ledger. */
  | 'busy'
  /** The device has no room left. */
  | 'no-room'
  /** The person to be deleted is the user. */
  | 'own-account'
  | 'failed';

/** What came of work. */
export type WorkResult =
  | { readonly work: 'backup'; readonly entries: number; readonly bytes: number }
  | { readonly work: 'open-backup' }
  | {
      readonly work: 'restore';
      readonly entriesAdded: number;
      readonly entriesChanged: number;
      /** Rows of anything else that came or say more now. */
      readonly others: number;
    }
  | {
      readonly work: 'export-csv' | 'export-json';
      readonly entries: number;
      readonly bytes: number;
    }
  | { readonly work: 'recount'; readonly totals: number; readonly different: number }
  | { readonly work: 'forget-person' | 'keep-months' | 'delete-all' };

/** Where long work is. */
export type WorkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly work: WorkKind; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly result: WorkResult }
  | { readonly kind: 'cancelled'; readonly work: WorkKind }
  | {
      readonly kind: 'failed';
      readonly work: WorkKind;
      readonly trouble: WorkTrouble;
      /** The place in the file, or the error's name; may be empty. */
      readonly where: string;
    };

/** What a backup tells of itself before it is restored. */
export interface BackupHead {
  readonly fileName: string;
  readonly created: EpochMs;
  readonly entries: number;
  /** Whether it was made here. */
  readonly own: boolean;
}

/** How much the ledger holds, and where. */
export interface KeptData {
  /** The time of the first entry; null while there is none. */
  readonly since: EpochMs | null;
  readonly entries: number;
  readonly people: number;
  /** Bytes on disk; null where the browser does not say. */
  readonly usage: number | null;
  /** Whether the browser may clear it when the device runs out of room; null where it does not say. */
  readonly persistent: boolean | null;
}

/** Someone whose name is kept. */
export interface FoundPerson {
  readonly platform: PlatformId;
  readonly person: PersonView;
}

/** Everything that the screen shows. */
export interface YourData {
  readonly kept: KeptData;
  readonly work: WorkState;
  /** The backup that waits for the user's word; null where none does. */
  readonly backup: BackupHead | null;
  /** For how many months senders of what was received are kept; null for always. */
  readonly keepMonths: number | null;
  /** People who fit what was typed. */
  readonly found: readonly FoundPerson[];
}

/** What the user can do on the screen. */
export interface DataActions {
  onBackUp(): void;
  /** Looks into a file that should be a backup. */
  onOpenBackup(file: File): void;
  onRestore(allSettings: boolean): void;
  onCloseBackup(): void;
  onExport(format: 'csv' | 'json'): void;
  onRecount(): void;
  onKeepMonths(months: number | null): void;
  onFindPeople(text: string): void;
  onForgetPerson(found: FoundPerson): void;
  onDeleteAll(): void;
  onPersist(): void;
  onCancel(): void;
}
