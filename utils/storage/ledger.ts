import type { CreatorAlertRules } from '../core/creator-alerts.ts';
import { type Entry, entryOf, mergeEntries } from '../core/entry.ts';
import { isQuiet } from '../core/entry-state.ts';
import type { CaptureEvent, GiftSeen, PricesSeen } from '../core/gift-event.ts';
import type { AccountId, EntryId, GiftId, PlatformId } from '../core/ids.ts';
import { directionOf, isKeptFor, type Self } from '../core/ownership.ts';
import { dayAndHourOf, type EpochMs } from '../core/time.ts';
import type { SessionId } from '../core/totals.ts';
import type { Units } from '../core/units.ts';
import { learnAccounts, selvesOf } from './accounts.ts';
import { decideAfterGifts } from './alerts.ts';
import { withCorrection } from './corrected.ts';
import { type CostContext, costChanges } from './costs.ts';
import { decideCreatorAlerts } from './creator-alerts.ts';
import type { LedgerDatabase, StoredEntry, StoredSession, UndecidedEntry } from './database.ts';
import { eachOfSession } from './entry-pages.ts';
import { hides } from './forgets.ts';
import {
  type HiddenKeys,
  hiddenKeys,
  hideCorrections,
  hideSighted,
  waitingCorrections,
} from './late-sightings.ts';
import { LedgerChanges } from './ledger-changes.ts';
import { zoneForDays } from './ledger-zone.ts';
import { Names } from './names.ts';
import { readPeople } from './people.ts';
import { checkRankings } from './ranking-check.ts';
import { addNewEntries, isRecent, KnownAlready, rememberEntries } from './recent-entries.ts';
import { learnSessions, sessionIdOf } from './sessions.ts';
import { withoutForgotten } from './told-events.ts';

/** What the ledger has to be told, because it has no clock, no zone and no catalogue of its own. */
export interface LedgerContext extends CostContext {
  readonly now: EpochMs;
  /** The moment that budgets go by, which no set clock moves; `now` where it is not told. */
  readonly trustedNow?: EpochMs;
  /** What a creator wants to be told of; nothing where it is not told. */
  readonly creatorAlerts?: CreatorAlertRules;
  /** The price of a gift that nobody said a price for, from the shipped catalogue; null where it is unknown there. */
  readonly cataloguePrice: (platform: PlatformId, gift: GiftId) => Units | null;
}

/**
 * Records events: merges sightings into entries, keeps sessions, names and own accounts, moves every total along, and
 * decides which alerts of budgets and for creators are due, all in one transaction. Once the promise is fulfilled everything is on disk;
 * if it is rejected nothing is. Recording the same events again changes nothing. Gives the entries that changed.
 */
export async function recordEvents(
  database: LedgerDatabase,
  seen: readonly CaptureEvent[],
  given: LedgerContext,
): Promise<readonly StoredEntry[]> {
  const inLedger: EntryId[] = [];
  // Most payments are new, and looking each up first takes as long as writing it: so that is done only where the browser
  // says that one is there, all over again.
  const record = (lookUp: 'all' | 'likely') => recordInto(database, seen, given, lookUp, inLedger);
  const kept = await record('likely').catch((error: unknown) => {
    if (error instanceof KnownAlready) return record('all');
    throw error;
  });
  rememberEntries(database, inLedger);
  return kept;
}

