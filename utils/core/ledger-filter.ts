import type { BudgetId } from './budget.ts';
import type { EntryKind } from './gift-event.ts';
import type { AccountId, EntryId, GiftId, PlatformId } from './ids.ts';
import type { Direction } from './ownership.ts';
import { type Day, dayNamed, daysOfMonth, type EpochMs, epochMs, type Month } from './time.ts';
import type { SessionId } from './totals.ts';
import type { Basis, EntryState } from './views.ts';

/** Something that a platform has an id for. Ids of two platforms may be the same. */
export interface OnPlatform<Id extends string> {
  readonly platform: PlatformId;
  readonly id: Id;
}

/** What can be asked for as an entry's state. */
export type WantedState = EntryState | 'corrected' | 'void';

/** One hour of the week in the ledger's zone: Monday is 1, as ISO 8601 counts. */
export interface HourOfWeek {
  readonly weekday: number;
  readonly hour: number;
}

/** From one moment to another, both included: a battle, some minutes of a stream. */
export interface Moments {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The first and the last day, both included; null where it is open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Which entries are wanted. Null, empty and false leave a thing open; all that is set must hold. */
export interface LedgerFilter extends Period {
  /** Part of a creator's, gift's or person's name, as typed. */
  readonly text: string;
  readonly platform: PlatformId | null;
  readonly direction: Direction | null;
  readonly kind: EntryKind | null;
  /** How the cost of what was sent is known. */
  readonly basis: Basis | null;
  readonly state: WantedState | null;
  readonly creator: OnPlatform<AccountId> | null;
  /** Who paid. */
  readonly person: OnPlatform<AccountId> | null;
  readonly gift: OnPlatform<GiftId> | null;
  /** Of these rooms: a stream that breaks off goes on in another one. */
  readonly session: readonly SessionId[] | null;
  /** Only what this budget counts: its platforms, creators and kinds. */
  readonly budget: BudgetId | null;
  readonly hour: HourOfWeek | null;
  readonly during: Moments | null;
  /** Not what came in for creators whom the user follows, or followed once; or nothing else. */
  readonly whose: (typeof whoseGifts)[number] | null;
  /** Only what the platform answered the user's own sending for and never showed on the page. */
  readonly undelivered: boolean;
}

/** What the ledger page's address says: which entries, and whose story is open. */
export interface LedgerAddress {
  readonly filter: LedgerFilter;
  readonly entry: EntryId | null;
  /** Names in the address that mean nothing here, or whose value cannot be read: to be told, never guessed. */
  readonly unread: readonly string[];
}

/** Every entry. */
export const everything: LedgerFilter = {
  text: '',
  platform: null,
  direction: null,
  kind: null,
  basis: null,
  state: null,
  from: null,
  to: null,
  creator: null,
  person: null,
  gift: null,
  session: null,
  budget: null,
  hour: null,
  during: null,
  whose: null,
  undelivered: false,
};

export const directions = ['sent', 'received'] as const satisfies readonly Direction[];
export const kinds = ['gift', 'chest', 'subscription'] as const satisfies readonly EntryKind[];
export const bases = ['exact', 'paid', 'listed', 'unknown'] as const satisfies readonly Basis[];
export const whoseGifts = ['mine', 'followed'] as const;
export const wantedStates = [
  'open',
  'closed',
  'unconfirmed',
  'corrected',
  'void',
] as const satisfies readonly WantedState[];

/** Longer text is in no name. */
const LONGEST_TEXT = 120;
/** More rooms than one stream has. */
const MOST_ROOMS = 100;
/** Longer than any id of a platform, or any entry's key. */
const LONGEST_ID = 300;

type Read = { -readonly [Name in keyof LedgerFilter]?: LedgerFilter[Name] };

/** How each name of the address is read into a filter; false where its value means nothing. */
const readers: Readonly<
  Record<string, (value: string, read: Read, platforms: readonly PlatformId[]) => boolean>
> = {
  q: (value, read) => {
    read.text = value.slice(0, LONGEST_TEXT);
    return true;
  },
  platform: (value, read, platforms) => took(one(platforms, value), (is) => (read.platform = is)),
  direction: (value, read) => took(one(directions, value), (is) => (read.direction = is)),
  kind: (value, read) => took(one(kinds, value), (is) => (read.kind = is)),
  basis: (value, read) => took(one(bases, value), (is) => (read.basis = is)),
  state: (value, read) => took(one(wantedStates, value), (is) => (read.state = is)),
  from: (value, read) => took(dayNamed(value), (is) => (read.from = is)),
  to: (value, read) => took(dayNamed(value), (is) => (read.to = is)),
  creator: (value, read, platforms) =>
    took(onPlatform<AccountId>(value, platforms), (is) => (read.creator = is)),
  person: (value, read, platforms) =>
    took(onPlatform<AccountId>(value, platforms), (is) => (read.person = is)),
  gift: (value, read, platforms) =>
    took(onPlatform<GiftId>(value, platforms), (is) => (read.gift = is)),
  session: (value, read, platforms) =>
    took(onPlatform(value, platforms), ({ platform, id }) => {
      const room: SessionId = `${platform}:${id}`;
      const before = read.session ?? [];
      if (before.length < MOST_ROOMS && !before.includes(room)) read.session = [...before, room];
    }),
  budget: (value, read) => took(budgetNamed(value), (is) => (read.budget = is)),
  hour: (value, read) => took(hourOf(value), (is) => (read.hour = is)),
  during: (value, read) => took(momentsOf(value), (is) => (read.during = is)),
  whose: (value, read) => took(one(whoseGifts, value), (is) => (read.whose = is)),
  undelivered: (value, read) => {
    read.undelivered = value === '1';
    return value === '1';
  },
};

function took<Value>(value: Value | null, take: (value: Value) => void): boolean {
  if (value !== null) take(value);
  return value !== null;
}

function one<Value extends string>(known: readonly Value[], text: string): Value | null {
  return known.find((each) => each === text) ?? null;
}

/** `tiktok:123`. */
function onPlatform<Id extends string>(
  text: string,
  platforms: readonly PlatformId[],
): OnPlatform<Id> | null {
  const colon = text.indexOf(':');
  const platform = one(platforms, text.slice(0, Math.max(0, colon)));
  const id = text.slice(colon + 1);
  return platform === null || id === '' || id.length > LONGEST_ID
    ? null
    : { platform, id: id as Id };
}

function budgetNamed(text: string): BudgetId | null {
  return text === '' || text.length > LONGEST_ID ? null : (text as BudgetId);
}

/** `2-21`: Tuesday from nine in the evening. */
function hourOf(text: string): HourOfWeek | null {
  const [, weekday, hour] = /^([1-7])-(\d|1\d|2[0-3])$/.exec(text) ?? [];
  return weekday === undefined ? null : { weekday: Number(weekday), hour: Number(hour) };
}

/** `1763800000000-1763800300000`: epoch milliseconds. */
function momentsOf(text: string): Moments | null {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return from === undefined || Number(from) > Number(to)
    ? null
    : { from: epochMs(Number(from)), to: epochMs(Number(to)) };
}

/** Reads what stands after the `?` of the ledger page's address. Never throws: what cannot be read is named. */
export function readLedgerAddress(
  chosen: URLSearchParams,
  platforms: readonly PlatformId[],
): LedgerAddress {
  const read: Read = {};
  const unread: string[] = [];
  let entry: EntryId | null = null;
  for (const [name, value] of chosen) {
    if (name === 'entry' && value !== '' && value.length <= LONGEST_ID) entry = value as EntryId;
    else if (!(Object.hasOwn(readers, name) && readers[name]?.(value, read, platforms)))
      unread.push(name);
  }
  return { filter: { ...everything, ...read }, entry, unread: [...new Set(unread)] };
}

/** The address of these entries, with the story of one of them open: `#ledger?direction=sent&from=2026-11-01`. */
export function ledgerAddress(
  filter: Partial<LedgerFilter>,
  entry: EntryId | null = null,
): `#ledger${string}` {
  const asked: LedgerFilter = { ...everything, ...filter };
  const { text, creator, person, gift, session, hour, during, undelivered, ...plain } = asked;
  const chosen = new URLSearchParams();
  const set = (name: string, value: string | null) => {
    if (value !== null && value !== '') chosen.set(name, value);
  };
  set('q', text);
  for (const [name, value] of Object.entries(plain)) set(name, value);
  for (const [name, value] of Object.entries({ creator, person, gift })) {
    set(name, value === null ? null : `${value.platform}:${value.id}`);
  }
  for (const room of session ?? []) chosen.append('session', room);
  set('hour', hour === null ? null : `${hour.weekday}-${hour.hour}`);
  set('during', during === null ? null : `${during.from}-${during.to}`);
  set('undelivered', undelivered ? '1' : null);
  set('entry', entry);
  const query = chosen.toString();
  return query === '' ? '#ledger' : `#ledger?${query}`;
}

/** The period of a month. */
export function inMonth(month: Month): Period {
  const { first, last } = daysOfMonth(month);
  return { from: first, to: last };
}

/** Whether two filters want the same entries. */
export function sameFilter(a: LedgerFilter, b: LedgerFilter): boolean {
  return ledgerAddress(a) === ledgerAddress(b);
}

/** How many things a filter asks for; the two ends of a period are one. */
export function askedFor(filter: LedgerFilter): number {
  const { from, to, ...others } = filter;
  const set = Object.values(others).filter((value) => Boolean(value)).length;
  return set + (from === null && to === null ? 0 : 1);
}

/**
 * Whether stored totals say all about these entries: they know day, platform, creator, direction, kind
 * and basis only, which is all that a budget goes by and more; and of months whether the end was told, so that the few that are open are all that is left
 * to look at for the usual states.
 */
export function isInTotals(filter: LedgerFilter): boolean {
  const { text, state, person, gift, session, hour, during, undelivered } = filter;
  return (
    [person, gift, session, hour, during].every((asked) => asked === null) &&
    (state === null || state === 'closed' || state === 'unconfirmed') &&
    text.trim() === '' &&
    !undelivered
  );
}
