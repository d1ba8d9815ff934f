import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CaptureEvent } from '../../../utils/core/gift-event.ts';
import type { EntryId } from '../../../utils/core/ids.ts';
import { epochMs } from '../../../utils/core/time.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { forgetOlderThan, forgetPerson } from '../../../utils/storage/forgetting.ts';
import { operate } from '../../../utils/storage/operations.ts';
import { recountEverything } from '../../../utils/storage/recount.ts';
import { account, room, sighting } from '../../core/sightings.ts';
import { listedCosts } from '../cost-contexts.ts';
import { backupOf, contentOf, freshLedger, ledgerOf, now, restore, work } from './made-ledgers.ts';

const mira = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const noor = { id: account('5501'), handle: 'noor.live', name: 'Noor' };
const key = 'tiktok:streak:7001:5501:5655:1' as EntryId;

/** What a creator's own page saw: one gift of Noor's, as far as this device saw it. */
const seen = (count: number): CaptureEvent[] => [
  { type: 'account', platform: 'tiktok', me: mira },
  sighting({ key, sender: noor, recipient: null, count, added: null, ended: true }),
  {
    type: 'room',
    platform: 'tiktok',
    room: room('7001'),
    at: sighting().at,
    host: mira,
    title: 'Evening',
    ended: false,
    current: true,
  },
];
const device = (count: number) => ledgerOf({ events: seen(count), operations: [] });
const context = { ...listedCosts, now };

beforeEach(() => fakeBrowser.reset());

async function sumOf({ dayTotals }: LedgerDatabase) {
  return (await dayTotals.toArray()).reduce((sum, { units }) => sum + units, 0);
}

/** Both files restored in either order into empty ledgers, which must be the same. */
async function bothWays(a: LedgerDatabase, b: LedgerDatabase) {
  const files = [await backupOf(a), await backupOf(b)];
  const [there, back] = [freshLedger(), freshLedger()];
  for (const file of files) await restore(there, file);
  for (const file of files.toReversed()) await restore(back, file);
  expect(await contentOf(there)).toEqual(await contentOf(back));
  expect((await recountEverything(there, listedCosts, work)).different).toBe(0);
  return there;
}

const nameless = (content: unknown) => expect(JSON.stringify(content)).not.toMatch(/noor|5501/i);

describe('someone deleted on one device', () => {
  it('is deleted in both devices’ ledger, and their payment counts once', async () => {
    const [a, b] = [await device(3), await device(5)];
    await forgetPerson(a, 'tiktok', noor.id, context);
    const joined = await bothWays(a, b);
    nameless(await contentOf(joined));
    expect(await joined.entries.count()).toBe(1);
    expect(await sumOf(joined)).toBe(5);
  });

  it('does not come back with an old backup', async () => {
    const ledger = await device(3);
    const old = await backupOf(ledger);
    await forgetPerson(ledger, 'tiktok', noor.id, context);
    const before = await contentOf(ledger);
    await restore(ledger, old);
    expect(await contentOf(ledger)).toEqual(before);
    nameless(before);
  });
});

describe('senders kept for a while on one device and always on another', () => {
  it('give a payment that counts once', async () => {
    const [a, b] = [await device(3), await device(5)];
    await forgetOlderThan(a, 1, { now: epochMs(now + 90 * 86_400_000), zone: listedCosts.zone });
    nameless(await a.entries.toArray());
    const joined = await bothWays(a, b);
    expect(await joined.entries.count()).toBe(1);
    expect(await sumOf(joined)).toBe(5);
  });
});

describe('what the user corrected', () => {
  it('holds in the joined ledger, whichever device has the payment', async () => {
    const a = await device(3);
    const b = await ledgerOf({ events: [], operations: [] });
    await operate(b, { type: 'entry-voided', entry: key, voided: true }, context);
    const joined = await bothWays(a, b);
    expect((await joined.entries.get(key))?.correction).toEqual({ voided: true });
    expect(await sumOf(joined)).toBe(0);
    await restore(b, await backupOf(a));
    expect(await sumOf(b)).toBe(0);
  });

  it('of people holds for payments that come later', async () => {
    const a = await device(3);
    const b = await ledgerOf({ events: [], operations: [] });
    const into = account('77');
    await operate(b, { type: 'people-merged', platform: 'tiktok', person: noor.id, into }, context);
    await restore(b, await backupOf(a));
    expect((await b.gifterTotals.toArray()).map(({ person }) => person)).toEqual([into]);
    const joined = await bothWays(a, b);
    expect((await joined.gifterTotals.toArray()).map(({ person }) => person)).toEqual([into]);
  });
});
