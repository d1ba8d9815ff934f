// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { rateTroubleWords } from '../../components/dashboard/settings/rate-words.ts';
import { readWorth, worthFields } from '../../components/dashboard/settings/worth-draft.ts';
import { createScreen } from '../../components/screen.ts';
import { freshCreatorAlerts } from '../../utils/core/creator-alert-settings.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Day } from '../../utils/core/time.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { ago, now, zone } from '../gallery/make.ts';
import {
  everyAlert,
  ownWorths,
  type SettingsActions,
  settingsContent,
} from '../gallery/settings-examples.tsx';
import { englishWords } from '../gallery/words.ts';
import { click, draw, one, type, words } from './draw.tsx';

const drawSettings = (
  state: Parameters<typeof settingsContent>[0],
  actions: Partial<SettingsActions> = {},
) =>
  draw(<DashboardStage example={{ open: 'settings', content: settingsContent(state, actions) }} />);

describe('exchange rates in the settings', () => {
  const on = { on: true, latest: '2026-11-22' as Day, sources: [] };

  it('name the hosts beside a switch that is off at first', async () => {
    const onSwitchRates = vi.fn();
    const stage = await drawSettings({}, { onSwitchRates });
    const rates = one(stage, '#settings-rates');
    expect(words(rates)).toContain('api.frankfurter.dev');
    expect(words(rates)).toContain('cdn.jsdelivr.net');
    expect(rates.querySelector('.button')).toBeNull();
    const button = one(rates, '[role=switch]');
    expect(button.getAttribute('aria-checked')).toBe('false');
    await click(button);
    expect(onSwitchRates).toHaveBeenCalledExactlyOnceWith(true);
    expect(button.getAttribute('aria-checked')).toBe('false');
  });

  it('do nothing more while they are being fetched', async () => {
    const actions = { onSwitchRates: vi.fn(), onFetchNow: vi.fn() };
    const stage = await drawSettings({ rates: on, busy: true }, actions);
    const rates = one(stage, '#settings-rates');
    await click(one(rates, '[role=switch]'));
    await click(one(rates, '.button'));
    expect(actions.onSwitchRates).not.toHaveBeenCalled();
    expect(actions.onFetchNow).not.toHaveBeenCalled();
  });

  it('say when the browser was not allowed to ask', async () => {
    const stage = await drawSettings({ refused: true });
    expect(words(one(stage, '#settings-rates [role=status]'))).toContain('not allowed');
  });

  it('show a trouble that is not known by its name, made harmless', () => {
    const screen = createScreen({ translate: englishWords, locale: 'en-US', zone }, now);
    const source = { id: 'frankfurter', triedAt: ago(1), fetchedAt: null, day: null } as const;
    const said = rateTroubleWords({ ...source, trouble: 'flood\u202E' }, screen);
    expect(said).toContain('flood');
    expect(said).not.toContain('\u202E');
    expect(rateTroubleWords({ ...source, trouble: 'jump' }, screen)).toContain('tenfold');
  });
});

