import { type Battle, battleAt, endOfBattle, seenOf } from '../core/battle.ts';
import { sumOfGifts } from '../core/leaderboard.ts';
import type { LedgerSum } from '../core/ledger-views.ts';
import type { LiveStream } from '../core/live-stream.ts';
import { minuteBins } from '../core/minute-bins.ts';
import { type GiftTally, minuteOf, receivedSharesOf } from '../core/received-totals.ts';
import type {
  BattleView,
  CompareView,
  CrossCheck,
  LargeRow,
  StreamView,
} from '../core/stream-views.ts';
import { type EpochMs, epochMs } from '../core/time.ts';
import type { SessionId, TotalUnit } from '../core/totals.ts';
import { isOwnUnit, units } from '../core/units.ts';
import type { LedgerDatabase, StoredSession } from './database.ts';
import { ledgerRows } from './ledger-rows.ts';
import { streamSummary } from './stream-summary.ts';
import { streamRow, streamWith } from './streams.ts';
import { primaryKeyOf } from './total-keys.ts';
import { readWorthRates } from './worth.ts';

const MINUTE_MS = 60_000;

/** Everything of the stream that a room is part of, without what its battles come to; null where there is none. */
export async function streamPage(
  database: LedgerDatabase,
  room: SessionId,
  now: EpochMs,
): Promise<StreamView | null> {
  const stream = await streamWith(database, room);
  if (stream === null) return null;
  const rates = await readWorthRates(database);
  const summary = await streamSummary(database, stream);
  const sessions = await sessionsOf(database, stream);
  const battles = sessions.flatMap((session) => session.battles);
  return {
    row: await streamRow(database, stream, rates, now),
    summary,
    rates: summary.gifts.amounts.flatMap(({ unit }) =>
      isOwnUnit(unit) ? (rates(unit) ?? []) : [],
    ),
    bins: minuteBins(stream, summary.minutes),
    largest: await largestRows(database, summary.largest, battles),
    battles: sessions.flatMap((session) => session.battles.map((each) => unsummed(each, session))),
    checks: await crossChecks(database, sessions),
    rankings: sessions.flatMap(({ ranking }) => ranking ?? []),
  };
}

/** Streams side by side. */
export async function compareStreams(
  database: LedgerDatabase,
  ids: readonly SessionId[],
  now: EpochMs,
): Promise<CompareView> {
  const pages = await Promise.all(ids.map((id) => streamPage(database, id, now)));
  const streams = pages.filter((page) => page !== null);
  return { streams, unknown: pages.length - streams.length };
}

async function sessionsOf(
  { sessions }: LedgerDatabase,
  { rooms }: LiveStream,
): Promise<readonly StoredSession[]> {
  return (await sessions.bulkGet([...rooms])).filter((session) => session !== undefined);
}

async function largestRows(
  database: LedgerDatabase,
  largest: StreamView['summary']['largest'],
  battles: readonly Battle[],
): Promise<readonly LargeRow[]> {
  const ids = largest.flatMap(({ gifts }) => gifts.map(({ entry }) => entry));
  const entries = (await database.entries.bulkGet(ids)).filter((entry) => entry !== undefined);
  const rows = await ledgerRows(database, entries);
  return rows.map((row) => ({ row, inBattle: battleAt(battles, row.at) !== null }));
}

function unsummed(battle: Battle, { id }: Pick<StoredSession, 'id'>): BattleView {
  const end = endOfBattle(battle);
  return {
    battle,
    end,
    gifts: null,
    filter:
      end === null
        ? null
        : {
            direction: 'received',
            kind: 'gift',
            session: [id],
            during: { from: battle.from, to: end },
          },
  };
}

/**
 * What came in within the time of each battle: from the totals of whole minutes, and the payments of the two minutes in
 * which it began and ended. Read beside the page, so that its figures need not wait.
 */
export async function battleSums(
  database: LedgerDatabase,
  battles: readonly BattleView[],
): Promise<readonly BattleView[]> {
  return Promise.all(
    battles.map(async (each) => {
      const [room] = each.filter?.session ?? [];
      if (each.end === null || room === undefined || each.end < each.battle.from) return each;
      return { ...each, gifts: await giftsBetween(database, room, each.battle.from, each.end) };
    }),
  );
}

/** What came in in a room from one moment to another, both included. */
async function giftsBetween(
  { minuteTotals, entries }: LedgerDatabase,
  room: SessionId,
  from: EpochMs,
  to: EpochMs,
): Promise<LedgerSum> {
  const [first, last] = [Math.ceil(from / MINUTE_MS), minuteOf(to + 1)];
  const whole =
    first < last
      ? await minuteTotals
          .where(primaryKeyOf('minuteTotals'))
          .between([room, first], [room, last])
          .toArray()
      : [];
  const edges =
    first < last
      ? [
          { since: from, before: first * MINUTE_MS },
          { since: last * MINUTE_MS, before: to + 1 },
        ]
      : [{ since: from, before: to + 1 }];
  const single: (GiftTally & { readonly unit: TotalUnit })[] = [];
  for (const { since, before } of edges) {
    await entries
      .where('[session+at]')
      .between([room, since], [room, before])
      .each((entry) => {
        const share = receivedSharesOf(entry)?.minute;
        if (share) single.push(share);
      });
  }
  const all = [...whole, ...single];
  return { ...sumOfGifts(all), entries: all.reduce((sum, each) => sum + each.entries, 0) };
}

/**
 * What was seen against what the platform says, over the rooms of which it says something. What the user gave counts as
 * seen: the platform does not know whose ledger it is.
 */
async function crossChecks(
  { sessionTotals }: LedgerDatabase,
  sessions: readonly StoredSession[],
): Promise<readonly CrossCheck[]> {
  const told = sessions.flatMap(({ id, running }) => (running === null ? [] : { id, running }));
  const byUnit = Map.groupBy(told, ({ running }) => running.unit);
  return Promise.all(
    [...byUnit].map(async ([unit, rooms]): Promise<CrossCheck> => {
      let [seen, said, at] = [0, 0, 0];
      for (const { id, running } of rooms) {
        for (const direction of ['received', 'sent'] as const) {
          seen += (await sessionTotals.get([id, direction, 'gift', unit]))?.units ?? 0;
        }
        said += running.units;
        at = Math.max(at, running.at);
      }
      return { ...seenOf(seen, { units: units(said) }), unit, at: epochMs(at) };
    }),
  );
}
