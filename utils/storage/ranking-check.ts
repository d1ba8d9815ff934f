import { joinRankings, type RankingCheck } from '../core/battle.ts';
import type { CaptureEvent, RankingSeen } from '../core/gift-event.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import { isKeptFor, type Self } from '../core/ownership.ts';
import type { SessionId } from '../core/totals.ts';
import { type UnitId, units } from '../core/units.ts';
import type { LedgerDatabase } from './database.ts';
import type { People } from './people.ts';
import { sessionIdOf } from './sessions.ts';

/**
 * Holds the latest ranking of each stream whose gifts are kept against what is in the totals, and keeps how much of it
 * was missed: nobody who is ranked is kept. Must run in the transaction that writes the totals, and after it wrote them.
 */
export async function checkRankings(
  database: LedgerDatabase,
  events: readonly CaptureEvent[],
  selves: ReadonlyMap<PlatformId, Self>,
  people: People,
): Promise<void> {
  const latest = new Map<SessionId, RankingSeen>();
  for (const event of events) {
    if (event.type !== 'ranking') continue;
    const id = sessionIdOf(event);
    const before = latest.get(id);
    if (before === undefined || event.at >= before.at) latest.set(id, event);
  }
  for (const [id, ranking] of latest) {
    const session = await database.sessions.get(id);
    const self = selves.get(ranking.platform);
    if (session === undefined || session.creator === '' || self === undefined) continue;
    if (!isKeptFor(self, session.creator)) continue;
    const held = await missedOf(database, id, ranking, self, people);
    const after = joinRankings(session.ranking, held);
    if (after !== session.ranking) await database.sessions.put({ ...session, ranking: after });
  }
}

/** What is missing of what a ranking tells. Those whom the user merged count as one; nobody is told who was deleted. */
async function missedOf(
  database: LedgerDatabase,
  session: SessionId,
  { platform, at, unit, people: ranked }: RankingSeen,
  self: Self,
  people: People,
): Promise<RankingCheck> {
  const told = new Map<AccountId, number>();
  for (const { account, units: amount } of ranked) {
    if (people.isForgotten(platform, account, at)) continue;
    const person = people.standsFor(platform, account);
    told.set(person, (told.get(person) ?? 0) + amount);
  }
  let [sum, missed] = [0, 0];
  for (const [person, amount] of told) {
    const seen = self.accounts.has(person)
      ? ((await database.sessionTotals.get([session, 'sent', 'gift', unit]))?.units ?? 0)
      : await givenBy(database, session, person, unit);
    sum += amount;
    missed += Math.max(0, amount - seen);
  }
  return { at, unit, people: told.size, told: units(sum), missed: units(missed) };
}

async function givenBy(
  { gifterTotals }: LedgerDatabase,
  session: SessionId,
  person: AccountId,
  unit: UnitId,
): Promise<number> {
  const rows = await gifterTotals.where('[session+person]').equals([session, person]).toArray();
  return rows.reduce((sum, row) => (row.unit === unit ? sum + row.units : sum), 0);
}
