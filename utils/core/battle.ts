import type { BattleSeen, RunningTotals } from './gift-event.ts';
import type { EpochMs } from './time.ts';
import type { UnitId, Units } from './units.ts';

/** A battle of a stream with another one, by time alone: its scores are no money. */
export type Battle = Omit<BattleSeen, 'type' | 'platform' | 'room' | 'at'>;

/** What the platform itself said last that the creator got so far in a stream. */
export interface RunningTotal extends Pick<RunningTotals, 'unit' | 'at'> {
  readonly unit: UnitId;
  readonly units: Units;
}

/**
 * What the platform said last that the people gave who gave most in a stream, and how much of it was missed, as the
 * ledger stood then. Who they are is not kept.
 */
export interface RankingCheck {
  readonly at: EpochMs;
  readonly unit: UnitId;
  readonly people: number;
  readonly told: Units;
  readonly missed: Units;
}

/** More battles of one stream than this are not kept. */
export const MOST_BATTLES = 300;

const lower = (a: EpochMs | null, b: EpochMs | null): EpochMs | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;

/** The battles that two lots tell of together, the earliest first: each once, with the first end that was told. */
export function joinBattles(a: readonly Battle[], b: readonly Battle[]): readonly Battle[] {
  const all = new Map<string, Battle>();
  for (const { battle, from, until, endedAt } of [...a, ...b]) {
    const before = all.get(battle);
    all.set(battle, {
      battle,
      from: before === undefined || from < before.from ? from : before.from,
      until: lower(before?.until ?? null, until),
      endedAt: lower(before?.endedAt ?? null, endedAt),
    });
  }
  return [...all.values()]
    .sort((one, other) => one.from - other.from || (one.battle < other.battle ? -1 : 1))
    .slice(0, MOST_BATTLES);
}

/** The later of two running totals; of the same moment the higher. */
export function joinRunning(a: RunningTotal | null, b: RunningTotal | null): RunningTotal | null {
  if (a === null || b === null) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.units >= b.units ? a : b;
}

/** The later of two rankings; of the same moment the one of which less is missing. */
export function joinRankings(a: RankingCheck | null, b: RankingCheck | null): RankingCheck | null {
  if (a === null || b === null) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  if (a.missed !== b.missed) return a.missed < b.missed ? a : b;
  return a.told > b.told || (a.told === b.told && a.people >= b.people) ? a : b;
}

/** When a battle was over: as the platform said, else as it was set; null where neither is known. */
export function endOfBattle({ until, endedAt }: Battle): EpochMs | null {
  return endedAt ?? until;
}

/** The battle within whose time something was given; null where it was in none. */
export function battleAt(battles: readonly Battle[], at: EpochMs): Battle | null {
  return (
    battles.find((battle) => {
      const end = endOfBattle(battle);
      return end !== null && at >= battle.from && at <= end;
    }) ?? null
  );
}

/** What was seen of what the platform says came in. */
export interface Seen {
  readonly seen: number;
  readonly told: number;
  /** At least so much was missed: what was told is a little old, and what was seen since counts too. */
  readonly missed: number;
}

/** Holds what was seen against the platform's own running total. */
export function seenOf(seen: number, { units }: Pick<RunningTotal, 'units'>): Seen {
  return { seen, told: units, missed: Math.max(0, units - seen) };
}