/** `inLedger` is told which of the payments are there afterwards. */
async function recordInto(
  database: LedgerDatabase,
  seen: readonly CaptureEvent[],
  given: LedgerContext,
  lookUp: 'all' | 'likely',
  inLedger: EntryId[],
): Promise<readonly StoredEntry[]> {
  return database.transaction('rw', database.tables, async () => {
    const context = { ...given, zone: await zoneForDays(database, given.zone) };
    const learned = await learnAccounts(database, seen, context.now);
    const people = await readPeople(database);
    const events = await withoutForgotten(database, seen, people);
    const gifts = events.filter((event) => event.type === 'gift');
    const selves = await selvesOf(database);
    const { sessions, identified } = await learnSessions(database, events, (platform, account) =>
      isKeptFor(selves.get(platform) ?? nobody, account),
    );
    const sighted = mergeSightings(gifts);
    const changes = new LedgerChanges();
    const keys = hiddenKeys(seen, events);
    const hidden = await hideSighted(database, keys, sighted, changes);
    const promoted = await takeUndecided(database, sighted, learned, identified, keys);
    await loadSessions(database, sighted, sessions);
    const judge = (entry: Entry) =>
      directionOf(entry, sessions.get(sessionIdOf(entry))?.creator || null, self(selves, entry));
    // What nobody forgotten can be in, and is the user's by itself.
    const assumedNew = new Set(
      lookUp === 'all' || people.forgets || keys.size > 0
        ? []
        : [...sighted.values()].flatMap((entry) =>
            isOwn(judge(entry)) && !isRecent(database, entry.id) ? [entry.id] : [],
          ),
    );
    const before = await loadEntries(database, sighted, identified, assumedNew);
    const prices = await assumedPrices(database, sighted, before, events, context);
    const waiting = await waitingCorrections(database, sighted, before, keys, people);
    const kept: StoredEntry[] = [];
    const undecided: Entry[] = [];
    for (const [id, sighting] of sighted) {
      const old = before.get(id);
      const entry = old === undefined ? sighting : mergeEntries(old, sighting);
      const session = sessions.get(sessionIdOf(entry));
      const direction = old?.direction ?? judge(entry);
      if (direction === 'undecided') {
        undecided.push(entry);
      } else if (direction !== 'others') {
        const placed = place(entry, direction, prices.get(id) ?? null, context);
        const correction = old === undefined ? waiting.get(id) : old.correction;
        const fresh = people.placed(
          withCorrection({ ...placed, creator: '', cost: old?.cost ?? null }, correction),
          session?.creator ?? '',
        );
        if (old === undefined || !sameEntry(old, fresh)) {
          changes.replace(old, fresh);
          kept.push(fresh);
          if (fresh.id !== id) await database.entries.delete(id);
          if (hides(fresh) && (old === undefined || !hides(old) || fresh.id !== id)) {
            hidden.set(keys.get(id) ?? id, fresh.id);
          }
        }
      }
    }
    const named = [...promoted, ...gifts];
    const isNew = ({ id }: StoredEntry) => assumedNew.has(id) && !before.has(id);
    const there = await addNewEntries(database, kept.filter(isNew));
    if (there.size > 0) throw new KnownAlready();
    await database.entries.bulkPut(kept.filter((entry) => !isNew(entry)));
    inLedger.push(...before.keys(), ...kept.map(({ id }) => id));
    await database.undecided.bulkPut(undecidedRows(undecided, named, context.now));
    await hideCorrections(database, hidden, changes);
    await costChanges(database, changes, context);
    await changes.write(database);
    await checkRankings(database, events, selves, people);
    await decideAfterGifts(database, kept, { ...context, now: context.trustedNow ?? context.now });
    if (context.creatorAlerts !== undefined) {
      await decideCreatorAlerts(database, kept, context.creatorAlerts, context);
    }
    await writeNames(database, events, named, new Set(kept.map(({ id }) => id)), context.now);
    return kept;
  });
}

/** Payments that must wait, each with its latest sighting for the names in it. */
function undecidedRows(
  entries: readonly Entry[],
  sightings: readonly GiftSeen[],
  seenAt: EpochMs,
): UndecidedEntry[] {
  const latest = new Map(sightings.map((sighting) => [sighting.key, sighting]));
  return entries.flatMap((entry) => {
    const sighting = latest.get(entry.id);
    return sighting === undefined ? [] : [{ ...entry, seenAt, sighting }];
  });
}

/** Keeps the names that events tell: of hosts, of listed gifts, and of those who have a part in entries that changed. */
async function writeNames(
  database: LedgerDatabase,
  events: readonly CaptureEvent[],
  sightings: readonly GiftSeen[],
  changed: ReadonlySet<EntryId>,
  now: EpochMs,
): Promise<void> {
  const names = new Names();
  for (const event of events) {
    if (event.type === 'room') names.addRoom(event);
    else if (event.type === 'prices') names.addPrices(event, now);
  }
  for (const sighting of sightings) {
    if (changed.has(sighting.key)) names.addGift(sighting);
  }
  await names.write(database);
}

function isOwn(direction: ReturnType<typeof directionOf>): boolean {
  return direction === 'sent' || direction === 'received';
}

const nobody: Self = {
  accounts: new Set<AccountId>(),
  followed: new Set<AccountId>(),
  loggedOut: false,
};

function self(selves: ReadonlyMap<PlatformId, Self>, { platform }: Entry): Self {
  return selves.get(platform) ?? nobody;
}

/** One entry for each payment among the sightings. */
function mergeSightings(gifts: readonly GiftSeen[]): Map<EntryId, Entry> {
  const entries = new Map<EntryId, Entry>();
  for (const gift of gifts) {
    addEntry(entries, entryOf(gift));
  }
  return entries;
}

function addEntry(entries: Map<EntryId, Entry>, entry: Entry): void {
  const before = entries.get(entry.id);
  entries.set(entry.id, before === undefined ? entry : mergeEntries(before, entry));
}

/**
 * Takes out payments that could not be judged and now may be: those of platforms whose accounts became known, those of
 * sessions whose host did, and earlier sightings of the payments at hand. Gives a sighting of each, for its names.
 */
async function takeUndecided(
  database: LedgerDatabase,
  sighted: Map<EntryId, Entry>,
  learned: ReadonlySet<PlatformId>,
  identified: ReadonlySet<SessionId>,
  keys: HiddenKeys,
): Promise<GiftSeen[]> {
  const { undecided } = database;
  const affected =
    learned.size === 0 && identified.size === 0
      ? []
      : await undecided
          .filter((entry) => learned.has(entry.platform) || identified.has(sessionIdOf(entry)))
          .toArray();
  // Nearly always empty; asked first, since a lookup for each payment would cost a fifth of all recording (measured).
  const again =
    (await undecided.count()) === 0
      ? []
      : await undecided.bulkGet([...sighted.keys(), ...keys.values()]);
  const ids = new Map([...keys].map(([id, key]) => [key, id]));
  const taken = [...affected, ...again.filter((entry) => entry !== undefined)];
  for (const { seenAt: _seenAt, sighting: _sighting, ...entry } of taken) {
    addEntry(sighted, { ...entry, id: ids.get(entry.id) ?? entry.id });
  }
  await undecided.bulkDelete(taken.map(({ id }) => id));
  return taken.map(({ sighting }) => sighting);
}

