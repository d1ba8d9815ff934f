import { FORGOTTEN } from '../../utils/core/forgotten.ts';
import type { AccountId } from '../../utils/core/ids.ts';
import { EVERYONE } from '../../utils/core/totals.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { keptFrom, me, mira, payments, type Step, when } from './correction-steps.ts';

interface Counted {
  readonly at: number;
  readonly direction: 'sent' | 'received';
  readonly kind: string;
  readonly room: string | null;
  readonly sender: AccountId | null;
  readonly receiver: AccountId | null;
  readonly units: number | null;
  readonly count: number;
}

/**
 * The sums that a list of steps comes to, each as `units, gifts, entries, unpriced` by what it is of, worked out in the plainest way: no operation, no table and none of the
 * ledger's rules is used.
 */
export function modelled(steps: readonly Step[]) {
  const acts = standingActs(steps);
  const latest = <Doing extends Step['do']>(doing: Doing, of: (act: Of<Doing>) => unknown) => {
    const map = new Map<unknown, Of<Doing>>();
    for (const act of acts) if (isDoing(act, doing)) setLast(map, of(act), act);
    return map;
  };
  const voids = latest('void', ({ which }) => which);
  const amounts = latest('amount', ({ which }) => which);
  const merges = latest('merge', ({ person }) => person);
  const hands = latest('add', ({ added }) => added.id);
  const group = groups([...merges.values()].map(({ person, into }) => [person, into]));
  const forgets = forgotten(steps);
  const kept = Math.max(
    0,
    ...steps.flatMap((one) => (one.do === 'keep' ? keptFrom(one.days) : [])),
  );
  const gone = (id: AccountId | null, at: number): boolean =>
    id !== null && id !== me && (forgets.get(id) ?? -1) >= at;
  const counted: Counted[] = [];
  payments.forEach(({ part }, which) => {
    const sights = steps.filter((one) => isDoing(one, 'see') && one.which === which);
    const ats = sights.flatMap((one) => (one.do === 'see' ? when(one.at) : []));
    if (sights.length === 0 || voids.get(which)?.voided) return;
    const at = Math.min(...ats);
    const count = Math.max(...sights.flatMap((one) => (one.do === 'see' ? one.count : [])));
    const price = part.unit === null ? null : (part.unitPrice ?? 1);
    const sender = part.sender?.id ?? me;
    const host = part.room === '7002' ? me : mira;
    const named = part.recipient?.id ?? null;
    // Mira’s stream was first seen at the beginning: forgotten at all, she is forgotten as its host.
    const hostGone = gone(host, when(0));
    counted.push({
      at,
      direction: sender === me ? 'sent' : 'received',
      kind: part.kind ?? 'gift',
      room: part.room ?? '7001',
      sender: gone(sender, at) || (sender !== me && at < kept) ? FORGOTTEN : sender,
      receiver:
        named === null ? (hostGone ? FORGOTTEN : host) : gone(named, at) ? FORGOTTEN : named,
      units: price === null ? null : (amounts.get(which)?.units ?? price * count),
      count,
    });
  });
  for (const { added } of hands.values()) {
    const { direction, other } = added;
    const hidden = gone(other, added.at) || (direction === 'received' && added.at < kept);
    const person = other === null ? null : hidden ? FORGOTTEN : other;
    counted.push({
      at: added.at,
      direction,
      kind: added.kind,
      room: null,
      sender: direction === 'received' ? person : me,
      receiver: direction === 'sent' ? person : null,
      units: added.units,
      count: added.count,
    });
  }
  return summed(counted, (id) => (id === null ? '' : (group.get(id) ?? id)));
}

type Of<Doing extends Step['do']> = Extract<Step, { readonly do: Doing }>;

function isDoing<Doing extends Step['do']>(one: Step, doing: Doing): one is Of<Doing> {
  return one.do === doing;
}

