import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshCreatorAlerts } from '../../utils/core/creator-alert-settings.ts';
import { currencyCode } from '../../utils/core/money.ts';
import {
  changeCreatorAlerts,
  choosePrice,
  creatorAlertSettings,
  ledgerZone,
  overlayMemory,
  readSettings,
  rememberOverlay,
} from '../../utils/storage/settings.ts';
import { noteTrouble, readTrouble } from '../../utils/storage/trouble.ts';

const usd = currencyCode('USD');

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the first ones where what is stored cannot be read', async () => {
    const first = await readSettings();
    await fakeBrowser.storage.local.set({ settings: { price: 'nonsense' } });
    expect(await readSettings()).toEqual(first);
  });

  it('keep what was chosen of alerts when their amounts were in one unit only', async () => {
    const before = {
      ...freshCreatorAlerts,
      bigGift: { on: true, unit: 'kick:kick', units: 70 },
      spike: { on: true, unit: 'tiktok:coin', times: 4, least: 900 },
    };
    await fakeBrowser.storage.local.set({
      settings: { ...(await readSettings()), creatorAlerts: before },
    });
    const { bigGift, spike } = creatorAlertSettings(await readSettings());
    expect(bigGift).toEqual({ on: true, least: { units: { 'kick:kick': 70 }, money: null } });
    expect(spike).toEqual({
      on: true,
      times: 4,
      least: { units: { 'tiktok:coin': 900 }, money: null },
    });
    const chosen = { on: true, least: { units: {}, money: { currency: usd, minor: 5 } } };
    await changeCreatorAlerts({ bigGift: chosen });
    expect(creatorAlertSettings(await readSettings()).bigGift).toEqual(chosen);
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
