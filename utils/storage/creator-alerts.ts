import {
  type CreatorAlert,
  type CreatorAlertRules,
  giftAlerts,
  hasRules,
  newAlerts,
  spikeAlerts,
  spikesBegin,
} from '../core/creator-alerts.ts';
import type { AccountId } from '../core/ids.ts';
import { minuteOf } from '../core/received-totals.ts';
import { asksForMoney, type InMoney, moneyBy, noMoney } from '../core/thresholds.ts';
import type { Day, EpochMs } from '../core/time.ts';
import { giverOf, type SessionId } from '../core/totals.ts';
import type { CostContext } from './costs.ts';
import { ownAccounts } from './creators.ts';
import type { LedgerDatabase, StoredCreatorAlert, StoredEntry } from './database.ts';
import { minutesOfSession } from './received-queries.ts';
import { readWorthRates } from './worth.ts';

/** What happened longer ago is no news to somebody who is live: it is told by history, a backup, or after a long break. */
const LATE_MS = 15 * 60_000;

/** Alerts that are older are forgotten: their causes are too late to be seen anew. */
const KEPT_MS = 2 * 86_400_000;

/** The moment, and how money of one currency comes to another. */
export interface AlertContext extends Pick<CostContext, 'convertTo'> {
  readonly now: EpochMs;
}

/**
 * Writes down what a creator is to be told of after entries changed, each cause once. Runs in the transaction that wrote
 * the entries and moved the totals: with the gift the alert is on disk, or neither is.
 */
export async function decideCreatorAlerts(
  database: LedgerDatabase,
  changed: readonly StoredEntry[],
  rules: CreatorAlertRules,
  { now, convertTo }: AlertContext,
): Promise<void> {
  if (!hasRules(rules)) return;
  const late = now - LATE_MS;
  const received = changed.filter(
    ({ direction, byHand, at }) => direction === 'received' && byHand === undefined && at > late,
  );
  const recent = received.length === 0 ? [] : await ownOf(database, received);
  if (recent.length === 0) return;
  const alerts: Placed[] = [];
  const inMoney = await moneyFor(database, rules, convertTo);
  const readsGivers = rules.firstGift || rules.returning !== null;
  for (const entry of recent) {
    // A hundred awaits in a row that read nothing end the database library's hold on the transaction.
    const reads = readsGivers && giverOf(entry) !== null;
    const giver = reads ? await giverBefore(database, entry, rules) : nothingBefore;
    alerts.push(...placed(giftAlerts(entry, giver, rules, inMoney), entry.session));
  }
  const sessions = new Map(recent.map(({ session, day }) => [session, day]));
  for (const [session, day] of rules.spike === null ? [] : sessions) {
    const spikes = await spikesOf(database, session, rules, { now, day, inMoney });
    alerts.push(...placed(spikes, session));
  }
  await addAlerts(database, alerts, now);
}

/** Rates are read only where a rule asks for money. */
async function moneyFor(
  database: LedgerDatabase,
  { bigGift, spike }: CreatorAlertRules,
  convertTo: AlertContext['convertTo'],
): Promise<InMoney> {
  const asks = asksForMoney(bigGift?.least) || asksForMoney(spike?.least);
  return asks ? moneyBy(await readWorthRates(database), convertTo) : noMoney;
}

/** What came in for the user, not for somebody else whose gifts are kept. */
async function ownOf(
  database: LedgerDatabase,
  received: readonly StoredEntry[],
): Promise<readonly StoredEntry[]> {
  const own = await ownAccounts(database);
  return received.filter(({ platform, recipient, creator }) =>
    own.has(`${platform}:${recipient ?? creator}`),
  );
}

/** An alert with the stream that it is about; empty where it is about none. */
type Placed = Pick<StoredCreatorAlert, 'alert' | 'session'>;

function placed(alerts: readonly CreatorAlert[], session: SessionId): Placed[] {
  return alerts.map((alert) => ({ alert, session }));
}

/** Writes down alerts that are not there yet, to be told. Must run in a transaction with the table. */
export async function addAlerts(
  { creatorAlerts }: LedgerDatabase,
  alerts: readonly Placed[],
  now: EpochMs,
): Promise<void> {
  if (alerts.length === 0) return;
  const sessions = new Map(alerts.map(({ alert, session }) => [alert.id, session]));
  const sameIds = await creatorAlerts.bulkGet([...sessions.keys()]);
  const spiking = new Set(
    alerts.flatMap(({ alert }) => (alert.kind === 'spike' ? [spikesBegin(alert.session)] : [])),
  );
  // By their ids: a stream may have had thousands of alerts of other kinds.
  const spikes =
    spiking.size === 0
      ? []
      : await creatorAlerts
          .where('id')
          .startsWithAnyOf([...spiking])
          .toArray();
  const known = [...sameIds, ...spikes].flatMap((row) => (row === undefined ? [] : [row.alert]));
  const fresh = newAlerts(
    alerts.map(({ alert }) => alert),
    known,
  );
  if (fresh.length === 0) return;
  await creatorAlerts.bulkAdd(
    fresh.map((alert) => ({
      id: alert.id,
      alert,
      session: sessions.get(alert.id) ?? '',
      at: now,
      state: 'waiting',
      seen: false,
    })),
  );
}

