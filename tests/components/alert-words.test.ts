import { describe, expect, it } from 'vitest';
import { alertText, budgetTitle } from '../../components/budgets/alert-words.ts';
import { createScreen } from '../../components/screen.ts';
import type { Budget, BudgetId } from '../../utils/core/budget.ts';
import type { AlertView } from '../../utils/core/budget-views.ts';
import { currencyCode, parseMoney } from '../../utils/core/money.ts';
import { type Day, timeZone } from '../../utils/core/time.ts';
import { start } from '../core/sightings.ts';
import { englishWords } from '../gallery/words.ts';

const screen = createScreen(
  { translate: englishWords, locale: 'en-US', zone: timeZone('UTC') },
  start,
);
const usd = (text: string): Budget['limit'] => ({
  in: 'money',
  money: parseMoney(text, currencyCode('USD')),
});
const november: AlertView = {
  id: '',
  budget: 'b1' as BudgetId,
  name: '',
  kind: { type: 'share', percent: 80 },
  at: start,
  first: '2026-11-01' as Day,
  last: '2026-11-30' as Day,
  period: { type: 'month', firstDay: 1, weekend: 'same' },
  limit: usd('50'),
  spent: usd('40'),
  left: { over: false, amount: usd('10') },
  amount: usd('40'),
  state: 'told',
  seen: false,
};
const told = (part: Partial<AlertView>) => {
  const { title, message } = alertText({ ...november, ...part }, screen);
  return `${title} | ${message}`;
};

describe('an alert in words', () => {
  it('says the share, what was spent and what is left', () => {
    expect(told({})).toBe('November: 80% used | $40.00 of $50.00 spent, $10.00 left');
  });

  it('says that exactly the limit is reached, and more is over', () => {
    const full: AlertView['kind'] = { type: 'share', percent: 100 };
    expect(told({ kind: full, spent: usd('50'), left: { over: false, amount: usd('0') } })).toBe(
      'November: limit reached | $50.00 of $50.00 spent, $0.00 left',
    );
    expect(told({ kind: full, spent: usd('52'), left: { over: true, amount: usd('2') } })).toBe(
      'November: over the limit | $52.00 of $50.00 spent, $2.00 over',
    );
  });

  it('says where the pace leads', () => {
    expect(told({ kind: { type: 'projected' }, amount: usd('84') })).toBe(
      'November: heading over the limit | At this pace $84.00 by Nov 30, 2026, with a limit of $50.00',
    );
  });

  it('says what else the user asked for', () => {
    expect(told({ kind: { type: 'large-gift' }, amount: usd('30') })).toMatch(
      /^A gift of \$30.00 \| Nov/,
    );
    const bought = { in: 'units', unit: 'tiktok:coin', units: 5_000 } as const;
    expect(told({ kind: { type: 'bought' }, amount: bought })).toMatch(/^5,000 coins bought \|/);
    const many = { in: 'gifts', gifts: 12, minutes: 1 } as const;
    expect(told({ kind: { type: 'many-gifts' }, amount: many })).toMatch(
      /^12 gifts within 1 minute \|/,
    );
  });
});

it('a budget without a name is called by its period', () => {
  const titles = (
    [
      { type: 'stream' },
      { type: 'day' },
      { type: 'week', firstWeekday: 1 },
      { type: 'month', firstDay: 25, weekend: 'before' },
      { type: 'year', month: 1, firstDay: 1 },
      { type: 'rolling', days: 30 },
      { type: 'custom', first: november.first, last: november.last },
    ] satisfies Budget['period'][]
  ).map((period) => budgetTitle({ ...november, period }, screen));
  expect(titles).toEqual([
    'This stream',
    'Today',
    'This week',
    'This month',
    'This year',
    'Last 30 days',
    'Until Nov 30, 2026',
  ]);
  expect(budgetTitle({ ...november, name: 'Concerts' }, screen)).toBe('\u2068Concerts\u2069');
});
