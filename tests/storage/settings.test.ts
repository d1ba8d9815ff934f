import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  choosePrice,
  ledgerZone,
  overlayMemory,
  readSettings,
  rememberOverlay,
} from '../../utils/storage/settings.ts';
import { noteTrouble, readTrouble } from '../../utils/storage/trouble.ts';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the first ones where what is stored cannot be read', async () => {
    const first = await readSettings();
    await fakeBrowser.storage.local.set({ settings: { price: 'nonsense' } });
    expect(await readSettings()).toEqual(first);
  });

  it('keep the zone of the first use', async () => {
    const zone = await ledgerZone();
    expect((await readSettings()).zone).toBe(zone);
    expect(await ledgerZone()).toBe(zone);
  });

  it('lose no change of two made at once', async () => {
    await Promise.all([
      choosePrice({ market: 'FR', channel: 'web' }),
      rememberOverlay('tiktok', { shape: 'dot' }, '', undefined),
      ledgerZone(),
    ]);
    const settings = await readSettings();
    expect(settings.price).toEqual({ market: 'FR', channel: 'web' });
    expect(overlayMemory(settings, 'tiktok').shape).toBe('dot');
    expect(settings.zone).not.toBeNull();
  });

  it('remember streams for which the overlay is hidden, the latest fifty', async () => {
    for (let room = 1; room <= 60; room += 1) {
      await rememberOverlay('tiktok', {}, String(room), true);
    }
    await rememberOverlay('tiktok', {}, '60', false);
    const { hiddenRooms } = overlayMemory(await readSettings(), 'tiktok');
    expect(hiddenRooms).toHaveLength(49);
    expect(hiddenRooms).not.toContain('60');
    expect(hiddenRooms).toContain('59');
  });
});

describe('trouble', () => {
  it('is noted by name and goes again', async () => {
    expect(await readTrouble()).toBe('');
    await noteTrouble('QuotaExceededError');
    expect(await readTrouble()).toBe('QuotaExceededError');
    await noteTrouble('');
    expect(await readTrouble()).toBe('');
  });
});
