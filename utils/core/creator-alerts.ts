import { amountOf } from './entry.ts';
import { FORGOTTEN } from './forgotten.ts';
import type { Goal } from './goal.ts';
import type { AccountId, EntryId, PlatformId } from './ids.ts';
import type { Supporter } from './supporters.ts';
import type { Day } from './time.ts';
import { giverOf, type PlacedEntry, type SessionId } from './totals.ts';
import type { UnitId, Units } from './units.ts';

/** What a creator wants to be told of while live; null for what not. */
export interface CreatorAlertRules {
  /** A gift, or a whole streak, of at least so much. */
  readonly bigGift: { readonly unit: UnitId; readonly units: Units } | null;
  /** Somebody's first gift ever. */
  readonly firstGift: boolean;
  /** Somebody who gives again after at least so many days. */
  readonly returning: { readonly afterDays: number } | null;
  /** A minute that brings at least so many times what minutes brought before, and at least so many units. */
  readonly spike: { readonly unit: UnitId; readonly times: number; readonly least: Units } | null;
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
): readonly CreatorAlert[] {
  if (entry.direction !== 'received' || entry.kind !== 'gift' || entry.correction?.voided)
    return [];
  const alerts: CreatorAlert[] = [];
  const amount = amountOf(entry);
  if (
    bigGift !== null &&
    entry.unit === bigGift.unit &&
    amount !== null &&
    amount >= bigGift.units
  ) {
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

/** What the ids of a session's spikes begin with, and no others. */
export function spikesBegin(session: SessionId): string {
  return `spike ${session} `;
}

/** Minutes before which a stream has no usual pace. */
const FEWEST_MINUTES = 10;

/** Within so many minutes of a spike another one is the same. */
const SAME_SPIKE_MINUTES = 5;

/**
 * The spikes of a session: minutes that bring far more than those before them did on average, from `from` on, minutes of
 * nothing included. A minute that is still going on counts with what it brought so far, so a spike is told while it lasts.
 */
export function spikeAlerts(
  session: SessionId,
  from: number,
  minutes: readonly { readonly minute: number; readonly units: number }[],
  { spike }: Pick<CreatorAlertRules, 'spike'>,
): readonly CreatorAlert[] {
  if (spike === null) return [];
  const alerts: CreatorAlert[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let before = 0;
  for (const { minute, units } of [...minutes].sort((a, b) => a.minute - b.minute)) {
    const passed = minute - from;
    const isSpike =
      passed >= FEWEST_MINUTES && units >= spike.least && units * passed >= spike.times * before;
    if (isSpike && minute - last > SAME_SPIKE_MINUTES) {
      alerts.push({ id: `${spikesBegin(session)}${minute}`, kind: 'spike', session, minute });
    }
    if (isSpike) last = minute;
    before += units;
  }
  return alerts;
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
