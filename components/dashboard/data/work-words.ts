import type { WorkKind, WorkResult, WorkTrouble } from '../../../utils/core/data-view.ts';
import type { Progress } from '../../../utils/core/long-work.ts';
import { formatBytes } from '../../format.ts';
import type { Screen } from '../../screen.ts';
import type { MessageKey } from '../../text.ts';

export const workWords: Record<WorkKind, MessageKey> = {
  backup: 'dataWork_backup',
  'open-backup': 'dataWork_open_backup',
  restore: 'dataWork_restore',
  'export-csv': 'dataWork_export',
  'export-json': 'dataWork_export',
  recount: 'dataWork_recount',
  'forget-person': 'dataWork_forget_person',
  'keep-months': 'dataWork_keep_months',
  'delete-all': 'dataWork_delete_all',
};

export const stageWords: Record<Progress['stage'], MessageKey> = {
  reading: 'dataStage_reading',
  checking: 'dataStage_checking',
  joining: 'dataStage_joining',
  'working-out': 'dataStage_working_out',
};

export const troubleWords: Record<WorkTrouble, MessageKey> = {
  'not-a-backup': 'dataTrouble_not_a_backup',
  'newer-version': 'dataTrouble_newer_version',
  'too-large': 'dataTrouble_too_large',
  damaged: 'dataTrouble_damaged',
  'inflates-too-much': 'dataTrouble_inflates_too_much',
  'bad-row': 'dataTrouble_bad_row',
  busy: 'dataTrouble_busy',
  'no-room': 'dataTrouble_no_room',
  'own-account': 'dataTrouble_own_account',
  failed: 'dataTrouble_failed',
};

/** What came of work, in a sentence; empty where the screen shows it anyway. */
export function resultWords(result: WorkResult, { t, counted, locale }: Screen): string {
  switch (result.work) {
    case 'backup':
      return t('dataDone_backup', [
        counted(result.entries, 'dataEntryCount'),
        formatBytes(result.bytes, locale),
      ]);
    case 'export-csv':
    case 'export-json':
      return t('dataDone_export', [
        counted(result.entries, 'dataEntryCount'),
        formatBytes(result.bytes, locale),
      ]);
    case 'restore':
      return result.entriesAdded + result.entriesChanged + result.others === 0
        ? t('dataDone_restore_nothing')
        : t('dataDone_restore', [
            counted(result.entriesAdded, 'dataEntryCount'),
            counted(result.entriesChanged, 'dataEntryCount'),
            counted(result.others, 'dataRowCount'),
          ]);
    case 'recount':
      return result.different === 0
        ? t('dataDone_recount_same', [counted(result.totals, 'dataTotalCount')])
        : t('dataDone_recount_different', [counted(result.different, 'dataTotalCount')]);
    case 'forget-person':
      return t('dataDone_forget_person');
    case 'keep-months':
      return t('dataDone_keep_months');
    case 'delete-all':
      return t('dataDone_delete_all');
    case 'open-backup':
      return '';
  }
}
