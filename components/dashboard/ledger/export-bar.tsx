import type { WorkState } from '../../../utils/core/data-view.ts';
import { useScreen } from '../../screen.ts';
import { WorkNote } from '../data/work-note.tsx';

/** Carries away the entries that are shown, as a file; how far that is, and the way out of it. */
export function ExportBar(props: {
  work: WorkState;
  onExport(format: 'csv' | 'json'): void;
  onCancel(): void;
}) {
  const { t } = useScreen();
  const busy = props.work.kind === 'running';
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button quiet"
          disabled={busy}
          onClick={() => props.onExport('csv')}
        >
          {t('dataExportCsv')}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={busy}
          onClick={() => props.onExport('json')}
        >
          {t('dataExportJson')}
        </button>
      </div>
      <WorkNote work={props.work} onCancel={props.onCancel} />
    </>
  );
}
