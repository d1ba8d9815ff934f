import fc from 'fast-check';
import type { AddedEntry } from '../../utils/core/correction.ts';
import { forgottenEntryId } from '../../utils/core/forgotten-hash.ts';
import type { CaptureEvent, GiftSeen, RoomSeen } from '../../utils/core/gift-event.ts';
import type { AccountId, EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Operation } from '../../utils/core/operation.ts';
import type { PurchaseId } from '../../utils/core/purchase.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { forgetOlderThan, forgetPerson } from '../../utils/storage/forgetting.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, type Wanted } from '../../utils/storage/operations.ts';
import { addedEntry, purchase } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

/** The user: sends in room 7001, which is Mira's, and is the host of room 7002. */
export const me = account('900011');
export const mira = account('900099');
export const others = ['900021', '900022', '900023'].map(account);

const HALF_A_DAY = 12 * 3_600_000;

/** Moment `n` of some weeks, half a day apart. */
export const when = (n: number): EpochMs => epochMs(start + n * HALF_A_DAY);

/** Long after all of them. */
export const late = when(120);

/** One payment that may be seen, any number of times and with any count. */
export interface Payment {
  readonly key: EntryId;
  readonly part: Partial<GiftSeen>;
}

const person = (id: AccountId) => ({ id, handle: `handle ${id}`, name: `name ${id}` });

function payment(key: string, part: Partial<GiftSeen>): Payment {
  return { key: key as EntryId, part: { ...part, key: key as EntryId } };
}

/** Sent to the host and to a guest, received in streaks, one by one, as a chest, and without a price. */
export const payments: readonly Payment[] = [
  payment(`tiktok:streak:7001:${me}:5655:1`, { recipient: null }),
  payment(`tiktok:gift:7001:2`, { recipient: person(mira), unitPrice: units(5) }),
  payment(`tiktok:streak:7001:${me}:5655:3:${others[1]}`, {
    recipient: person(account('900022')),
    unitPrice: units(2),
  }),
  payment('tiktok:subscription:7001:4', {
    kind: 'subscription',
    recipient: null,
    unit: null,
    unitPrice: null,
    gift: null,
  }),
  ...others.map((id) =>
    payment(`tiktok:streak:7002:${id}:5655:1`, {
      room: room('7002'),
      sender: person(id),
      recipient: null,
    }),
  ),
  payment('tiktok:chest:7', {
    kind: 'chest',
    room: room('7002'),
    sender: person(account('900023')),
    recipient: null,
    unitPrice: units(100),
  }),
];

/** A sighting of a payment. */
export function seen({ part }: Payment, count: number, at: EpochMs): GiftSeen {
  return sighting({ sender: person(me), added: null, ended: true, ...part, count, at });
}

const rooms: readonly RoomSeen[] = [
  ['7001', mira],
  ['7002', me],
].map(([id = '', host]) => ({
  type: 'room',
  platform: 'tiktok',
  room: room(id),
  at: start,
  host: person(account(String(host))),
  title: `Stream of ${host}`,
  ended: false,
  current: true,
}));

/** What everybody knows from the beginning. */
export const known: readonly CaptureEvent[] = [
  { type: 'account', platform: 'tiktok', me: person(me) },
  ...rooms,
];

/** One thing that happens to a ledger. */
export type Step =
  | { readonly do: 'see'; readonly which: number; readonly count: number; readonly at: number }
  | { readonly do: 'room' }
  | { readonly do: 'void'; readonly which: number; readonly voided: boolean }
  | { readonly do: 'amount'; readonly which: number; readonly units: number | null }
  | { readonly do: 'price'; readonly which: number; readonly cents: number | null }
  | { readonly do: 'note'; readonly which: number }
  | { readonly do: 'add'; readonly added: AddedEntry }
  | { readonly do: 'merge'; readonly person: AccountId; readonly into: AccountId }
  | { readonly do: 'forget'; readonly person: AccountId; readonly at: number }
  | { readonly do: 'keep'; readonly days: number }
  | { readonly do: 'buy'; readonly id: number; readonly coins: number; readonly at: number }
  | { readonly do: 'undo'; readonly which: number };

const which = fc.nat(payments.length - 1);
const at = fc.nat(30);
const anyone = fc.constantFrom(...others, mira);
const step = <Doing extends Step['do'], Rest>(doing: Doing, rest: fc.Arbitrary<Rest>) =>
  rest.map((parts) => ({ do: doing, ...parts }));