/** Adds the sessions of entries that no event of this run speaks of. */
async function loadSessions(
  database: LedgerDatabase,
  sighted: Map<EntryId, Entry>,
  sessions: Map<SessionId, StoredSession>,
): Promise<void> {
  const ids = new Set([...sighted.values()].map(sessionIdOf));
  const missing = [...ids].filter((id) => !sessions.has(id));
  for (const session of await database.sessions.bulkGet(missing)) {
    if (session !== undefined) sessions.set(session.id, session);
  }
}

/**
 * The stored entries for the payments at hand, and those of sessions whose host became known: these are put among the
 * sighted ones, to be placed anew.
 */
async function loadEntries(
  database: LedgerDatabase,
  sighted: Map<EntryId, Entry>,
  identified: ReadonlySet<SessionId>,
  assumedNew: ReadonlySet<EntryId>,
): Promise<Map<EntryId, StoredEntry>> {
  const ids = [...sighted.keys()].filter((id) => !assumedNew.has(id));
  const found = await database.entries.bulkGet(ids);
  const before = new Map(
    found.flatMap((entry) => (entry === undefined ? [] : [[entry.id, entry]])),
  );
  for (const session of identified) {
    await eachOfSession(database, session, (entry) => {
      before.set(entry.id, entry);
      if (!sighted.has(entry.id)) sighted.set(entry.id, entry);
    });
  }
  return before;
}

/** Prices by gift id for entries whose messages say none: from the page's gift list, else from the catalogue. */
async function assumedPrices(
  database: LedgerDatabase,
  sighted: Map<EntryId, Entry>,
  before: Map<EntryId, StoredEntry>,
  events: readonly CaptureEvent[],
  { cataloguePrice }: LedgerContext,
): Promise<Map<EntryId, Units>> {
  const lists = events.filter((event) => event.type === 'prices');
  if (lists.length > 0) {
    await database.entries
      .where('priceless')
      .equals(1)
      .each((entry) => {
        before.set(entry.id, entry);
        if (!sighted.has(entry.id)) sighted.set(entry.id, entry);
      });
  }
  const prices = new Map<EntryId, Units>();
  for (const [id, entry] of sighted) {
    if (entry.unitPrice !== null || entry.gift === null) continue;
    const listed =
      priceIn(lists, entry) ?? (await database.gifts.get([entry.platform, entry.gift]))?.price;
    const price =
      listed ?? before.get(id)?.assumedPrice ?? cataloguePrice(entry.platform, entry.gift);
    if (price !== null) prices.set(id, price);
  }
  return prices;
}

function priceIn(lists: readonly PricesSeen[], { platform, gift }: Entry): Units | undefined {
  const list = lists.findLast((event) => event.platform === platform);
  return list?.gifts.find(({ id }) => id === gift)?.price;
}

/** An entry dated and put under its session and creator; `openSince` is there unless the platform ended it. */
export function place(
  entry: Entry,
  direction: StoredEntry['direction'],
  assumedPrice: Units | null,
  { now, zone }: Pick<LedgerContext, 'now' | 'zone'>,
): Omit<StoredEntry, 'cost' | 'creator'> {
  const priceless = entry.unitPrice === null && assumedPrice === null && entry.unit !== null;
  return {
    ...entry,
    direction,
    session: sessionIdOf(entry),
    ...dayAndHourOf(entry.at, zone),
    assumedPrice,
    ...(entry.ended ? {} : { openSince: now }),
    ...(priceless ? { priceless: 1 as const } : {}),
    ...(entry.onSend && !entry.onPage ? { undelivered: 1 as const } : {}),
  };
}

/** Whether two states of an entry tell the same, whenever they were last looked at. */
export function sameEntry(
  { openSince: _before, cost: _costBefore, ...before }: StoredEntry,
  { openSince: _after, cost: _costAfter, ...after }: StoredEntry,
): boolean {
  const facts: Record<string, unknown> = before;
  const changed = Object.entries(after).some(
    ([name, value]) => String(facts[name]) !== String(value),
  );
  return !changed && Object.keys(facts).length === Object.keys(after).length;
}

/** Closes entries that may no longer grow: their end never came. Gives how many are still open. */
export async function closeQuiet(database: LedgerDatabase, now: EpochMs): Promise<number> {
  return database.transaction('rw', database.entries, async () => {
    const open = await database.entries.where('openSince').above(0).toArray();
    const quiet = open.filter(
      ({ openSince }) => openSince === undefined || isQuiet(openSince, now),
    );
    await database.entries.bulkPut(quiet.map(({ openSince: _openSince, ...entry }) => entry));
    return open.length - quiet.length;
  });
}
