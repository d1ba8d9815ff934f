import { amountOf } from './entry.ts';
import { FORGOTTEN } from './forgotten.ts';
import type { Goal } from './goal.ts';
import type { AccountId, EntryId, PlatformId } from './ids.ts';
import type { Supporter } from './supporters.ts';
import { type InMoney, type Measured, measured, noMoney, type Thresholds } from './thresholds.ts';
import type { Day } from './time.ts';
import { giverOf, type PlacedEntry, type SessionId } from './totals.ts';
import type { AmountUnit } from './units.ts';

/** What a creator wants to be told of while live; null for what not. */
export interface CreatorAlertRules {
  /** A gift, or a whole streak, of at least so much. */
  readonly bigGift: { readonly least: Thresholds } | null;
  /** Somebody's first gift ever. */
  readonly firstGift: boolean;
  /** Somebody who gives again after at least so many days. */
  readonly returning: { readonly afterDays: number } | null;
  /** A minute that brings at least so many times what minutes brought before, and at least so much. */
  readonly spike: { readonly times: number; readonly least: Thresholds } | null;
}

/** The kinds of alerts that have rules of their own; a goal is told of by being wanted. */
export type RuledAlert = keyof CreatorAlertRules;

/** Whether anything is to be told of at all beside goals. */
export function hasRules(rules: CreatorAlertRules): boolean {
  return Object.values(rules).some(Boolean);
}

/** One thing to tell. Its id is the same whenever the same cause is seen again: a streak's ticks tell nothing new. */
export type CreatorAlert =
  | { readonly id: string; readonly kind: 'big-gift'; readonly entry: EntryId }
  | {
      readonly id: string;
      readonly kind: 'first-gift';
      readonly platform: PlatformId;
      readonly person: AccountId;
    }
  | {
      readonly id: string;
      readonly kind: 'returning';
      readonly platform: PlatformId;
      readonly person: AccountId;
      /** Since they gave last, the day of it included. */
      readonly days: number;
    }
  | {
      readonly id: string;
      readonly kind: 'spike';
      readonly session: SessionId;
      readonly minute: number;
    }
  /** Its id is that under which the goal is written down as reached. */
  | { readonly id: string; readonly kind: 'goal'; readonly goal: Goal };

/** What a gift tells, of `giver` the standing before this session. Nothing for what is sent, void, or no gift. */
export function giftAlerts(
  entry: PlacedEntry,
  giver: { readonly supporter: Supporter | null; readonly lastBefore: Day | null },
  { bigGift, firstGift, returning }: CreatorAlertRules,
  inMoney = noMoney,
): readonly CreatorAlert[] {
  if (entry.direction !== 'received' || entry.kind !== 'gift' || entry.correction?.voided)
    return [];
  const alerts: CreatorAlert[] = [];
  if (bigGift !== null && isBig(entry, bigGift.least, inMoney)) {
    alerts.push({ id: `big-gift ${entry.id}`, kind: 'big-gift', entry: entry.id });
  }
  const person = giverOf(entry);
  if (person === null || person === FORGOTTEN) return alerts;
  const { platform, creator, session } = entry;
  const who = `${platform}:${creator}:${person}`;
  if (firstGift && giver.supporter?.firstSession === session) {
    alerts.push({ id: `first-gift ${who}`, kind: 'first-gift', platform, person });
  }
  if (returning !== null && giver.lastBefore !== null) {
    const { days } = Temporal.PlainDate.from(giver.lastBefore).until(entry.day, {
      largestUnit: 'days',
    });
    if (days >= returning.afterDays) {
      alerts.push({ id: `returning ${who} ${session}`, kind: 'returning', platform, person, days });
    }
  }
  return alerts;
}

function isBig(entry: PlacedEntry, thresholds: Thresholds, inMoney: InMoney): boolean {
  const amount = amountOf(entry);
  const { unit, day } = entry;
  if (amount === null || unit === null) return false;
  const told = measured(thresholds, { unit, amount, day }, inMoney);
  return told !== null && told.amount >= told.least;
}

/** What the ids of a session's spikes begin with, and no others. */
export function spikesBegin(session: SessionId): string {
  return `spike ${session} `;
}

/** Minutes before which a stream has no usual pace. */
const FEWEST_MINUTES = 10;

/** Within so many minutes of a spike another one is the same. */
const SAME_SPIKE_MINUTES = 5;

/** What a minute brought in one unit. */
export interface MinuteAmount {
  readonly minute: number;
  readonly unit: AmountUnit;
  readonly units: number;
}

/**
 * The spikes of a session: minutes that bring far more than those before them did on average, from `from` on, minutes of
 * nothing included. A minute that is still going on counts with what it brought so far, so a spike is told while it
 * lasts. Each unit is looked at by itself where it has a threshold of its own, all others together in money by `day`.
 */
export function spikeAlerts(
  session: SessionId,
  from: number,
  minutes: readonly MinuteAmount[],
  { spike }: Pick<CreatorAlertRules, 'spike'>,
  day: Day,
  inMoney = noMoney,
): readonly CreatorAlert[] {
  if (spike === null) return [];
  const told = minutes.flatMap(({ minute, unit, units: amount }) => {
    const known = measured(spike.least, { unit, amount, day }, inMoney);
    return known === null ? [] : [{ minute, ...known }];
  });
  const spikes = [...Map.groupBy(told, ({ by }) => by).values()].flatMap((rows) =>
    spikeMinutes(rows, from, spike.times),
  );
  const alerts: CreatorAlert[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const minute of spikes.sort((a, b) => a - b)) {
    if (minute - last > SAME_SPIKE_MINUTES) {
      alerts.push({ id: `${spikesBegin(session)}${minute}`, kind: 'spike', session, minute });
    }
    last = minute;
  }
  return alerts;
}

function spikeMinutes(
  rows: readonly (Measured & Pick<MinuteAmount, 'minute'>)[],
  from: number,
  times: number,
): number[] {
  const spikes: number[] = [];
  let before = 0;
  const each = [...Map.groupBy(rows, ({ minute }) => minute)].sort(([a], [b]) => a - b);
  for (const [minute, parts] of each) {
    const passed = minute - from;
    const amount = parts.reduce((sum, part) => sum + part.amount, 0);
    const least = parts[0]?.least ?? Number.POSITIVE_INFINITY;
    const isSpike =
      passed >= FEWEST_MINUTES && amount >= least && amount * passed >= times * before;
    if (isSpike) spikes.push(minute);
    before += amount;
  }
  return spikes;
}

/** What was not told yet. A spike that begins a little earlier by what came late is the one that was told. */
export function newAlerts(
  alerts: readonly CreatorAlert[],
  told: readonly CreatorAlert[],
): readonly CreatorAlert[] {
  const ids = new Set(told.map(({ id }) => id));
  const spikes = told.filter((each) => each.kind === 'spike');
  const fresh = new Map(alerts.map((each) => [each.id, each]));
  return [...fresh.values()].filter(
    (each) =>
      !ids.has(each.id) &&
      !(
        each.kind === 'spike' &&
        spikes.some(
          ({ session, minute }) =>
            session === each.session && Math.abs(minute - each.minute) <= SAME_SPIKE_MINUTES,
        )
      ),
  );
}
