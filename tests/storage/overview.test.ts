import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GiftId } from '../../utils/core/ids.ts';
import { everything } from '../../utils/core/ledger-filter.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type Day, epochMs, type Month, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { undeliveredGifts } from '../../utils/storage/delivery.ts';
import { LedgerReader } from '../../utils/storage/ledger-reader.ts';
import { overviewOf } from '../../utils/storage/overview.ts';
import { account, start } from '../core/sightings.ts';
import { putEntries, storedEntry } from './stored-entries.ts';

const usd = currencyCode('USD');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let database: LedgerDatabase;
let databases = 0;

beforeEach(async () => {
  databases += 1;
  database = new LedgerDatabase(`overview-${databases}`);
  const to = (id: string) => ({ id: account(id), handle: '', name: '' });
  await putEntries(database, [
    storedEntry(1, { unitPrice: units(10) }),
    storedEntry(2, { unitPrice: units(5), at: epochMs(start + HOUR), recipient: to('98') }),
    storedEntry(3, { unitPrice: units(7), at: epochMs(start - 30 * DAY) }),
    storedEntry(4, { unitPrice: units(3) }, { direction: 'received' }),
    storedEntry(5, { kind: 'chest', gift: null }, { direction: 'received' }),
    storedEntry(6, { unitPrice: null, gift: { id: '1' as GiftId, name: '', icon: '' } }),
  ]);
});

const month = { kind: 'month', month: '2026-11' as Month } as const;

describe('a month at a glance', () => {
  it('adds up by day, creator, platform and hour of the week, without what is of another month', async () => {
    const view = await overviewOf(database, month, 'sent', usd);
    expect(view.total.sum).toMatchObject({ amounts: [{ units: 15 }], entries: 3, unpriced: 1 });
    expect(view.before).toMatchObject({ amounts: [{ units: 7 }], entries: 1 });
    expect(view.days).toHaveLength(30);
    expect(view.days.filter(({ sum }) => sum.entries > 0).map(({ of }) => of)).toEqual([
      '2026-11-22',
    ]);
    expect(view.creators.map(({ of, sum }) => [of?.id, sum.amounts[0]?.units])).toEqual([
      ['99', 10],
      ['98', 5],
    ]);
    expect(view.platforms.map(({ of, sum }) => [of, sum.entries])).toEqual([['tiktok', 3]]);
    expect(view.hours.map(({ of, sum }) => [of, sum.entries])).toEqual([
      [{ weekday: 7, hour: 10 }, 2],
      [{ weekday: 7, hour: 11 }, 1],
    ]);
    expect(view.since).toBe(start - 30 * DAY);
  });

  it('leaves chests out of what came in, and says what it is worth', async () => {
    const view = await overviewOf(database, month, 'received', usd);
    expect(view.total.sum).toMatchObject({ amounts: [{ units: 3 }], money: null });
    expect(view.worth).toMatchObject({ least: { currency: 'USD' } });
    expect(view.creators).toEqual([]);
  });

  it('has figures that their entries add up to', async () => {
    for (const period of [month, { kind: 'year', year: 2026 } as const]) {
      for (const direction of ['sent', 'received'] as const) {
        const view = await overviewOf(database, period, direction, usd);
        const bars = [view.total, ...view.days, ...view.creators, ...view.platforms, ...view.hours];
        for (const { sum, filter } of bars) {
          const wanted = { ...everything, ...filter };
          const reader = new LedgerReader(database, wanted, timeZone('UTC'), () => {});
          await reader.read();
          expect(reader.sums?.sums(usd)[direction]).toEqual(sum);
        }
      }
    }
  });

  it('is empty where nothing was', async () => {
    const view = await overviewOf(database, { kind: 'year', year: 2019 }, 'sent', usd);
    expect(view.total.sum.entries).toBe(0);
    expect(view.days).toHaveLength(12);
    expect(view.hours).toEqual([]);
  });
});

describe('gifts that the page never showed', () => {
  it('are those answered to own sending, settled, newest first', async () => {
    await putEntries(database, [
      storedEntry(20, { evidence: 'send', at: epochMs(start - HOUR) }),
      storedEntry(21, { evidence: 'send', ended: false }, { openSince: start }),
      storedEntry(22, { evidence: 'send' }),
      storedEntry(23, { evidence: 'send' }, { correction: { voided: true } }),
    ]);
    const { gifts, more } = await undeliveredGifts(database, start);
    expect(gifts.map(({ row }) => row.id)).toEqual(['entry 22', 'entry 20']);
    expect(more).toBe(0);
  });
});

describe('days', () => {
  it('of a bar are its own', async () => {
    const { days } = await overviewOf(database, month, 'sent', usd);
    expect(days[0]?.filter).toEqual({
      direction: 'sent',
      from: '2026-11-01' as Day,
      to: '2026-11-01' as Day,
    });
  });
});
