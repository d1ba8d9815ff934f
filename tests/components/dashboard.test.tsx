// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { screenOf } from '../../components/dashboard/dashboard-frame.tsx';
import { fieldsOf, readPurchase } from '../../components/dashboard/purchase-draft.ts';
import {
  costAddress,
  costScreens,
  type DashboardActions,
  unitInAddress,
} from '../../utils/core/dashboard-views.ts';
import { findGifts } from '../../utils/core/gift-search.ts';
import { dayOf } from '../../utils/core/time.ts';
import { dashboardExamples, purchase } from '../gallery/dashboard-examples.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { now, zone } from '../gallery/make.ts';
import { click, draw, one, type, words } from './draw.tsx';

function drawExample(name: string, actions: Partial<DashboardActions> = {}) {
  const example = dashboardExamples[name];
  if (example === undefined) throw new Error(`no example ${name}`);
  return draw(<DashboardStage example={example} actions={actions} />);
}

const field = (stage: HTMLElement, id: string) => one<HTMLInputElement>(stage, `#${id}`);

describe('the dashboard', () => {
  it.each(Object.keys(dashboardExamples))('draws the state %s from plain data', async (name) => {
    const stage = await drawExample(name);
    expect(words(stage)).not.toMatch(/undefined|NaN|\[object|null/);
    expect(one(stage, 'nav [aria-current=page]').textContent).toBe(one(stage, 'h2').textContent);
  });

  it.each([
    ['', 'overview'],
    ['#ledger?creator=tiktok:7', 'ledger'],
    ['#convert', 'convert'],
    ['#/safety', 'safety'],
    ['#convert?units=5', 'convert'],
    ['#<script>', 'overview'],
  ])('opens for the address %j the screen %s', (hash, screen) => {
    expect(screenOf(hash)).toBe(screen);
  });

  it('names trouble instead of loading for ever', async () => {
    expect(words(one(await drawExample('unreadable'), '[role=alert]'))).toContain(
      'DatabaseClosedError',
    );
  });
});

describe('screens about what another platform’s unit costs', () => {
  const { view } = dashboardExamples['purchases-kicks'] ?? {};
  it.each(costScreens.filter((screen) => screen !== 'safety'))(
    'speak of it in %s, with the way to the other units and without a word of coins',
    async (open) => {
      if (view == null) throw new Error('no view');
      const stage = await draw(<DashboardStage example={{ open, view }} />);
      const [coins, kicks] = [...stage.querySelectorAll('main .switches a')];
      expect(coins?.getAttribute('href')).toBe(`#${open}`);
      expect(kicks?.getAttribute('aria-current')).toBe('true');
      expect(kicks?.getAttribute('href')).toBe(`#${open}?unit=kick%3Akick`);
      expect(words(stage)).toMatch(/KICK/);
      expect(words(stage).replace('Coins', '')).not.toMatch(/coin/i);
    },
  );

  it('are left out where there is one unit only', async () => {
    const stage = await drawExample('purchases');
    expect(stage.querySelector('main .switches')).toBeNull();
  });

  it('are found by their address, the first unit where it names none', () => {
    expect(unitInAddress(new URLSearchParams('unit=twitch:bit'))).toBe('twitch:bit');
    expect(unitInAddress(new URLSearchParams('unit=gold'))).toBe('tiktok:coin');
    expect(costAddress('value', 'tiktok:coin')).toBe('#value');
  });
});

describe('purchases', () => {
  const context = { locale: 'en-US', zone, now, unit: 'tiktok:coin' } as const;
  const typed = {
    units: '7,000',
    price: '74.20',
    currency: 'USD',
    channel: 'web',
    date: '2026-11-03',
    note: '',
  } as const;

  it.each([
    [{ units: '' }, { units: 'empty' }],
    [{ units: '0' }, { units: 'units' }],
    [{ units: '1.5' }, { units: 'not-whole' }],
    [{ units: '-5' }, { units: 'negative' }],
    [{ units: '100,000,001' }, { units: 'too-many-units' }],
    [{ price: 'abc' }, { price: 'not-a-number' }],
    [{ price: '1.005' }, { price: 'too-fine' }],
    [{ price: '100000000000000' }, { price: 'too-large' }],
    [{ currency: 'XXY' }, { currency: 'currency' }],
    [{ date: '2026-02-30' }, { date: 'date' }],
    [{ date: '' }, { date: 'empty' }],
    [{ date: '2010-12-30' }, { date: 'too-early' }],
    [{ date: '2026-11-25' }, { date: 'in-the-future' }],
    [{ note: 'x'.repeat(501) }, { note: 'note-too-long' }],
    [
      { units: 'x', price: '' },
      { units: 'not-a-number', price: 'empty' },
    ],
  ])('refuses %j by name', (wrong, troubles) => {
    expect(readPurchase({ ...typed, ...wrong }, null, context)).toEqual({
      kind: 'trouble',
      troubles,
    });
  });

  it.each([
    ['USD', '74.20'],
    ['JPY', '10800'],
    ['KWD', '0.235'],
    ['IDR', '4250000'],
  ])('reads back what it shows of a purchase in %s, its moment kept', (currency, paid) => {
    const known = purchase(7000, paid, currency);
    for (const locale of ['en-US', 'de-DE', 'ar-EG', 'id']) {
      const fields = fieldsOf(known, { locale, zone });
      expect(readPurchase(fields, known, { ...context, locale })).toEqual({
        kind: 'done',
        draft: known,
      });
    }
  });

  it('counts from the beginning of the day in the ledger’s zone', () => {
    const read = readPurchase(typed, null, context);
    const at = read.kind === 'done' ? read.draft.at : null;
    expect(at).toBe(Date.parse('2026-11-03T00:00:00Z'));
    expect(at !== null && dayOf(at, zone)).toBe('2026-11-03');
  });

  it('are added by the form, which says what is wrong and keeps what was typed', async () => {
    const onSavePurchase = vi.fn();
    const stage = await drawExample('purchases-empty', { onSavePurchase });
    await click(one(stage, '.bar > button'));
    await type(field(stage, 'purchase-units'), '350');
    await click(one(stage, 'form [type=submit]'));
    expect(words(one(stage, '#purchase-price-says'))).toBe('Fill this in.');
    expect(field(stage, 'purchase-units').value).toBe('350');
    expect(onSavePurchase).not.toHaveBeenCalled();
    await type(field(stage, 'purchase-price'), '3.71');
    await click(one(stage, 'form [type=submit]'));
    expect(onSavePurchase.mock.calls[0]?.[0]).toMatchObject({
      id: null,
      units: 350,
      price: { currency: 'USD', minor: 371 },
      channel: 'web',
      evidence: 'hand',
    });
    expect(stage.querySelector('form')).toBeNull();
  });

  it('far under the official price carry a calm note, others none', async () => {
    const stage = await drawExample('purchases');
    const notes = [...stage.querySelectorAll<HTMLElement>('.purchase .note')].map(words);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('Unofficial, check');
    expect(notes[0]).toContain('17% under');
    expect(notes[0]).not.toMatch(/scam|fraud|fake/i);
  });

  it('show fifty first and all on request', async () => {
    const stage = await drawExample('purchases-many');
    expect(stage.querySelectorAll('.purchase')).toHaveLength(50);
    await click(one(stage, '.screen > .button'));
    expect(stage.querySelectorAll('.purchase')).toHaveLength(120);
  });
});

describe('a balance', () => {
  it('that differs is explained, and booked as the difference', async () => {
    const onSaveBooking = vi.fn();
    const stage = await drawExample('purchases', { onSaveBooking });
    expect(words(one(stage, '.balance'))).toBe(
      'The page showed4,000 coins12 min agoShould be there4,210 coins9,270 coins came, 5,060 coins wentDifference-210 coins',
    );
    const panel = one(stage, '[aria-labelledby=balance-title]');
    expect(words(panel)).toContain('Gifts sent on the phone');
    expect(words(panel)).toContain('Balance of @kai.watches, the account seen last.');
    await click(one(panel, '.button'));
    expect(onSaveBooking.mock.calls).toMatchObject([
      [{ id: null, kind: 'sent-elsewhere', units: 210 }],
    ]);
  });

  it('has bookings whose note is changed and which are removed', async () => {
    const actions = { onSaveBooking: vi.fn(), onRemoveBooking: vi.fn() };
    const stage = await drawExample('purchases-many', actions);
    const row = one(stage, '[data-booking=sent-elsewhere]');
    await click(one(row, '.actions button:first-child'));
    await type(one<HTMLInputElement>(row, 'form input'), ' on the phone ');
    await click(one(row, 'form [type=submit]'));
    expect(actions.onSaveBooking.mock.calls).toMatchObject([[{ units: 12, note: 'on the phone' }]]);
    expect(stage.querySelector('form')).toBeNull();
    await click(one(row, '.actions button:last-child'));
    expect(actions.onRemoveBooking).toHaveBeenCalledOnce();
  });
});

describe('what happened by itself', () => {
  it('tells what was learned, can be taken back and let hold again, and is seen once shown', async () => {
    const actions = { onUndoNotice: vi.fn(), onRedoNotice: vi.fn(), onNoticesShown: vi.fn() };
    const stage = await drawExample('purchases', actions);
    const items = [...stage.querySelectorAll<HTMLElement>('.told li')];
    expect(items.map(words)).toEqual([
      'Purchase recorded new350 coins for $4.20, on the webNov 22Undo',
      'Purchase recorded350 coins for $4.20, on the webNov 22 · taken backRedo',
    ]);
    for (const item of items) await click(one(item, 'button'));
    const ids = [actions.onUndoNotice, actions.onRedoNotice].map(({ mock }) => mock.calls[0]?.[0]);
    expect(new Set(ids).size).toBe(2);
    expect(actions.onNoticesShown.mock.calls).toEqual([[[ids[0]]]]);
    const prices = await drawExample('prices');
    expect([...prices.querySelectorAll<HTMLElement>('.told li')].map(words)).toEqual([
      'Price book updated new3 packages for United States, in USD20 coins for $0.24 up to 17,500 coins for $210.00seen on tiktok.com, Nov 22Undo',
    ]);
  });
});

describe('value for money', () => {
  it('says what the website saves, and refuses what cannot be planned', async () => {
    const stage = await drawExample('value');
    expect(words(one(stage, '.verdict'))).toMatch(/^The website saves \$\d/);
    await type(field(stage, 'wanted-units'), '10,000,001');
    expect(words(one(stage, '#wanted-units-says'))).toContain('10 million');
    expect(stage.querySelector('[data-channel]')).toBeNull();
  });

  it('tells gifts of one name apart by their coins', async () => {
    const stage = await drawExample('value');
    await type(field(stage, 'gift-name'), 'love');
    expect([...stage.querySelectorAll<HTMLElement>('.gift small')].map(words)).toEqual([
      '1 coin',
      '199 coins',
    ]);
    expect(findGifts([], 'x', 5)).toEqual({ found: [], more: 0 });
  });
});

describe('the price checker', () => {
  it.each([
    ['100', '0.99', 'Below the official floor'],
    ['100', '1.39', 'Plausible in the app'],
    ['1,750', '15', 'Unofficial, check'],
    ['1,000', '10.60', 'Plausible on the website'],
    ['100', '50', 'Above every known price'],
  ])('%s coins for $%s: %s', async (coins, price, verdict) => {
    const stage = await drawExample('convert');
    await type(field(stage, 'claim-units'), coins);
    await type(field(stage, 'claim-price'), price);
    expect(words(one(stage, '.claim-says b'))).toBe(verdict);
  });

  it('calls no price all under another', async () => {
    const stage = await drawExample('convert');
    await type(field(stage, 'claim-units'), '17,500');
    await type(field(stage, 'claim-price'), '0.01');
    expect(words(one(stage, '.claim-says'))).toContain('99% under');
  });

  it('says that it does not know where nothing is known', async () => {
    const stage = await drawExample('convert-nowhere');
    const currency = one<HTMLSelectElement>(stage, '#claim-currency');
    currency.value = 'KWD';
    currency.dispatchEvent(new Event('change', { bubbles: true }));
    await type(field(stage, 'claim-units'), '100');
    await type(field(stage, 'claim-price'), '1');
    expect(words(one(stage, '.claim-says b'))).toBe('Unknown');
  });
});
