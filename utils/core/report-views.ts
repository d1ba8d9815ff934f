import type { Report } from './report.ts';
import type { ReportAsked, TaxYearStart } from './report-address.ts';
import type { EpochMs } from './time.ts';
import type { SessionId } from './totals.ts';

/** A stream that a report can be made of. */
export interface StreamChoice {
  /** Its first room. */
  readonly room: SessionId;
  readonly title: string;
  readonly from: EpochMs;
}

/** What the screen of reports shows. */
export interface ReportsView {
  readonly asked: ReportAsked;
  /** Null where there is no such stream. */
  readonly report: Report | null;
  /** The user's own, the latest first. */
  readonly streams: readonly StreamChoice[];
  readonly taxYear: TaxYearStart;
}

/** What the user does there. */
export interface ReportActions {
  onOpen(asked: ReportAsked): void;
  onChooseTaxYear(start: TaxYearStart): void;
  onPrint(): void;
  onExport(format: 'csv' | 'json'): void;
}
