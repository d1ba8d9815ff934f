import fc from 'fast-check';
import { type RateDay, rateText } from '../../../utils/core/exchange-rate.ts';
import { fetchedSources } from '../../../utils/core/exchange-rate-answers.ts';
import type { CaptureEvent, GiftSeen, RoomSeen } from '../../../utils/core/gift-event.ts';
import type { EntryId, GiftId } from '../../../utils/core/ids.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import type { Operation } from '../../../utils/core/operation.ts';
import { type Day, epochMs } from '../../../utils/core/time.ts';
import { units } from '../../../utils/core/units.ts';
import type { RestoreContext } from '../../../utils/storage/backup/join-staged.ts';
import { restoreBackup } from '../../../utils/storage/backup/restore.ts';
import { writeBackup } from '../../../utils/storage/backup/write-backup.ts';
import { LedgerDatabase } from '../../../utils/storage/database.ts';
import { recordEvents } from '../../../utils/storage/ledger.ts';
import { takeInOperations } from '../../../utils/storage/operations.ts';
import { readSettings } from '../../../utils/storage/settings.ts';
import { anyOperations } from '../../core/made-operations.ts';
import { account, room, sighting, start, streak } from '../../core/sightings.ts';
import { listedCosts } from '../cost-contexts.ts';

export const now = epochMs(start + 86_400_000);
export const context: RestoreContext = {
  now,
  zone: listedCosts.zone,
  cataloguePrice: () => null,
  costs: async () => listedCosts,
};
export const work = { signal: new AbortController().signal, tell: () => undefined };

let databases = 0;

/** An empty ledger. */
export function freshLedger(): LedgerDatabase {
  databases += 1;
  return new LedgerDatabase(`backup-${databases}`);
}

const me = { id: account('11'), handle: 'kai.watches', name: 'Kai' };
const mira = { id: account('99'), handle: 'mira.plays', name: 'Mira' };

export function roomSeen(part: Partial<RoomSeen> = {}): RoomSeen {
  return {
    type: 'room',
    platform: 'tiktok',
    room: room('7001'),
    at: start,
    host: mira,
    title: 'Evening',
    ended: false,
    current: true,
    ...part,
  };
}

export const loggedIn: CaptureEvent = { type: 'account', platform: 'tiktok', me };

const prices = (price: number): CaptureEvent => ({
  type: 'prices',
  platform: 'tiktok',
  unit: 'tiktok:coin',
  gifts: [{ id: '5655' as GiftId, name: 'Rose', price: units(price), icon: 'rose.webp' }],
});

const anyGift: fc.Arbitrary<CaptureEvent[]> = fc.oneof(
  streak,
  fc
    .record({
      id: fc.integer({ min: 1, max: 9 }),
      price: fc.option(fc.constantFrom(1, 100, 29_999)),
      kind: fc.constantFrom<GiftSeen['kind']>('gift', 'chest', 'subscription'),
      stream: fc.constantFrom('7001', '7002'),
      sender: fc.constantFrom('11', '12', '99'),
      count: fc.integer({ min: 1, max: 5 }),
      hour: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ id, price, kind, stream, sender, count, hour }) => [
      sighting({
        key: `tiktok:gift:${stream}:${id}${sender}${kind}` as EntryId,
        kind,
        at: epochMs(start + hour * 3_600_000),
        room: room(stream),
        sender: { id: account(sender), handle: `u${sender}`, name: `=U${count}` },
        recipient: null,
        unitPrice: price === null ? null : units(price),
        added: null,
        count,
        ended: id % 2 === 0,
      }),
    ]),
);

