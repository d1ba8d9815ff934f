import type { WorkState } from '../../../utils/core/data-view.ts';
import { formatCount, formatShare } from '../../format.ts';
import { isolate, safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { resultWords, stageWords, troubleWords, workWords } from './work-words.ts';

/** How far long work is, with the way out of it; then what came of it. */
export function WorkNote({ work, onCancel }: { work: WorkState; onCancel(): void }) {
  return (
    <div class="work" aria-live="polite">
      {work.kind === 'running' && <Running work={work} onCancel={onCancel} />}
      {work.kind !== 'running' && work.kind !== 'idle' && <Ended work={work} />}
    </div>
  );
}

function Running(props: { work: Extract<WorkState, { kind: 'running' }>; onCancel(): void }) {
  const { t, locale } = useScreen();
  const { work, progress } = props.work;
  const known = progress !== null && progress.total > 0;
  const stage = progress === null ? '' : t(stageWords[progress.stage]);
  return (
    <section class="note running">
      <div>
        <b>{t(workWords[work])}</b>
        {/* Not read out with every step: the bar can be asked. */}
        <p class="under" aria-hidden="true">
          {known
            ? t('dataStageOf', [
                stage,
                formatCount(progress.done, locale),
                formatCount(progress.total, locale),
                formatShare(progress.done / progress.total, locale),
              ])
            : stage}
        </p>
      </div>
      <button type="button" class="button quiet" onClick={props.onCancel}>
        {t('cancel')}
      </button>
      <progress
        aria-label={t(workWords[work])}
        {...(known ? { value: progress.done, max: progress.total } : {})}
      />
    </section>
  );
}

function Ended({ work }: { work: Exclude<WorkState, { kind: 'idle' | 'running' }> }) {
  const screen = useScreen();
  const { t } = screen;
  if (work.kind === 'failed') {
    const { trouble, where } = work;
    return (
      <div class="note" data-tone="trouble">
        <b>{t(troubleWords[trouble])}</b>
        <p>{t('dataNothingChanged')}</p>
        {where !== '' && <p class="under">{t('dataWhere', [isolate(safeText(where))])}</p>}
      </div>
    );
  }
  if (work.kind === 'cancelled') {
    return <p class="note">{t('dataCancelled')}</p>;
  }
  const words = resultWords(work.result, screen);
  return words === '' ? null : <p class="note">{words}</p>;
}
