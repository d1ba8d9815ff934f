import { useEffect, useMemo, useState } from 'preact/hooks';
import { DataScreen } from '../../../components/dashboard/data/data-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import type { BackupHead, DataActions } from '../../../utils/core/data-view.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { dataSummary } from '../../../utils/storage/data-summary.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { findPeople } from '../../../utils/storage/find-people.ts';
import { useLive } from '../../extension-pages/live.ts';
import {
  backUp,
  deleteAll,
  deletePerson,
  exportAs,
  keepMonths,
  recountAll,
  restore,
} from '../data-work.ts';
import { longWork, useLongWork } from '../use-long-work.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** People that are shown for what was typed. */
const MOST_FOUND = 8;

/** Takes backup, restore, export, recount and deletion to the ledger. */
export function Data({ database, around }: OpenedScreen) {
  const { value, trouble } = useLive(() => dataSummary(database), [database]);
  const work = useLongWork();
  const [wanted, setWanted] = useState('');
  const found = useLive(() => findPeople(database, wanted, MOST_FOUND), [database, wanted]);
  const { room, persist } = useRoom(`${value?.entries} ${work.kind}`);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const actions = useMemo(
    (): DataActions => ({
      onBackUp: () => void longWork.run('backup', (given) => backUp(database, given)),
      onOpenBackup: (file) => {
        setChosen(null);
        void longWork.run('open-backup', async ({ signal }) => {
          setChosen({ file, head: await headOf(database, file, signal) });
          return { work: 'open-backup' };
        });
      },
      onRestore: (allSettings) => {
        if (chosen === null) return;
        void longWork
          .run('restore', (given) => restore(database, chosen.file, allSettings, given))
          .then((done) => done && setChosen(null));
      },
      onCloseBackup: () => setChosen(null),
      onExport: (format) =>
        void longWork.run(`export-${format}`, (given) => exportAs(database, format, given)),
      onRecount: () => void longWork.run('recount', (given) => recountAll(database, given)),
      onKeepMonths: (months) =>
        void longWork.run('keep-months', () => keepMonths(database, months)),
      onFindPeople: setWanted,
      onForgetPerson: (person) =>
        void longWork.run('forget-person', () => deletePerson(database, person)),
      onDeleteAll: () => void longWork.run('delete-all', () => deleteAll(database)),
      onPersist: () => void persist(),
      onCancel: () => longWork.cancel(),
    }),
    [database, chosen, persist],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && (
        <DataScreen
          view={{
            kept: { ...value, ...room },
            work,
            backup: chosen?.head ?? null,
            keepMonths: around.settings.keepMonths ?? null,
            found: found.value ?? [],
          }}
          actions={actions}
        />
      )}
    </ScreenBody>
  );
}

interface Chosen {
  readonly file: File;
  readonly head: BackupHead;
}

async function headOf(
  database: LedgerDatabase,
  file: File,
  signal: AbortSignal,
): Promise<BackupHead> {
  const { openBackup } = await import('../../../utils/storage/backup/check-backup.ts');
  const { manifest } = await openBackup(file, signal);
  const device = await database.facts.get('device');
  return {
    fileName: file.name,
    created: epochMs(Date.parse(manifest.created)),
    entries: manifest.counts.entries ?? 0,
    own: manifest.device === device?.value,
  };
}

interface Room {
  readonly usage: number | null;
  readonly persistent: boolean | null;
}

/** How much room the extension's data takes, asked again when `after` changes. */
function useRoom(after: string): { readonly room: Room; persist(): Promise<void> } {
  const [room, setRoom] = useState<Room>({ usage: null, persistent: null });
  const read = useMemo(
    () => async () => {
      const { usage = null } = await navigator.storage.estimate();
      setRoom({ usage, persistent: await navigator.storage.persisted() });
    },
    [],
  );
  useEffect(() => {
    // A browser that does not say leaves it unknown.
    void read().catch(() => undefined);
  }, [after, read]);
  const persist = useMemo(
    () => async () => {
      await navigator.storage.persist();
      await read();
    },
    [read],
  );
  return { room, persist };
}
