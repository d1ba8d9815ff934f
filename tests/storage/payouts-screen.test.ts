import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate } from '../../utils/storage/operations.ts';
import { payoutsView } from '../../utils/storage/payouts-screen.ts';
import { addedEntry, payout } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const DAY = 86_400_000;
const context = { ...listedCosts, now: epochMs(start + 30 * DAY), cataloguePrice: () => null };

let database: LedgerDatabase;
let databases = 0;

/** So many coins on the user's own stream, some days after the start. */
const give = (key: string, coins: number, days: number) =>
  sighting({
    key: key as EntryId,
    room: room('7001'),
    sender: { id: account('11'), handle: 'a', name: 'A' },
    recipient: me,
    unitPrice: units(coins),
    added: null,
    count: 1,
    at: epochMs(start + days * DAY),
  });

const view = async () => {
  const { units: all } = await payoutsView(database, currencyCode('EUR'), listedCosts.zone);
  const [only] = all;
  if (only === undefined || all.length > 1) throw new Error('not one unit');
  return only;
};

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`payouts-${databases}`);
  await recordEvents(
    database,
    [
      { type: 'account', platform: 'tiktok', me },
      give('a', 60, 0),
      give('b', 31, 3),
      give('c', 9, 8),
    ],
    context,
  );
});

describe('the screen of payouts', () => {
  it('holds a payout against what came in until then, by hand too, as the user corrected it', async () => {
    const by = addedEntry({ direction: 'received', at: epochMs(start + DAY) });
    await operate(database, { type: 'entry-added', added: by }, context);
    await operate(
      database,
      { type: 'entry-amount-set', entry: 'b' as EntryId, units: units(30) },
      context,
    );
    const { id } = await operate(
      database,
      {
        type: 'payout-set',
        payout: payout({ units: units(101), at: epochMs(start + 5 * DAY) }),
      },
      context,
    );
    const paid = await view();
    expect(paid.payouts).toMatchObject([{ seen: 100, difference: 1 }]);
    expect([paid.waiting, paid.rate?.origin]).toEqual([9, 'payouts']);
    // $412.50 for 101 coins, for 9.
    expect(paid.waitingWorth?.least.amount).toBe(36_757_426);
    await operate(database, { type: 'undo', operation: id }, context);
    const undone = await view();
    expect([undone.payouts, undone.waiting, undone.rate?.origin]).toEqual([[], 109, 'reported']);
  });

  it('counts what came in for others as theirs', async () => {
    const other = { id: account('77'), handle: 'x', name: 'X' };
    await database.dayTotals.toCollection().modify({ creator: other.id });
    expect((await payoutsView(database, currencyCode('EUR'), listedCosts.zone)).units).toEqual([]);
  });
});
