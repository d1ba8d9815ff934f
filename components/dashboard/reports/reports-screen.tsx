import {
  type ReportAsked,
  type ReportKind,
  reportAddress,
  reportBeside,
  reportKinds,
  taxYearOf,
} from '../../../utils/core/report-address.ts';
import type { ReportActions, ReportsView } from '../../../utils/core/report-views.ts';
import { dayOf, type Month, monthOf } from '../../../utils/core/time.ts';
import { formatMoment } from '../../dates.ts';
import { safeText } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { dayChoices, monthChoices } from '../calendar-choices.ts';
import { SelectField } from '../field.tsx';
import { ReportPage } from './report-page.tsx';
import { periodName } from './report-words.ts';

/** Reports: which one, the report itself, and its ways out: paper, CSV and JSON. */
export function ReportsScreen(props: { view: ReportsView; actions: ReportActions }) {
  const { t } = useScreen();
  const { view, actions } = props;
  const { report } = view;
  return (
    <>
      <div class="screen-only report-choice">
        <p class="lead">{t('reportsLead')}</p>
        <Kinds view={view} />
        <Choice {...props} />
        {report !== null && (
          <div class="buttons">
            <button type="button" class="button" onClick={() => actions.onPrint()}>
              {t('reportPrint')}
            </button>
            <button type="button" class="button quiet" onClick={() => actions.onExport('csv')}>
              {t('reportCsv')}
            </button>
            <button type="button" class="button quiet" onClick={() => actions.onExport('json')}>
              {t('reportJson')}
            </button>
          </div>
        )}
      </div>
      {report === null ? (
        <div class="panel empty">
          <h3>{t('reportNoStreamTitle')}</h3>
          <p>{t('reportNoStream')}</p>
        </div>
      ) : (
        <ReportPage report={report} />
      )}
    </>
  );
}

function Kinds({ view }: { view: ReportsView }) {
  const screen = useScreen();
  return (
    <ul class="switches">
      {reportKinds.map((kind) => (
        <li key={kind}>
          <a
            href={reportAddress(ofKind(kind, view, screen))}
            {...(kind === view.asked.kind ? { 'aria-current': 'true' as const } : {})}
          >
            {screen.t(`reportKind_${kind}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The report of another kind that is nearest to the one that is open. */
function ofKind(kind: ReportKind, { asked, taxYear }: ReportsView, screen: Screen): ReportAsked {
  if (kind === asked.kind) return asked;
  const today = dayOf(screen.now, screen.zone);
  const month: Month = 'month' in asked ? asked.month : monthOf(today);
  const creator = 'creator' in asked ? asked.creator : null;
  switch (kind) {
    case 'stream':
      return { kind, room: null };
    case 'year':
      return { kind, year: taxYearOf(today, taxYear), creator };
    case 'month':
      return { kind, month, creator };
    case 'agency':
      return { kind, month };
  }
}

function Choice({ view, actions }: { view: ReportsView; actions: ReportActions }) {
  const screen = useScreen();
  const { t, language, zone } = screen;
  const { asked, report, streams, taxYear } = view;
  const [before, after] = ([-1, 1] as const).map((by) => reportBeside(asked, by));
  return (
    <div class="grid">
      {before && after && (
        <nav aria-label={t('filterPeriod')} class="steps">
          <a class="button quiet" href={reportAddress(before)}>
            <span class="arrow" aria-hidden="true" />
            <span class="unseen">{t('periodBefore')}</span>
          </a>
          {report !== null && <b>{periodName(report, screen)}</b>}
          <a class="button quiet" href={reportAddress(after)}>
            <span class="arrow next" aria-hidden="true" />
            <span class="unseen">{t('periodAfter')}</span>
          </a>
        </nav>
      )}
      {asked.kind === 'stream' && streams.length > 0 && (
        <SelectField
          id="report-stream"
          label={t('reportColumnStream')}
          value={streams.find(({ room }) => room === openRoom(report))?.room ?? ''}
          choices={[
            ...(streams.some(({ room }) => room === openRoom(report))
              ? []
              : [{ value: '' as const, label: t('reportOtherStream') }]),
            ...streams.map(({ room, title, from }) => ({
              value: room,
              label: [formatMoment(from, zone, language), safeText(title)]
                .filter(Boolean)
                .join(' · '),
            })),
          ]}
          onChoose={(room) => room !== '' && actions.onOpen({ kind: 'stream', room })}
        />
      )}
      {asked.kind === 'year' && (
        <>
          <SelectField
            id="tax-month"
            label={t('reportTaxMonth')}
            value={String(taxYear.month)}
            choices={monthChoices(language)}
            onChoose={(month) => actions.onChooseTaxYear({ ...taxYear, month: Number(month) })}
          />
          <SelectField
            id="tax-day"
            label={t('budgetFirstDay')}
            hint={t('reportTaxHint')}
            value={String(taxYear.day)}
            choices={dayChoices()}
            onChoose={(day) => actions.onChooseTaxYear({ ...taxYear, day: Number(day) })}
          />
        </>
      )}
    </div>
  );
}

function openRoom(report: ReportsView['report']) {
  return report?.asked.kind === 'stream' ? report.asked.room : null;
}
