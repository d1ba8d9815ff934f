import { useRef, useState } from 'preact/hooks';
import type { BackupHead, DataActions } from '../../../utils/core/data-view.ts';
import { formatMoment } from '../../dates.ts';
import { isolate, safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';

/** Where a backup is chosen or dropped, looked at, and restored once the user says so. */
export function RestorePanel(props: {
  backup: BackupHead | null;
  busy: boolean;
  actions: DataActions;
}) {
  const { t } = useScreen();
  const { backup, busy, actions } = props;
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const open = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined && !busy) actions.onOpenBackup(file);
  };
  return (
    <section
      class="panel task"
      aria-label={t('dataRestore')}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        open(event.dataTransfer?.files);
      }}
    >
      <div>
        <h3>{t('dataRestore')}</h3>
        <p class="under">{t('dataRestoreSays')}</p>
      </div>
      <div class="buttons">
        <input
          ref={picker}
          type="file"
          accept=".zip,application/zip"
          class="unseen"
          tabIndex={-1}
          aria-label={t('dataChooseFile')}
          onChange={(event) => {
            open(event.currentTarget.files);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <button
          type="button"
          class="button quiet"
          disabled={busy}
          onClick={() => picker.current?.click()}
        >
          {t('dataChooseFile')}
        </button>
      </div>
      {backup !== null && <Chosen backup={backup} busy={busy} actions={actions} />}
    </section>
  );
}

function Chosen(props: { backup: BackupHead; busy: boolean; actions: DataActions }) {
  const { t, counted, zone, language } = useScreen();
  const { backup, busy, actions } = props;
  const [allSettings, setAllSettings] = useState(false);
  return (
    <div class="note chosen">
      <b>
        {t(backup.own ? 'dataBackupOwn' : 'dataBackupOther', [
          formatMoment(backup.created, zone, language),
          counted(backup.entries, 'dataEntryCount'),
        ])}
      </b>
      <p class="under">{isolate(safeText(backup.fileName))}</p>
      <p>{t('dataRestoreMeans')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={allSettings}
          onChange={(event) => setAllSettings(event.currentTarget.checked)}
        />
        {t('dataAllSettings')}
      </label>
      <div class="buttons">
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => actions.onRestore(allSettings)}
        >
          {t('dataRestoreDo')}
        </button>
        <button type="button" class="button quiet" disabled={busy} onClick={actions.onCloseBackup}>
          {t('dataRestoreNot')}
        </button>
      </div>
    </div>
  );
}