/** What was done and not undone, in its order; undoing can be undone itself. */
function standingActs(steps: readonly Step[]): Step[] {
  const done: { step: Step; undoes: number | null }[] = [];
  for (const one of steps) {
    if (one.do === 'undo') {
      if (done.length > 0) done.push({ step: one, undoes: one.which % done.length });
    } else if (!['see', 'room', 'forget', 'keep'].includes(one.do)) {
      done.push({ step: one, undoes: null });
    }
  }
  const off = new Set<number>();
  for (let index = done.length - 1; index >= 0; index -= 1) {
    const undoes = done[index]?.undoes ?? null;
    if (!off.has(index) && undoes !== null) off.add(undoes);
  }
  return done.flatMap(({ step }, index) => (off.has(index) ? [] : [step]));
}

/**
 * Until when each person is forgotten. Whoever was merged with them at that moment goes along; what was wished of
 * someone forgotten, in the time before, does not hold any more.
 */
function forgotten(steps: readonly Step[]): Map<AccountId, number> {
  const until = new Map<AccountId, number>();
  steps.forEach((one, index) => {
    if (one.do !== 'forget') return;
    const merges = new Map<AccountId, AccountId>();
    for (const act of standingActs(steps.slice(0, index))) {
      if (act.do === 'merge') setLast(merges, act.person, act.into);
    }
    const group = groups([...merges]);
    const end = (id: AccountId) => group.get(id) ?? id;
    for (const id of new Set([one.person, ...group.keys(), ...group.values()])) {
      if (end(id) !== end(one.person)) continue;
      until.set(id, Math.max(until.get(id) ?? 0, when(one.at)));
    }
  });
  return until;
}

/** Sets what a key is for now, behind all others: a map alone leaves it where it was first. */
function setLast<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

/** Whom each person stands under: the end of their chain, or where it goes round, the one named last. */
function groups(merges: readonly (readonly [AccountId, AccountId])[]): Map<AccountId, AccountId> {
  const into = new Map<AccountId, AccountId>();
  const ends = new Map<AccountId, AccountId>();
  // Added one by one in their order: only the latest can close a circle, and is then its end.
  for (const [person, target] of merges) into.set(person, target);
  for (const person of into.keys()) {
    const path: AccountId[] = [person];
    for (let next = into.get(person); next !== undefined; next = into.get(next)) {
      if (path.includes(next)) {
        const circle = path.slice(path.indexOf(next));
        const last = merges.findLast(([from]) => circle.includes(from));
        path.push(last?.[1] ?? next);
        break;
      }
      path.push(next);
    }
    const end = path.at(-1);
    if (end !== undefined && end !== person) ends.set(person, end);
  }
  return ends;
}

function summed(counted: readonly Counted[], standsFor: (id: AccountId | null) => string) {
  const day: Record<string, number[]> = {};
  const month: Record<string, number[]> = {};
  const session: Record<string, number[]> = {};
  const received = noReceived();
  const add = (sums: Record<string, number[]>, parts: readonly string[], one: Counted) => {
    const before = sums[parts.join(' ')] ?? [0, 0, 0, 0];
    const more = [one.units ?? 0, one.count, 1, one.units === null ? 1 : 0];
    sums[parts.join(' ')] = before.map((sum, index) => sum + (more[index] ?? 0));
  };
  for (const one of counted) {
    const { direction, kind, room } = one;
    const unit = one.units === null ? 'none' : 'tiktok:coin';
    const date = new Date(one.at).toISOString().slice(0, 10);
    const [giver, taker] = [standsFor(one.sender), standsFor(one.receiver)];
    add(day, [date, taker, direction, kind, unit], one);
    for (const of of [taker, 'everyone']) {
      add(month, [date.slice(0, 7), of, direction, kind, unit], one);
    }
    if (room !== null) add(session, [room, direction, kind, unit], one);
    if (direction !== 'received' || kind !== 'gift') continue;
    add(received.gifter, [date, room ?? '', taker, giver, unit], one);
    add(received.supporter, [taker, giver, unit], one);
    add(received.gift, [date, room ?? '', room === null ? '' : '5655', unit], one);
    if (giver !== '' && giver !== FORGOTTEN) {
      const days = received.days[`${taker} ${giver}`] ?? [];
      received.days[`${taker} ${giver}`] = [...days, `${date} ${room ?? ''}`];
    }
    if (room === null) continue;
    add(received.minute, [room, String(Math.floor(one.at / 60_000)), unit], one);
    if (one.units !== null) {
      const large = received.large[room] ?? [];
      received.large[room] = [...large, one.units].sort((a, b) => b - a);
    }
  }
  const { days, ...sums } = received;
  return { day, month, session, ...sums, supporters: spansOf(days) };
}

