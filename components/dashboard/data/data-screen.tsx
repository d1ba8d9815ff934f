import type { DataActions, YourData } from '../../../utils/core/data-view.ts';
import { useScreen } from '../../screen.ts';
import { DeletePanel } from './delete-panel.tsx';
import { KeptCards } from './kept-cards.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { Task } from './task.tsx';
import { WorkNote } from './work-note.tsx';

/** Where the user sees how much is kept, carries it away, brings it back, checks and deletes it. */
export function DataScreen({ view, actions }: { view: YourData; actions: DataActions }) {
  const { t } = useScreen();
  const { kept, work, backup } = view;
  const busy = work.kind === 'running';
  return (
    <>
      <p class="lead">{t('dataLead')}</p>
      <WorkNote work={work} onCancel={actions.onCancel} />
      <KeptCards kept={kept} onPersist={actions.onPersist} />
      <Task
        title={t('dataBackup')}
        says={t('dataBackupSays')}
        buttons={[{ label: t('dataBackupMake'), onPress: actions.onBackUp }]}
        busy={busy}
      />
      <RestorePanel backup={backup} busy={busy} actions={actions} />
      <Task
        title={t('dataExport')}
        says={t('dataExportSays')}
        buttons={[
          { label: t('dataExportCsv'), onPress: () => actions.onExport('csv') },
          { label: t('dataExportJson'), onPress: () => actions.onExport('json') },
        ]}
        busy={busy || kept.entries === 0}
      />
      <Task
        title={t('dataRecount')}
        says={t('dataRecountSays')}
        buttons={[{ label: t('dataRecountDo'), onPress: actions.onRecount }]}
        busy={busy}
      />
      <PeoplePanel view={view} busy={busy} actions={actions} />
      <DeletePanel busy={busy} actions={actions} />
    </>
  );
}