const added = fc
  .record({
    id: fc.constantFrom('hand-1', 'hand-2').map((id) => id as EntryId),
    direction: fc.constantFrom<AddedEntry['direction']>('sent', 'received'),
    other: fc.option(anyone),
    at: at.map(when),
    units: fc.integer({ min: 1, max: 40 }).map(units),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(addedEntry);

const shared: fc.WeightedArbitrary<Step>[] = [
  {
    weight: 8,
    arbitrary: step('see', fc.record({ which, count: fc.integer({ min: 1, max: 9 }), at })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'room' as const }) },
  { weight: 2, arbitrary: step('void', fc.record({ which, voided: fc.boolean() })) },
  {
    weight: 2,
    arbitrary: step('amount', fc.record({ which, units: fc.option(fc.nat(50), { nil: null }) })),
  },
  {
    weight: 2,
    arbitrary: step('price', fc.record({ which, cents: fc.option(fc.nat(99), { nil: null }) })),
  },
  { weight: 1, arbitrary: step('note', fc.record({ which })) },
  { weight: 2, arbitrary: step('add', fc.record({ added })) },
  { weight: 2, arbitrary: step('merge', fc.record({ person: anyone, into: anyone })) },
  { weight: 2, arbitrary: step('forget', fc.record({ person: anyone, at })) },
  {
    weight: 2,
    arbitrary: step(
      'buy',
      fc.record({ id: fc.nat(2), coins: fc.integer({ min: 1, max: 60 }), at }),
    ),
  },
  { weight: 3, arbitrary: step('undo', fc.record({ which: fc.nat(20) })) },
];

/** What happens on a device where other people's data is kept. */
export const anySteps = fc.array(fc.oneof(...shared), { minLength: 1, maxLength: 16 });

/** The same where it may also be kept for some time only. */
export const anyStepsWithKeeping = fc.array(
  fc.oneof(...shared, {
    weight: 1,
    arbitrary: step('keep', fc.record({ days: fc.nat(8) })),
  }),
  { minLength: 1, maxLength: 16 },
);

/**
 * Whether senders were kept for a time after people were merged. Who gave nothing since is then no longer known to be one
 * of them, which the model does not follow: it depends on all that is stored.
 */
export function mayForgetMerges(steps: readonly Step[]): boolean {
  const merged = steps.findIndex((one) => one.do === 'merge');
  return merged !== -1 && steps.slice(merged).some((one) => one.do === 'keep');
}

/** The moment from a `keep` step on which what was received is kept. */
export function keptFrom(days: number): EpochMs {
  return epochMs(Date.UTC(2026, 10, 22 + days));
}

const context = { ...listedCosts, now: late };

/** Does one step to a ledger. `done` are the operations so far, which an undo chooses from; gives the new one. */
export async function take(
  database: LedgerDatabase,
  one: Step,
  done: readonly Operation[],
): Promise<Operation | null> {
  const record = (events: readonly CaptureEvent[]) =>
    recordEvents(database, events, { ...context, cataloguePrice: () => null });
  const wish = (wanted: Wanted) => operate(database, wanted, context);
  switch (one.do) {
    case 'see': {
      const found = payments[one.which];
      if (found !== undefined) await record([seen(found, one.count, when(one.at))]);
      return null;
    }
    case 'room':
      await record(rooms.map((each) => ({ ...each, at: late })));
      return null;
    case 'void':
      return wish({
        type: 'entry-voided',
        entry: await idOf(database, one.which),
        voided: one.voided,
      });
    case 'amount':
      return wish({
        type: 'entry-amount-set',
        entry: await idOf(database, one.which),
        units: one.units === null ? null : units(one.units),
      });
    case 'price':
      return wish({
        type: 'entry-price-set',
        entry: await idOf(database, one.which),
        price: one.cents === null ? null : { currency: currencyCode('USD'), minor: one.cents },
      });
    case 'note':
      return wish({
        type: 'entry-noted',
        entry: await idOf(database, one.which),
        note: 'for handle 900021',
      });
    case 'add':
      return wish({ type: 'entry-added', added: one.added });
    case 'merge':
      return wish({
        type: 'people-merged',
        platform: 'tiktok',
        person: one.person,
        into: one.into,
      });
    case 'forget':
      await forgetPerson(database, 'tiktok', one.person, { ...context, now: when(one.at) });
      return null;
    case 'keep':
      await forgetOlderThan(database, 1, {
        now: epochMs(Date.UTC(2026, 11, 22 + one.days, 5)),
        zone: context.zone,
      });
      return null;
    case 'buy':
      return wish({
        type: 'purchase-set',
        purchase: purchase({
          id: `p${one.id}` as PurchaseId,
          units: units(one.coins),
          price: { currency: currencyCode('USD'), minor: one.coins * 3 },
          at: when(one.at),
        }),
      });
    case 'undo': {
      const target = done[one.which % Math.max(1, done.length)];
      return target === undefined ? null : wish({ type: 'undo', operation: target.id });
    }
  }
}

/** The id under which a list shows a payment now. */
async function idOf({ entries }: LedgerDatabase, index: number): Promise<EntryId> {
  const key = payments[index]?.key ?? ('' as EntryId);
  const hidden = forgottenEntryId(key);
  return (await entries.get(hidden)) === undefined ? key : hidden;
}