describe('what a creator gets, in the settings', () => {
  const usd = currencyCode('USD');
  const typed = { units: '1,000', least: '4', most: '5.50', currency: usd };
  const read = (part: Partial<typeof typed>) =>
    readWorth({ ...typed, ...part }, 'tiktok:coin', 'en-US');

  it('is read as a range for a number of units; one figure is both ends', () => {
    const draft = { unit: 'tiktok:coin', currency: usd, units: 1000, least: 400, most: 550 };
    expect(read({})).toEqual({ kind: 'done', draft });
    expect(read({ most: '' })).toEqual({ kind: 'done', draft: { ...draft, most: 400 } });
    expect(read({ least: '' })).toEqual({ kind: 'done', draft: { ...draft, least: 550 } });
  });

  it.each([
    [{ least: '', most: '' }, { least: 'empty' }],
    [{ least: '6' }, { most: 'least-above-most' }],
    [{ least: '0', most: '0' }, { most: 'no-money' }],
    [{ most: '1.005' }, { most: 'too-fine' }],
    [{ units: '0' }, { units: 'units' }],
    [
      { units: 'x', least: '-1' },
      { units: 'not-a-number', least: 'negative' },
    ],
    [{ units: '1', most: '10000000' }, { most: 'too-large' }],
  ])('refuses %j by name', (wrong, troubles) => {
    expect(read(wrong)).toEqual({ kind: 'trouble', troubles });
  });

  it('is shown for a change as it was typed, in any currency', () => {
    for (const own of ownWorths) {
      for (const locale of ['en-US', 'de-DE', 'ar-EG']) {
        const { at: _at, ...draft } = own;
        expect(readWorth(worthFields(own, usd, locale), own.unit, locale)).toEqual({
          kind: 'done',
          draft,
        });
      }
    }
  });

  it('is saved, and removed only where it is the user’s own', async () => {
    const actions = { onSaveWorth: vi.fn(), onRemoveWorth: vi.fn() };
    const [mine] = ownWorths;
    const stage = await drawSettings({ own: mine === undefined ? [] : [mine] }, actions);
    const [coins, kicks] = stage.querySelectorAll<HTMLElement>('.worth-of');
    if (coins === undefined || kicks === undefined) throw new Error('units are missing');
    expect(words(coins)).toContain('about ¥0.6 to ¥0.84 a coin');
    expect(words(coins)).toContain('your own figure');
    expect(words(kicks)).toContain('not known');
    expect(kicks.querySelectorAll('.link')).toHaveLength(1);
    await click(one(kicks, '.link'));
    await type(one<HTMLInputElement>(kicks, '[id$=least]'), '0.75');
    await click(one(kicks, '[type=submit]'));
    expect(actions.onSaveWorth).toHaveBeenCalledExactlyOnceWith({
      unit: 'kick:kick',
      currency: 'USD',
      units: 1000,
      least: 75,
      most: 75,
    });
    await click(one(coins, '.link:last-of-type'));
    expect(actions.onRemoveWorth).toHaveBeenCalledExactlyOnceWith('tiktok:coin');
  });
});

describe('alerts for a creator, in the settings', () => {
  it('are silent and few at first', async () => {
    const stage = await drawSettings({});
    const live = one(stage, '#settings-live');
    const boxes = [...live.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    expect(boxes.filter(({ checked }) => checked).map(({ id }) => id)).toEqual(['live-big-gift']);
    const switches = [...live.querySelectorAll('[role=switch]')];
    expect(switches.map((each) => each.getAttribute('aria-checked'))).toEqual(['false', 'false']);
  });

  it('are switched at once, and their thresholds saved together', async () => {
    const onChangeLive = vi.fn();
    const stage = await drawSettings({ live: everyAlert }, { onChangeLive });
    const live = one(stage, '#settings-live');
    await click(one(live, '#live-first-gift'));
    expect(onChangeLive).toHaveBeenLastCalledWith({ firstGift: { on: false } });
    await type(one<HTMLInputElement>(live, '#live-bigGift-tiktok-coin'), '5,000');
    await type(one<HTMLInputElement>(live, '#live-bigGift-twitch-bit'), '');
    await type(one<HTMLInputElement>(live, '#live-bigGift-money'), '12.50');
    await type(one<HTMLInputElement>(live, '#live-days'), '0');
    await click(one(live, '[type=submit]'));
    expect(onChangeLive).toHaveBeenCalledOnce();
    expect(words(one(live, '#live-days-says'))).toBe('From 1 to 3,650.');
    await type(one<HTMLInputElement>(live, '#live-days'), '7');
    const { 'twitch:bit': _none, ...others } = freshCreatorAlerts.bigGift.least.units;
    await click(one(live, '[type=submit]'));
    expect(onChangeLive).toHaveBeenLastCalledWith({
      bigGift: {
        on: true,
        least: {
          units: { ...others, 'tiktok:coin': 5_000 },
          money: { currency: 'USD', minor: 1_250 },
        },
      },
      returning: { on: true, afterDays: 7 },
      spike: { ...freshCreatorAlerts.spike, on: true },
    });
  });
});
