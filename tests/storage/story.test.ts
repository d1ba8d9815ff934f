import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { PurchaseId } from '../../utils/core/purchase.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate } from '../../utils/storage/operations.ts';
import { storyOf } from '../../utils/storage/story.ts';
import { account, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

it('tells what an entry was paid from, and what of it at the listed price', async () => {
  const database = new LedgerDatabase('story');
  const context = { now: start, ...listedCosts, cataloguePrice: () => null };
  await recordEvents(
    database,
    [
      {
        type: 'account',
        platform: 'tiktok',
        me: { id: account('11'), handle: 'kai.watches', name: 'Kai' },
      },
      sighting({ key: 'first' as EntryId, unitPrice: units(30), ended: true }),
      sighting({
        key: 'second' as EntryId,
        unitPrice: units(100),
        ended: true,
        at: epochMs(start + 1_000),
        evidence: 'send',
      }),
    ],
    context,
  );
  const told = () =>
    storyOf(database, 'second' as EntryId, { costs: listedCosts, priced: new Map() });
  expect(await told()).toMatchObject({ drawn: null, onPage: false, onSend: true, listed: null });
  await operate(
    database,
    {
      type: 'purchase-set',
      purchase: {
        id: 'purchase' as PurchaseId,
        unit: 'tiktok:coin',
        units: units(70),
        price: { currency: currencyCode('USD'), minor: 140 },
        channel: 'web',
        at: epochMs(start - 60_000),
        note: '',
        evidence: 'hand',
        orderId: '',
      },
    },
    context,
  );
  // The first took 30 of the 70.
  expect((await told())?.drawn).toMatchObject({ parts: [{ units: 40 }], missing: 60 });
  expect((await told())?.row).toMatchObject({ units: 100, other: { handle: 'mira.plays' } });
  expect(
    await storyOf(database, 'none' as EntryId, { costs: listedCosts, priced: new Map() }),
  ).toBe(null);
});
