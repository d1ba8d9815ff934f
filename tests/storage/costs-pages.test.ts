import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { PurchaseId } from '../../utils/core/purchase.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { lotsNow } from '../../utils/storage/lots-left.ts';
import { operate, recost, type Wanted } from '../../utils/storage/operations.ts';
import { purchase } from '../core/made-operations.ts';
import { account, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me: CaptureEvent = {
  type: 'account',
  platform: 'tiktok',
  me: { id: account('11'), handle: '', name: '' },
};

/** More than one page of entries, and several checkpoints; many at the same moment. */
const GIFTS = 900;
const key = (n: number) => `tiktok:gift:7001:${n}` as EntryId;
const moment = (n: number) => epochMs(start + Math.floor(n / 7) * 1000);
const context = { ...listedCosts, now: epochMs(start + 86_400_000), cataloguePrice: () => null };

/** One unit is spent seldom. */
const unitOf = (n: number) => (n % 100 === 50 ? 'kick:kick' : 'tiktok:coin');
const gift = fc.oneof(
  fc.nat(GIFTS - 1),
  fc.nat(8).map((n) => n * 100 + 50),
);
const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  fc
    .tuple(gift, fc.boolean())
    .map(([n, voided]): Wanted => ({ type: 'entry-voided', entry: key(n), voided })),
  fc
    .tuple(gift, fc.integer({ min: 1, max: 900 }))
    .map(([n, most]): Wanted => ({ type: 'entry-amount-set', entry: key(n), units: units(most) })),
  fc.tuple(fc.nat(3), gift, fc.integer({ min: 1, max: 3000 })).map(
    ([id, n, coins]): Wanted => ({
      type: 'purchase-set',
      purchase: purchase({
        id: `p${id}${unitOf(n)}` as PurchaseId,
        unit: unitOf(n),
        at: moment(n),
        units: units(coins),
        price: { currency: currencyCode('USD'), minor: coins * 2 + id },
      }),
    }),
  ),
);

describe('costs of more entries than are read at once', () => {
  it('are after every change what they are worked out from the start', async () => {
    let databases = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(wanted, { minLength: 3, maxLength: 8 }),
        fc.boolean(),
        async (wishes, each) => {
          databases += 1;
          const database = new LedgerDatabase(`costs-pages-${databases}`);
          const gifts = Array.from({ length: GIFTS }, (_, n) =>
            sighting({
              key: key(n),
              unit: unitOf(n),
              at: moment(n),
              unitPrice: units(1 + (n % 13)),
              added: null,
              ended: true,
            }),
          );
          await recordEvents(database, [me, ...gifts], context);
          const costs = async () => ({
            entries: (await database.entries.orderBy('id').toArray()).map(({ id, cost }) => [
              id,
              cost,
            ]),
            day: await database.dayTotals.toArray(),
            month: await database.monthTotals.toArray(),
            left: [
              await lotsNow(database, 'tiktok:coin', context),
              await lotsNow(database, 'kick:kick', context),
            ],
          });
          for (const wish of wishes) {
            await operate(database, wish, context);
            const changed = await costs();
            if (each) {
              await recost(database, context);
              expect(changed).toEqual(await costs());
            }
          }
          const stored = await costs();
          await recost(database, context);
          expect(stored).toEqual(await costs());
          await database.delete();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('are right behind a change after which nothing of the unit is left', async () => {
    const database = new LedgerDatabase('costs-pages-seldom');
    const kick = (n: number) =>
      sighting({ key: key(n), unit: 'kick:kick', at: moment(n), unitPrice: units(5), added: null });
    const coins = Array.from({ length: 700 }, (_, n) =>
      sighting({ key: key(10_000 + n), at: moment(n), added: null }),
    );
    await recordEvents(database, [me, ...coins], context);
    await operate(
      database,
      {
        type: 'purchase-set',
        purchase: purchase({ unit: 'kick:kick', units: units(7), at: start }),
      },
      context,
    );
    await recordEvents(database, [kick(350)], context);
    await recordEvents(database, [kick(690)], context);
    await operate(database, { type: 'entry-voided', entry: key(690), voided: true }, context);
    await recordEvents(database, [kick(100)], context);
    const paid = async () =>
      (await database.entries.bulkGet([key(100), key(350)])).map((row) => row?.cost?.paidUnits);
    expect(await paid()).toEqual([5, 2]);
  });
});
