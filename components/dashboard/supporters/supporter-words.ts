import { type MoneyRange, middleOf } from '../../../utils/core/conversion.ts';
import type { PlatformId } from '../../../utils/core/ids.ts';
import type { BoardView } from '../../../utils/core/supporter-views.ts';
import type { Standing } from '../../../utils/core/supporters.ts';
import type { BoardMeasure } from '../../../utils/core/supporters-address.ts';
import type { Day } from '../../../utils/core/time.ts';
import type { PersonView, Sum } from '../../../utils/core/views.ts';
import { formatDate, formatMomentShort } from '../../dates.ts';
import { safeText } from '../../names.ts';
import { type Screen, unitWords } from '../../screen.ts';
import { isEmpty, unitsWords } from '../../sum-words.tsx';
import type { MessageKey } from '../../text.ts';
import { rangeWords } from '../../worth-words.ts';

/** What somebody is to a creator, as a badge. */
export const standingWords: Readonly<Record<Standing, MessageKey>> = {
  'first-time': 'standing_first_time',
  returning: 'standing_returning',
  lapsed: 'standing_lapsed',
};

/** What people are ranked by, as a choice. */
export function measureWords(by: BoardMeasure, { t }: Screen): string {
  return by === 'worth' ? t('rankByWorth') : t(unitWords[by].name);
}

/** The time that a leaderboard is of: `November 2026`, `Nov 16 to Nov 22`, a stream's title, all time. */
export function boardTitle(
  { address, span, streams, stream }: Pick<BoardView, 'address' | 'span' | 'streams' | 'stream'>,
  screen: Screen,
): string {
  const { t, language } = screen;
  if (span === null) {
    const of = streams.find(({ id }) => id === stream);
    return of === undefined
      ? t(address.period === 'stream' ? 'boardPeriod_stream' : 'boardPeriod_always')
      : streamWords(of, screen);
  }
  const day = (of: Day, options: Intl.DateTimeFormatOptions) => formatDate(of, language, options);
  switch (address.period) {
    case 'day':
      return day(span.first, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
    case 'year':
      return day(span.first, { year: 'numeric' });
    case 'month':
      return day(span.first, { month: 'long', year: 'numeric' });
    default:
      return t('range', [
        day(span.first, { month: 'short', day: 'numeric' }),
        day(span.last, { month: 'short', day: 'numeric', year: 'numeric' }),
      ]);
  }
}

/** A stream as a choice: when it began, and its title. */
export function streamWords(
  { title, from }: BoardView['streams'][number],
  { t, now, zone, language }: Screen,
): string {
  const when = formatMomentShort(from, now, zone, language);
  return `${when} · ${safeText(title) || t('streamUntitled')}`;
}

/** A day as it stands in a sentence. */
export function dayWords(day: Day, { language }: Screen): string {
  return formatDate(day, language, { month: 'short', day: 'numeric', year: 'numeric' });
}

/** What was given, in units: `3,621 coins · 50 bits`; gifts where no price of any is known. */
export function givenWords(sum: Sum, screen: Screen, fit?: number): string {
  return isEmpty(sum) || sum.amounts.length === 0
    ? screen.counted(sum.gifts, 'gifts', fit)
    : unitsWords(sum, null, screen, fit);
}

/** What it is worth, always "about"; empty where no rate is known for all of it. */
export function aboutWords(worth: MoneyRange | null, screen: Screen): string {
  return worth === null ? '' : screen.t('worthAbout', [rangeWords(worth, screen)]);
}

/** The name of somebody who is called by their handle; empty where it is the same. */
export function otherName({ handle, name }: Pick<PersonView, 'handle' | 'name'>): string {
  const [known, shown] = [safeText(handle).replace(/^@+/, ''), safeText(name)];
  return known === '' || known === shown ? '' : shown;
}

/** What it is worth where there is room for one figure: the middle, always "about"; empty where no rate is known. */
export function aboutShort(worth: MoneyRange | null, screen: Screen): string {
  return worth === null ? '' : screen.t('about', [screen.money(middleOf(worth), 12)]);
}

/** Platforms by name. */
export function platformWords(platforms: readonly PlatformId[], { t }: Screen): string {
  return [...new Set(platforms)].map((platform) => safeText(t(`platform_${platform}`))).join(', ');
}
