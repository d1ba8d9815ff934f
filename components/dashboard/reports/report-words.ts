import type { LedgerSum } from '../../../utils/core/ledger-views.ts';
import type { PartTime, Report, ReportDoubt } from '../../../utils/core/report.ts';
import type { Day } from '../../../utils/core/time.ts';
import { isOwnUnit } from '../../../utils/core/units.ts';
import { formatDate, formatLength, formatMoments } from '../../dates.ts';
import { isolate, safeText } from '../../names.ts';
import type { Screen } from '../../screen.ts';
import { unitsWords } from '../../sum-words.tsx';
import { rangeWords } from '../../worth-words.ts';

/** What a report is called, with its time: `Statement for November 2026`. */
export function reportTitle({ asked, span, streams }: Report, screen: Screen): string {
  const { t } = screen;
  switch (asked.kind) {
    case 'stream': {
      const stream = streams[0]?.stream;
      const title = safeText(stream?.title ?? '');
      return title === '' ? t('reportOfStream') : t('reportOfStreamNamed', [isolate(title)]);
    }
    case 'year':
      return t('reportOfYear', [dateWords(span.first, screen), dateWords(span.last, screen)]);
    default:
      return t(asked.kind === 'agency' ? 'reportOfAgency' : 'reportOfMonth', [
        monthWords(span.first, screen),
      ]);
  }
}

/** A report's time in short: the month, or the years of a tax year. */
export function periodName({ asked, span }: Report, screen: Screen): string {
  if (asked.kind !== 'year') return monthWords(span.first, screen);
  const [first, last] = [span.first, span.last].map((day) =>
    formatDate(day, screen.language, { year: 'numeric' }),
  );
  return first === last ? (first ?? '') : screen.t('range', [first ?? '', last ?? '']);
}

/** When a stream was, or when a report's days are. */
export function reportTime({ asked, span, streams }: Report, screen: Screen): string {
  const stream = streams[0]?.stream;
  return asked.kind === 'stream' && stream !== undefined
    ? formatMoments(stream, screen)
    : screen.t('range', [dateWords(span.first, screen), dateWords(span.last, screen)]);
}

/** A day with its year: a statement is read years later. */
export function dateWords(day: Day, { language }: Screen): string {
  return formatDate(day, language, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** A month with its year. */
export function monthWords(day: Day, { language }: Screen): string {
  return formatDate(day, language, { year: 'numeric', month: 'long' });
}

/** A part's name: a day, a month or what is left of it, or a time of day. */
export function partWords(time: PartTime, screen: Screen): string {
  const { language, zone } = screen;
  if (!('first' in time)) {
    return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(
      time.from,
    );
  }
  const { first, last } = time;
  if (first === last) {
    return formatDate(first, language, { month: 'short', day: 'numeric', weekday: 'short' });
  }
  const isWhole = first.endsWith('-01') && nextDay(last).endsWith('-01');
  return isWhole
    ? monthWords(first, screen)
    : screen.t('range', [dateWords(first, screen), dateWords(last, screen)]);
}

function nextDay(day: Day): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** A part's name where there is little room, under a bar. */
export function partShort(time: PartTime, screen: Screen): string {
  if (!('first' in time)) return partWords(time, screen);
  const { language } = screen;
  return time.first === time.last
    ? formatDate(time.first, language, { day: 'numeric' })
    : formatDate(time.first, language, { month: 'narrow' });
}

/** What came in in the units that it was given in; a dash where nothing was. */
export function inUnits(sum: LedgerSum, screen: Screen): string {
  return unitsWords(sum, null, screen, 22) || '–';
}

/** What gifts are worth; that it is not known, where a rate is missing; a dash where there are none. */
export function worthWords(
  { gifts, worth }: { readonly gifts: LedgerSum; readonly worth: Report['came']['worth'] },
  screen: Screen,
): string {
  if (gifts.amounts.every(({ units }) => units === 0)) return '–';
  return worth === null
    ? screen.t('reportWorthUnknown')
    : screen.t('about', [rangeWords(worth, screen, (money) => screen.money(money, 18))]);
}

/** What a report does not know, in a sentence. */
export function doubtSentence(doubt: ReportDoubt, screen: Screen): string {
  const { t } = screen;
  switch (doubt.what) {
    case 'not-over':
      return t('reportNotOver');
    case 'begins':
      return t('reportBegins', [dateWords(doubt.day, screen)]);
    case 'unseen':
      return t('reportUnseen', [formatLength(doubt.ms, screen.language)]);
    case 'unnoted':
      return screen.counted(doubt.streams, 'reportUnnoted');
    case 'missed':
      return t('reportMissed', [screen.units(doubt.units, doubt.unit)]);
    case 'unpriced':
      return screen.counted(doubt.payments, 'reportUnpriced');
    case 'no-rate':
      return t('reportNoRate', [
        isOwnUnit(doubt.unit) ? screen.unitName(doubt.unit) : doubt.unit.slice('money:'.length),
      ]);
    case 'by-hand':
      return screen.counted(doubt.payments, 'reportByHand');
  }
}
