import type { DayPeriod, DaySpan } from './budget-period.ts';
import { spanOf } from './budget-period.ts';
import { readWhose, type Whose, whoseText } from './creator.ts';
import type { AccountId, PlatformId } from './ids.ts';
import type { OnPlatform } from './ledger-filter.ts';
import { type Day, dayNamed } from './time.ts';
import type { SessionId } from './totals.ts';
import { type UnitId, unitIds } from './units.ts';

/** Of which time a leaderboard is. */
export const boardPeriods = ['stream', 'day', 'week', 'month', 'year', 'always'] as const;
export type BoardPeriod = (typeof boardPeriods)[number];

/** What people are ranked by: what it is worth about, or one unit. */
export type BoardMeasure = 'worth' | UnitId;

/** Which leaderboard is wanted, as the address of the screen says. */
export interface BoardAddress {
  readonly period: BoardPeriod;
  /** A day in the period; null for today's. */
  readonly on: Day | null;
  /** A room of the stream; null for the latest. Only where the period is a stream. */
  readonly stream: SessionId | null;
  /** To whom was given; null for whoever is usual. */
  readonly whose: Whose | null;
  /** Null: as fits what was given. */
  readonly by: BoardMeasure | null;
  /** Part of a name. */
  readonly text: string;
  /** Whether those whom the user hid are shown too. */
  readonly hidden: boolean;
}

/** What the address asks for: one person's page, or a leaderboard. */
export type SupportersAddress =
  | { readonly person: OnPlatform<AccountId>; readonly whose: Whose | null }
  | { readonly board: BoardAddress };

/** This month. */
export const usualBoard: BoardAddress = {
  period: 'month',
  on: null,
  stream: null,
  whose: null,
  by: null,
  text: '',
  hidden: false,
};

const LONGEST_TEXT = 60;
const LONGEST_ID = 300;

/** Reads what stands behind the `?` of the screen's address; what cannot be read is as where nothing is asked. */
export function readSupportersAddress(
  chosen: URLSearchParams,
  platforms: readonly PlatformId[],
): SupportersAddress {
  const account = (name: string) => accountNamed(chosen.get(name) ?? '', platforms);
  const person = account('person');
  const whose = readWhose(chosen.get('whose'), platforms);
  if (person !== null) return { person, whose };
  const stream = account('stream');
  return {
    board: {
      period: boardPeriods.find((each) => each === chosen.get('period')) ?? usualBoard.period,
      on: dayNamed(chosen.get('on') ?? ''),
      stream: stream === null ? null : `${stream.platform}:${stream.id}`,
      whose,
      by: (['worth', ...unitIds] as const).find((each) => each === chosen.get('by')) ?? null,
      text: (chosen.get('q') ?? '').slice(0, LONGEST_TEXT),
      hidden: chosen.get('hidden') === 'shown',
    },
  };
}

/** `tiktok:123`; null where it is no account. */
function accountNamed(
  text: string,
  platforms: readonly PlatformId[],
): OnPlatform<AccountId> | null {
  const colon = text.indexOf(':');
  const platform = platforms.find((each) => each === text.slice(0, Math.max(0, colon)));
  const id = text.slice(colon + 1);
  return platform === undefined || id === '' || id.length > LONGEST_ID
    ? null
    : { platform, id: id as AccountId };
}

/** The address of a leaderboard: `#supporters?period=week&on=2026-11-16`. */
export function boardAddress(board: Partial<BoardAddress>): `#supporters${string}` {
  const { period, on, stream, whose, by, text, hidden } = { ...usualBoard, ...board };
  const chosen = new URLSearchParams();
  const set = (name: string, value: string | null) => {
    if (value !== null && value !== '') chosen.set(name, value);
  };
  set('period', period === usualBoard.period ? null : period);
  set('on', period === 'stream' || period === 'always' ? null : on);
  set('stream', period === 'stream' ? stream : null);
  set('whose', whose === null ? null : whoseText(whose));
  set('by', by);
  set('q', text);
  set('hidden', hidden ? 'shown' : null);
  const query = chosen.toString();
  return query === '' ? '#supporters' : `#supporters?${query}`;
}

/** The address of somebody's page: `#supporters?person=tiktok%3A123`. `whose`: what they gave whom; null for whoever is usual. */
export function personAddress(
  { platform, id }: OnPlatform<AccountId>,
  whose: Whose | null = null,
): `#supporters${string}` {
  const chosen = new URLSearchParams({ person: `${platform}:${id}` });
  if (whose !== null) chosen.set('whose', whoseText(whose));
  return `#supporters?${chosen}`;
}

/** Calendar periods as leaderboards count them. */
const calendar = {
  day: { type: 'day' },
  month: { type: 'month', firstDay: 1, weekend: 'same' },
  year: { type: 'year', month: 1, firstDay: 1 },
} as const satisfies Readonly<Record<string, DayPeriod>>;

/**
 * The days that a leaderboard is of; null for a stream's and the one of all time. `firstWeekday` as ISO 8601 counts:
 * Monday is 1.
 */
export function boardSpan(
  { period, on }: Pick<BoardAddress, 'period' | 'on'>,
  today: Day,
  firstWeekday: number,
): DaySpan | null {
  if (period === 'stream' || period === 'always') return null;
  const within = period === 'week' ? ({ type: 'week', firstWeekday } as const) : calendar[period];
  return spanOf(within, on ?? today);
}
