import type { EntryKind } from './gift-event.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import type {
  PartTime,
  Report,
  ReportCreator,
  ReportGift,
  ReportGiver,
  ReportStream,
} from './report.ts';
import { epochMs } from './time.ts';

/** The entries behind a figure; null where no one question to the ledger has just these. */
export type EntriesOf = Partial<LedgerFilter> | null;

/** All entries of a report that are of a kind. */
export function entriesOfReport({ asked, span, streams }: Report, kind: EntryKind): EntriesOf {
  const days = { from: span.first, to: span.last };
  switch (asked.kind) {
    case 'agency':
      return { direction: 'received', kind, ...days, whose: 'followed' };
    case 'stream':
      return streams[0] === undefined ? null : entriesOfStream(streams[0], kind);
    default: {
      const { creator } = asked;
      const whose =
        creator === null ? ({ whose: 'mine' } as const) : { creator, platform: creator.platform };
      return { direction: 'received', kind, ...days, ...whose };
    }
  }
}

/** Those of a platform, a gift or a giver in the report. */
export function entriesWithin(
  report: Report,
  kind: EntryKind,
  part: Partial<Pick<LedgerFilter, 'platform' | 'gift' | 'person'>>,
): EntriesOf {
  const all = entriesOfReport(report, kind);
  return all === null ? null : { ...all, ...part };
}

/** Those of one gift; null for gifts that have no id to ask for. */
export function entriesOfGift(report: Report, { platform, gift }: ReportGift): EntriesOf {
  return gift === '' ? null : entriesWithin(report, 'gift', { gift: { platform, id: gift } });
}

/** Those of somebody who gave. */
export function entriesOfGiver(report: Report, { platform, person }: ReportGiver): EntriesOf {
  return entriesWithin(report, 'gift', { person: { platform, id: person.id } });
}

/** Those of a part of the report's time. */
export function entriesOfPart(report: Report, time: PartTime): EntriesOf {
  const all = entriesOfReport(report, 'gift');
  if (all === null) return null;
  return 'first' in time
    ? { ...all, from: time.first, to: time.last }
    : { ...all, during: { from: time.from, to: epochMs(time.to - 1) } };
}

/** Those of one whole stream. */
export function entriesOfStream({ stream }: ReportStream, kind: EntryKind): EntriesOf {
  return { direction: 'received', kind, session: stream.rooms };
}

/** Those of one creator in an agency's report. */
export function entriesOfCreator(
  { span }: Report,
  { platform, creator }: ReportCreator,
  kind: EntryKind,
): EntriesOf {
  return {
    direction: 'received',
    kind,
    from: span.first,
    to: span.last,
    platform,
    creator: { platform, id: creator.id },
  };
}
