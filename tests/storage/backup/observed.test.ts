import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { units } from '../../../utils/core/units.ts';
import { recountEverything } from '../../../utils/storage/recount.ts';
import { account, sighting } from '../../core/sightings.ts';
import { listedCosts } from '../cost-contexts.ts';
import {
  backupOf,
  contentOf,
  freshLedger,
  ledgerOf,
  loggedIn,
  restore,
  work,
} from './made-ledgers.ts';

beforeEach(() => fakeBrowser.reset());

it('a payment outside of any stream, only observed, comes through a backup as it is', async () => {
  const paid = sighting({
    room: '',
    sender: { id: account('11'), handle: '', name: '' },
    unitPrice: units(50),
    added: units(50),
    evidence: 'observed',
  });
  const ledger = await ledgerOf({ events: [loggedIn, paid], operations: [] });
  const there = freshLedger();
  await restore(there, await backupOf(ledger));
  expect(await contentOf(there)).toEqual(await contentOf(ledger));
  expect(await there.entries.toArray()).toMatchObject([
    { room: '', onPage: false, onSend: false, direction: 'sent' },
  ]);
  expect((await recountEverything(there, listedCosts, work)).different).toBe(0);
});
