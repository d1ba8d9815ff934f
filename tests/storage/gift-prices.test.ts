import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { GiftId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { picturedGifts } from '../../utils/storage/gift-prices.ts';
import { readSettings, switchTags } from '../../utils/storage/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('gifts with pictures', () => {
  it('are those whose picture is known, with their names and the price that the page’s list says', async () => {
    const database = new LedgerDatabase('gift-prices');
    const at = epochMs(1);
    const gift = (id: string, icon: string, price: number | null) => ({
      platform: 'tiktok' as const,
      id: id as GiftId,
      name: 'A gift',
      icon,
      price: price === null ? null : units(price),
      at,
    });
    await database.gifts.bulkPut([
      gift('5655', 'https://a.example/rose', 1),
      gift('5879', '', 30),
      gift('6064', 'https://a.example/gg', null),
    ]);
    expect(await picturedGifts(database, 'tiktok')).toEqual([
      { icon: 'https://a.example/rose', name: 'A gift', price: 1 },
      { icon: 'https://a.example/gg', name: 'A gift', price: null },
    ]);
    database.close();
  });
});

describe('the switch of the price tags', () => {
  it('is on at first, also in settings of before there was one', async () => {
    expect((await readSettings()).tags).toBe(true);
    const price = { market: 'FR', channel: 'web' };
    await fakeBrowser.storage.local.set({ settings: { price, zone: 'UTC', overlays: {} } });
    expect(await readSettings()).toMatchObject({ price, zone: 'UTC', overlays: {}, tags: true });
  });

  it('stays as it is put and changes nothing else', async () => {
    await fakeBrowser.storage.local.set({ settings: { price: null, zone: 'UTC', overlays: {} } });
    await switchTags(false);
    expect(await readSettings()).toMatchObject({
      price: null,
      zone: 'UTC',
      overlays: {},
      tags: false,
    });
    await switchTags(true);
    expect((await readSettings()).tags).toBe(true);
  });
});
