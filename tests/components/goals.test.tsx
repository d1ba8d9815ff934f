// @vitest-environment happy-dom
import fc from 'fast-check';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import {
  fieldsOfGoal,
  freshGoal,
  type GoalFields,
  readGoal,
} from '../../components/dashboard/goals/goal-fields.ts';
import type { Goal, GoalId, GoalMeasure, GoalPeriod } from '../../utils/core/goal.ts';
import type { GoalActions, GoalsView } from '../../utils/core/goal-views.ts';
import type { GiftId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { units } from '../../utils/core/units.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { GoalsStage, goalViews } from '../gallery/goal-examples.tsx';
import { click, draw, one, type, words } from './draw.tsx';

const typed: GoalFields = { ...freshGoal('USD'), amount: '5,000' };
const read = (change: Partial<GoalFields>, locale = 'en-US') =>
  readGoal({ ...typed, ...change }, null, locale);

const drawView = (view: GoalsView, actions: Partial<GoalActions> = {}) =>
  draw(
    <DashboardStage
      example={{ open: 'goals', content: () => <GoalsStage view={view} actions={actions} /> }}
    />,
  );

describe('what is typed into the form of a goal', () => {
  it('is coins each stream, where only a number is typed', () => {
    expect(read({})).toEqual({
      kind: 'done',
      draft: {
        id: null,
        name: '',
        period: { type: 'stream' },
        wanted: { of: 'units', unit: 'tiktok:coin', units: 5_000 },
      },
    });
  });

  it('is money as the locale writes it', () => {
    expect(read({ of: 'money', currency: 'EUR', amount: '1.234,5' }, 'de-DE')).toMatchObject({
      draft: { wanted: { of: 'money', price: { currency: 'EUR', minor: 123_450 } } },
    });
  });

  it.each<[Partial<GoalFields>, object]>([
    [{ amount: '' }, { amount: 'empty' }],
    [{ amount: '0' }, { amount: 'target' }],
    [{ amount: '1.5' }, { amount: 'not-whole' }],
    [{ amount: '100,000,001' }, { amount: 'too-many-units' }],
    [{ of: 'money', amount: '0.001' }, { amount: 'too-fine' }],
    [{ of: 'money', amount: '0' }, { amount: 'target' }],
    [{ of: 'gift' }, { gift: 'no-gift' }],
    [{ name: 'x'.repeat(81) }, { name: 'name-too-long' }],
    [{ period: 'week', firstWeekday: '8' }, { period: 'period' }],
  ])('refuses %j by name', (wrong, troubles) => {
    expect(read(wrong)).toEqual({ kind: 'trouble', troubles });
  });

  it('is every goal again that is shown to be changed', () => {
    const count = fc.integer({ min: 1, max: 99_999_999 });
    const wanted: fc.Arbitrary<GoalMeasure> = fc.oneof(
      count.map((n): GoalMeasure => ({ of: 'units', unit: 'twitch:bit', units: units(n) })),
      count.map(
        (minor): GoalMeasure => ({
          of: 'money',
          price: { currency: currencyCode('EUR'), minor },
        }),
      ),
      count.map((n): GoalMeasure => ({ of: 'gifts', count: n })),
      count.map((n): GoalMeasure => ({ of: 'gifters', count: n })),
      count.map(
        (n): GoalMeasure => ({
          of: 'gift',
          platform: 'tiktok',
          gift: '5655' as GiftId,
          count: n,
        }),
      ),
    );
    const period: fc.Arbitrary<GoalPeriod> = fc.oneof(
      fc.constantFrom<GoalPeriod>({ type: 'stream' }, { type: 'day' }),
      fc.integer({ min: 1, max: 7 }).map(
        (firstWeekday): GoalPeriod => ({
          type: 'week',
          firstWeekday,
        }),
      ),
      fc.integer({ min: 1, max: 31 }).map(
        (firstDay): GoalPeriod => ({
          type: 'month',
          firstDay,
          weekend: 'same',
        }),
      ),
    );
    const goals = fc.record({ wanted, period, name: fc.constantFrom('', 'Rent') });
    fc.assert(
      fc.property(goals, fc.constantFrom('en-US', 'de-DE', 'ar-EG'), (parts, locale) => {
        const goal: Goal = { ...parts, id: 'g' as GoalId };
        const fields = fieldsOfGoal(goal, 'Rose', 'USD', locale);
        expect(readGoal(fields, goal.id, locale)).toEqual({ kind: 'done', draft: goal });
      }),
    );
  });
});

describe('the screen of goals', () => {
  it('says how far each is, when it was reached, and how far it came before', async () => {
    const stage = await drawView(goalViews.usual);
    const [day, rent, people, roses] = [...stage.querySelectorAll<HTMLElement>('[data-goal]')].map(
      words,
    );
    expect(day).toContain('5,000 coins, each day');
    expect(day).toContain('3,400 coins of 5,000 coins');
    expect(day).toContain('68% · 1,600 coins to go');
    expect(day).toContain('4,999 coins99%Not reached');
    expect(rent).toContain('about $52.00 of $50.00');
    expect(rent).toContain('104% · Reached on Nov 22');
    expect(people).toContain('Counts on your next stream.');
    expect(roses).toContain('Rose × 100, each week');
  });

  it('says where no rate tells what gifts are worth', async () => {
    expect(words(await drawView(goalViews.huge))).toContain('No rate tells it of $50.00');
  });

  it('makes a goal of a gift that is picked', async () => {
    const onSaveGoal = vi.fn();
    const stage = await drawView(goalViews.none, { onSaveGoal });
    await click(one(stage, '.bar .button'));
    const of = one<HTMLSelectElement>(stage, '#goal-of');
    await act(() => {
      of.value = 'gift';
      of.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await type(one(stage, '#goal-amount'), '20');
    await click(one(stage, '[type=submit]'));
    expect(onSaveGoal).not.toHaveBeenCalled();
    expect(words(one(stage, '#goal-gift-says'))).toBe('Pick a gift from the list.');
    await type(one(stage, '#goal-gift'), 'rose');
    await click(one(stage, '.gift .link'));
    await click(one(stage, '[type=submit]'));
    expect(onSaveGoal.mock.lastCall?.[0].wanted).toEqual({
      of: 'gift',
      platform: 'tiktok',
      gift: 'rose',
      count: 20,
    });
  });
});