/** Forgets alerts whose causes are too long ago to be seen anew. */
export async function forgetOldAlerts(
  { creatorAlerts }: LedgerDatabase,
  now: EpochMs,
): Promise<void> {
  await creatorAlerts
    .where('at')
    .below(Math.max(0, now - KEPT_MS))
    .delete();
}

const nothingBefore = { supporter: null, lastBefore: null };

/** What somebody was to the creator before this session. Reads only what the rules ask for. */
async function giverBefore(
  { supporters, gifterTotals }: LedgerDatabase,
  entry: StoredEntry,
  { firstGift, returning }: CreatorAlertRules,
): Promise<Parameters<typeof giftAlerts>[1]> {
  const { platform, creator, session } = entry;
  const person = giverOf(entry);
  if (person === null) return nothingBefore;
  const supporter = firstGift ? await supporters.get([platform, creator, person]) : undefined;
  const before = async (): Promise<Day | null> => {
    const row = await gifterTotals
      .where('[person+day]')
      .between([person, ''], [person, '\uffff'])
      .reverse()
      .filter(
        (each) =>
          each.platform === platform && each.creator === creator && each.session !== session,
      )
      .first();
    return row?.day ?? null;
  };
  return { supporter: supporter ?? null, lastBefore: returning === null ? null : await before() };
}

async function spikesOf(
  database: LedgerDatabase,
  id: SessionId,
  rules: CreatorAlertRules,
  { now, day, inMoney }: { readonly now: EpochMs; readonly day: Day; readonly inMoney: InMoney },
): Promise<readonly CreatorAlert[]> {
  const session = await database.sessions.get(id);
  if (session === undefined) return [];
  const minutes = (await minutesOfSession(database, id)).flatMap(({ minute, unit, units }) =>
    unit === 'none' ? [] : [{ minute, unit, units }],
  );
  const spikes = spikeAlerts(id, minuteOf(session.firstAt), minutes, rules, day, inMoney);
  return spikes.filter((each) => each.kind === 'spike' && each.minute > minuteOf(now - LATE_MS));
}

/** Alerts that are on disk and not told yet, oldest first. */
export async function waitingCreatorAlerts({
  creatorAlerts,
}: LedgerDatabase): Promise<readonly StoredCreatorAlert[]> {
  const waiting = await creatorAlerts.where('state').equals('waiting').toArray();
  return waiting.sort((a, b) => a.at - b.at);
}

/** Notes that alerts were told. */
export async function markCreatorAlertsTold(
  { creatorAlerts }: LedgerDatabase,
  ids: readonly string[],
): Promise<void> {
  await creatorAlerts.where('id').anyOf(ids).modify({ state: 'told' });
}

/** Notes that the user put an alert away. */
export async function markCreatorAlertSeen(
  { creatorAlerts }: LedgerDatabase,
  id: string,
): Promise<void> {
  await creatorAlerts.update(id, { seen: true });
}

/** Alerts about streams, and of goals, since a moment, the latest first; not those that were put away. */
export async function recentCreatorAlerts(
  { creatorAlerts }: LedgerDatabase,
  sessions: readonly SessionId[],
  since: EpochMs,
  most: number,
): Promise<readonly StoredCreatorAlert[]> {
  return creatorAlerts
    .where('at')
    .aboveOrEqual(since)
    .reverse()
    .filter(({ session, seen }) => !seen && (session === '' || sessions.includes(session)))
    .limit(most)
    .toArray();
}

/** Forgets alerts that name whom the user deleted, or a payment that was of theirs. */
export async function forgetInAlerts(
  { creatorAlerts, entries }: LedgerDatabase,
  isForgotten: (platform: StoredEntry['platform'], person: AccountId, at: EpochMs) => boolean,
): Promise<void> {
  for (const { id, alert, at } of await creatorAlerts.toArray()) {
    const gone =
      'person' in alert
        ? isForgotten(alert.platform, alert.person, at)
        : alert.kind === 'big-gift' && (await entries.get(alert.entry)) === undefined;
    if (gone) await creatorAlerts.delete(id);
  }
}