/** What one device saw of evenings that another may have seen too. */
export const anyEvents: fc.Arbitrary<CaptureEvent[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: anyGift },
      fc.constant([loggedIn]),
      fc.constant<CaptureEvent[]>([{ type: 'account', platform: 'tiktok', me: mira }]),
      fc.constant([roomSeen()]),
      fc.constant([roomSeen({ room: room('7002'), host: me, title: 'Mine' })]),
      fc.nat(9).map((n): CaptureEvent[] => [
        roomSeen({ room: room('7002'), host: me, ended: true, at: epochMs(start + n * 60_000) }),
        {
          type: 'watch',
          platform: 'tiktok',
          room: room('7002'),
          at: epochMs(start + n * 60_000),
        },
        {
          type: 'battle',
          platform: 'tiktok',
          room: room('7002'),
          battle: String(n % 3),
          at: start,
          from: epochMs(start + n),
          until: epochMs(start + n + 300),
          endedAt: n % 2 === 0 ? epochMs(start + n + 200) : null,
        },
        {
          type: 'running',
          platform: 'tiktok',
          room: room('7002'),
          at: epochMs(start + (n % 4)),
          unit: 'tiktok:coin',
          totals: [{ account: me.id, units: units(n) }],
        },
      ]),
      fc.constantFrom(1, 5).map((price) => [prices(price)]),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => [...parts.flat(), loggedIn]);

/** Exchange rates that a device fetched; two may have been told differently. */
const anyRates: fc.Arbitrary<RateDay[]> = fc.uniqueArray(
  fc.record({
    day: fc.constantFrom('2026-11-20' as Day, '2026-11-21' as Day),
    base: fc.constantFrom(currencyCode('EUR'), currencyCode('USD')),
    rates: fc.dictionary(
      fc.constantFrom('GBP', 'JPY', 'BRL'),
      fc.integer({ min: 1, max: 9 }).map((rate) => rateText(`1.${rate}`)),
    ),
    source: fc.constantFrom(...fetchedSources),
  }),
  { selector: ({ day, source }) => `${day} ${source}`, maxLength: 3 },
);

/** What two devices of one user saw, and what the user did on them. */
export const twoDevices = fc
  .tuple(anyEvents, anyEvents, anyOperations, anyRates, anyRates)
  .map(([a, b, operations, ratesA, ratesB]) => {
    const by = (device: string) => operations.filter(({ stamp }) => stamp.endsWith(device));
    return {
      a: { events: a, operations: by('laptop01'), rates: ratesA },
      b: { events: b, operations: by('phone001'), rates: ratesB },
    };
  });

/** A ledger in which all that happened. */
export async function ledgerOf(happened: {
  readonly events: readonly CaptureEvent[];
  readonly operations: readonly Operation[];
  readonly rates?: readonly RateDay[];
}): Promise<LedgerDatabase> {
  const database = freshLedger();
  await database.rateDays.bulkPut(happened.rates ?? []);
  await recordEvents(database, happened.events, { ...context, ...listedCosts });
  await takeInOperations(database, happened.operations, listedCosts);
  return database;
}

/** A backup of a ledger. */
export async function backupOf(database: LedgerDatabase): Promise<Blob> {
  const settings = await readSettings();
  const { file } = await writeBackup(database, { now, zone: listedCosts.zone, settings }, work);
  return file;
}

export const restore = (database: LedgerDatabase, file: Blob) =>
  restoreBackup(database, file, context, false, work);

/** Everything in a ledger that is the user's or worked out of it, in the order of the keys. */
export async function contentOf(database: LedgerDatabase) {
  const rows = async (table: string) => database.table(table).toArray();
  return {
    entries: (await database.entries.toArray()).map(({ openSince: _open, ...entry }) => entry),
    operations: await rows('operations'),
    accounts: (await database.accounts.toArray()).map(({ platform, id }) => [platform, id]),
    sessions: await rows('sessions'),
    people: await rows('people'),
    gifts: await rows('gifts'),
    learnedOffers: await rows('learnedOffers'),
    balances: await rows('balances'),
    notices: await rows('notices'),
    rateDays: await rows('rateDays'),
    ...(await totalsOf(database)),
  };
}

/** The totals of a ledger. */
export async function totalsOf({
  dayTotals,
  monthTotals,
  sessionTotals,
  gifterTotals,
  hourTotals,
}: LedgerDatabase) {
  return {
    day: await dayTotals.toArray(),
    month: await monthTotals.toArray(),
    session: await sessionTotals.toArray(),
    gifter: await gifterTotals.toArray(),
    hour: await hourTotals.toArray(),
  };
}
