import { DataScreen } from '../../components/dashboard/data/data-screen.tsx';
import type {
  BackupHead,
  DataActions,
  FoundPerson,
  KeptData,
  WorkState,
  YourData,
} from '../../utils/core/data-view.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, person } from './make.ts';

/** Does nothing: the gallery shows states. */
export const noDataActions: DataActions = {
  onBackUp: () => {},
  onOpenBackup: () => {},
  onRestore: () => {},
  onCloseBackup: () => {},
  onExport: () => {},
  onRecount: () => {},
  onKeepMonths: () => {},
  onFindPeople: () => {},
  onForgetPerson: () => {},
  onDeleteAll: () => {},
  onPersist: () => {},
  onCancel: () => {},
};

const DAY = 24 * 60;

const kept: KeptData = {
  since: ago(212 * DAY),
  entries: 12_480,
  people: 1_204,
  usage: 7_340_000,
  persistent: false,
};
const empty: KeptData = { since: null, entries: 0, people: 0, usage: null, persistent: null };
const huge: KeptData = {
  since: ago(3_000 * DAY),
  entries: 123_456_789,
  people: 98_765_432,
  usage: 48_123_456_789,
  persistent: true,
};

const backup: BackupHead = {
  fileName: 'gift-ledger-backup-2026-11-19.zip',
  created: ago(3 * DAY),
  entries: 12_104,
  own: true,
};
const others: BackupHead = {
  fileName: `${'a name that goes on '.repeat(8)}.zip`,
  created: ago(400 * DAY),
  entries: 1,
  own: false,
};

const found: readonly FoundPerson[] = [
  { platform: 'tiktok', person: person('noor.live', 'Noor') },
  { platform: 'tiktok', person: person('', 'x'.repeat(200)) },
];

const idle: WorkState = { kind: 'idle' };

export function dataExample(
  part: Partial<YourData>,
  more: Partial<DashboardExample> = {},
  actions: Partial<DataActions> = {},
): DashboardExample {
  const view: YourData = {
    kept,
    work: idle,
    backup: null,
    keepMonths: null,
    found: [],
    ...part,
  };
  return {
    open: 'data',
    content: () => <DataScreen view={view} actions={{ ...noDataActions, ...actions }} />,
    ...more,
  };
}

const restoring: WorkState = {
  kind: 'running',
  work: 'restore',
  progress: { stage: 'checking', done: 84_210, total: 200_000 },
};
const failed = (
  trouble: Extract<WorkState, { kind: 'failed' }>['trouble'],
  where = '',
): WorkState => ({
  kind: 'failed',
  work: 'open-backup',
  trouble,
  where,
});
const turned = { words: 'right-to-left' as const, locale: 'ar-EG' };

/** Every state of the screen "Your data", by name. */
export const dataExamples: Readonly<Record<string, DashboardExample>> = {
  data: dataExample({}),
  'data-empty': dataExample({ kept: empty }),
  'data-huge': dataExample({
    kept: huge,
    work: { kind: 'done', result: { work: 'backup', entries: 123_456_789, bytes: 4_812_345_678 } },
  }),
  'data-people': dataExample({ keepMonths: 12, found }),
  'data-chosen': dataExample({ backup }),
  'data-restoring': dataExample({ backup, work: restoring }),
  'data-working-out': dataExample({
    work: {
      kind: 'running',
      work: 'recount',
      progress: { stage: 'working-out', done: 0, total: 0 },
    },
  }),
  'data-restored': dataExample({
    work: {
      kind: 'done',
      result: { work: 'restore', entriesAdded: 1_204, entriesChanged: 1, others: 77 },
    },
  }),
  'data-recounted': dataExample({
    work: { kind: 'done', result: { work: 'recount', totals: 4_210, different: 3 } },
  }),
  'data-deleted': dataExample({
    kept: empty,
    work: { kind: 'done', result: { work: 'delete-all' } },
  }),
  'data-cancelled': dataExample({ work: { kind: 'cancelled', work: 'restore' } }),
  'data-newer': dataExample({ work: failed('newer-version', 'manifest.json') }),
  'data-damaged': dataExample({ work: failed('damaged', 'entries-0007.ndjson') }),
  'data-bad-row': dataExample({ work: failed('bad-row', 'entries-0007.ndjson:1204') }),
  'data-long': dataExample({ backup: others, work: restoring }, { words: 'long', locale: 'de' }),
  'data-right-to-left': dataExample({ backup, work: restoring }, turned),
  'data-right-to-left-failed': dataExample({ work: failed('failed', 'InvalidStateError') }, turned),
};