function noReceived() {
  return {
    gifter: {} as Record<string, number[]>,
    supporter: {} as Record<string, number[]>,
    gift: {} as Record<string, number[]>,
    minute: {} as Record<string, number[]>,
    /** Amounts of the gifts of a stream, the largest first. */
    large: {} as Record<string, number[]>,
    /** Day and stream of everything that somebody gave to someone. */
    days: {} as Record<string, string[]>,
  };
}

/** First day and stream, last day, and number of streams. */
function spansOf(days: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(days).map(([pair, list]) => {
      const ordered = [...list].sort();
      const streams = new Set(list.map((each) => each.slice(11))).difference(new Set(['']));
      return [pair, `${ordered[0]} ${ordered.at(-1)?.slice(0, 10)} ${streams.size}`];
    }),
  );
}

/** The stored sums in the same words. */
export async function storedSums(database: LedgerDatabase) {
  type Row = { units: number; gifts: number; entries: number; unpriced: number };
  const counts = (row: Row) => [row.units, row.gifts, row.entries, row.unpriced];
  const told = <Of extends Row>(rows: readonly Of[], key: (row: Of) => readonly unknown[]) => {
    const sums: Record<string, number[]> = {};
    for (const row of rows) {
      const before = sums[key(row).join(' ')] ?? [0, 0, 0, 0];
      sums[key(row).join(' ')] = counts(row).map((count, index) => count + (before[index] ?? 0));
    }
    return sums;
  };
  const roomOf = (session: string) => session.slice('tiktok:'.length);
  const large = await database.largeGifts.toArray();
  const supporters = await database.supporters.toArray();
  return {
    day: told(await database.dayTotals.toArray(), (row) => [
      row.day,
      row.creator,
      row.direction,
      row.kind,
      row.unit,
    ]),
    month: told(await database.monthTotals.toArray(), (row) => [
      row.month,
      row.creator === EVERYONE ? 'everyone' : row.creator,
      row.direction,
      row.kind,
      row.unit,
    ]),
    session: told(await database.sessionTotals.toArray(), (row) => [
      roomOf(row.session),
      row.direction,
      row.kind,
      row.unit,
    ]),
    gifter: told(await database.gifterTotals.toArray(), (row) => [
      row.day,
      roomOf(row.session),
      row.creator,
      row.person,
      row.unit,
    ]),
    supporter: told(await database.supporterTotals.toArray(), (row) => [
      row.creator,
      row.person,
      row.unit,
    ]),
    gift: told(await database.giftTotals.toArray(), (row) => [
      row.day,
      roomOf(row.session),
      row.gift,
      row.unit,
    ]),
    minute: told(await database.minuteTotals.toArray(), (row) => [
      roomOf(row.session),
      row.minute,
      row.unit,
    ]),
    large: Object.fromEntries(
      large.map(({ session, gifts }) => [roomOf(session), gifts.map(({ units }) => units)]),
    ),
    supporters: Object.fromEntries(
      supporters.map(({ creator, person, first, firstSession, last, sessions }) => [
        `${creator} ${person}`,
        `${first} ${roomOf(firstSession)} ${last} ${sessions}`,
      ]),
    ),
  };
}
