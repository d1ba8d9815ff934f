// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import {
  fieldsOfPayout,
  freshPayout,
  type PayoutFields,
  readPayout,
} from '../../components/dashboard/payouts/payout-draft.ts';
import type { PayoutActions, PayoutsView } from '../../utils/core/payout-views.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { now, zone } from '../gallery/make.ts';
import { PayoutsStage, payoutOf, payoutViews } from '../gallery/payout-examples.tsx';
import { click, draw, one, type, words } from './draw.tsx';

const context = { locale: 'en-US', zone, now };
const typed: PayoutFields = {
  ...freshPayout('tiktok:coin', 'USD', '2026-05-03'),
  price: '412.50',
  units: '91,200',
};
const read = (change: Partial<PayoutFields>) => readPayout({ ...typed, ...change }, null, context);

const drawView = (view: PayoutsView, actions: Partial<PayoutActions> = {}) =>
  draw(
    <DashboardStage
      example={{
        open: 'payouts',
        content: () => <PayoutsStage view={view} actions={actions} />,
      }}
    />,
  );

describe('what is typed into the form of a payout', () => {
  it('is a payout without fees, since the one before, where only money, number and day are', () => {
    expect(read({})).toEqual({
      kind: 'done',
      draft: {
        id: null,
        unit: 'tiktok:coin',
        units: 91_200,
        price: { currency: 'USD', minor: 41_250 },
        fees: 0,
        tax: 0,
        // Midnight in Lisbon, which is an hour ahead in summer.
        at: Date.parse('2026-05-02T23:00:00Z'),
        covers: null,
        note: '',
      },
    });
  });

  it.each<[Partial<PayoutFields>, object]>([
    [{ price: '' }, { price: 'empty' }],
    [{ price: '1.005' }, { price: 'too-fine' }],
    [{ fees: '-1' }, { fees: 'negative' }],
    [{ tax: 'x' }, { tax: 'not-a-number' }],
    [{ units: '0' }, { units: 'units' }],
    [{ units: '100,000,001' }, { units: 'too-many-units' }],
    [{ date: '' }, { date: 'empty' }],
    [{ date: '2026-11-25' }, { date: 'in-the-future' }],
    [{ first: '2026-04-03' }, { last: 'empty' }],
    [{ first: '2026-04-03', last: '2026-02-30' }, { last: 'date' }],
    [{ first: '2026-04-03', last: '2026-04-01' }, { last: 'days-backwards' }],
    [{ price: '9000000000', tax: '9000000000' }, { price: 'too-large' }],
    [{ note: 'x'.repeat(501) }, { note: 'note-too-long' }],
  ])('refuses %j by name', (wrong, troubles) => {
    expect(read(wrong)).toEqual({ kind: 'trouble', troubles });
  });

  it('shows a known payout as it was typed, and keeps its moment', () => {
    const before = payoutOf(37_000, 91_200, 20, { fees: 250, note: 'bank' });
    const fields = fieldsOfPayout(before, context);
    expect(fields).toMatchObject({ price: '370.00', units: '91,200', fees: '2.50', tax: '' });
    expect(readPayout(fields, before, context)).toEqual({ kind: 'done', draft: before });
  });
});

describe('the screen of payouts', () => {
  it('says what was paid, what was seen, and names the difference', async () => {
    const stage = await drawView(payoutViews.usual);
    const said = words(one(stage, 'section[aria-label="TikTok · Coins"]'));
    expect(said).toContain('$370.00');
    expect(said).toContain('$412.50 before · fees $2.50 (1%) · tax $40.00 (10%)');
    expect(said).toContain(
      'You were paid for 91,200 coins; we saw 91,040 coins since Oct 4. 160 coins more than was seen',
    );
    expect(said).toContain(
      'we saw 46,500 coins from Nov 1 to Nov 15. 2,500 coins less than was seen',
    );
    const rate = words(one(stage, '[data-unit="tiktok:coin"]'));
    expect(rate).toContain('about $0.004057 to $0.004688 a coin');
    expect(rate).toContain('by your own payouts, Nov 20');
    expect(rate).toContain('12,390 coins seen since Nov 16, not paid out yet');
    expect(words(one(stage, '[data-unit="kick:kick"]'))).toContain('No rate is known');
  });

  it('never calls an estimate income', async () => {
    const said = words(await drawView(payoutViews.usual));
    expect(said.match(/income/g)).toHaveLength(1);
    expect(said).toContain('Only what arrived is income');
  });

  it('says what a payout comes to while it is typed, and records it', async () => {
    const onSavePayout = vi.fn();
    const stage = await drawView(payoutViews.none, { onSavePayout });
    await click(one(stage, '.bar .button'));
    await click(one(stage, '[type=submit]'));
    expect(onSavePayout).not.toHaveBeenCalled();
    const field = (name: string) => one<HTMLInputElement>(stage, `#payout-${name}`);
    expect(field('price').getAttribute('aria-invalid')).toBe('true');
    await type(field('price'), '412.50');
    await type(field('units'), '91,200');
    expect(words(one(stage, '.verdict'))).toBe('$0.004523 a coin');
    await type(field('tax'), '40');
    expect(words(one(stage, '.verdict'))).toBe('$0.004523 to $0.004962 a coin · tax $40.00 (9%)');
    await click(one(stage, '[type=submit]'));
    expect(onSavePayout.mock.lastCall?.[0]).toMatchObject({ units: 91_200, tax: 4_000 });
  });
});
