import { useEffect, useMemo } from 'preact/hooks';
import { reportTitle } from '../../../components/dashboard/reports/report-words.ts';
import { ReportsScreen } from '../../../components/dashboard/reports/reports-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { unisolated } from '../../../components/names.ts';
import { createScreen } from '../../../components/screen.ts';
import type { Report } from '../../../utils/core/report.ts';
import { readReportAddress, reportAddress } from '../../../utils/core/report-address.ts';
import { reportCsv, reportJson } from '../../../utils/core/report-file.ts';
import type { ReportActions, ReportsView } from '../../../utils/core/report-views.ts';
import { dayOf, epochMs } from '../../../utils/core/time.ts';
import { translate } from '../../../utils/messaging/translate.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { reportOf } from '../../../utils/storage/report.ts';
import { chooseTaxYear, taxYearStart } from '../../../utils/storage/settings.ts';
import { ownStreams } from '../../../utils/storage/stream-summary.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { DashboardAround } from '../around.ts';
import { saveFile } from '../save-file.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** Reports with their data. */
export function Reports({ database, around, chosen }: OpenedScreen) {
  const { value, trouble } = useLive(
    async () => readView(database, around, chosen),
    [database, around, chosen],
  );
  const report = value?.report ?? null;
  const actions = useMemo(
    (): ReportActions => ({
      onOpen: (asked) => {
        location.hash = reportAddress(asked);
      },
      onChooseTaxYear: (start) => void chooseTaxYear(start),
      onPrint: () => print(),
      onExport: (format) => report !== null && save(report, format),
    }),
    [report],
  );
  useEffect(() => {
    if (report === null) return;
    // Browsers name the file after it that a page is printed to.
    const words = { translate, locale: navigator.language, zone: report.zone };
    const title = reportTitle(report, createScreen(words, report.made));
    document.title = `${unisolated(title)} · ${translate('extensionName')}`;
  }, [report]);
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && <ReportsScreen view={value} actions={actions} />}
    </ScreenBody>
  );
}

async function readView(
  database: LedgerDatabase,
  { settings, zone }: DashboardAround,
  chosen: URLSearchParams,
): Promise<ReportsView> {
  const now = epochMs(Date.now());
  const taxYear = taxYearStart(settings);
  const asked = readReportAddress(chosen, dayOf(now, zone), taxYear);
  const streams = asked.kind === 'stream' ? await ownStreams(database) : [];
  return {
    asked,
    report: await reportOf(database, asked, { now, zone, taxYear }),
    streams: streams.flatMap(({ rooms: [room], title, from }) =>
      room === undefined ? [] : [{ room, title, from }],
    ),
    taxYear,
  };
}

function save(report: Report, format: 'csv' | 'json'): void {
  const [text, type] =
    format === 'csv'
      ? [reportCsv(report), 'text/csv;charset=utf-8']
      : [reportJson(report), 'application/json'];
  const { asked, span } = report;
  const name = ['gift-ledger', asked.kind, span.first, span.last].join('-');
  saveFile(new Blob([text], { type }), `${name}.${format}`);
}
