// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import {
  type BudgetFields,
  fieldsOfBudget,
  freshFields,
  readBudget,
} from '../../components/budgets/budget-fields.ts';
import { remainingWords } from '../../components/budgets/remaining-words.ts';
import { Budgets } from '../../components/popup/budgets.tsx';
import { createScreen, ScreenProvider } from '../../components/screen.ts';
import { usualAlerts, wholeScope } from '../../utils/core/budget.ts';
import type { BudgetDraft } from '../../utils/core/budget-views.ts';
import { budgetViews, popupBudgets, today } from '../gallery/budget-examples.ts';
import { BudgetsStage } from '../gallery/budget-screens.tsx';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { money, now, zone } from '../gallery/make.ts';
import { englishWords } from '../gallery/words.ts';
import { click, draw, one, type, words } from './draw.tsx';

const screen = createScreen({ translate: englishWords, locale: 'en-US', zone }, now);

const typed = (change: Partial<BudgetFields>): BudgetFields => ({
  ...freshFields('USD', today),
  limit: '50',
  ...change,
});

const read = (change: Partial<BudgetFields>, locale = 'en-US') =>
  readBudget(typed(change), null, locale);

const usual: BudgetDraft = {
  id: null,
  name: '',
  scope: wholeScope,
  period: { type: 'month', firstDay: 1, weekend: 'same' },
  limit: { in: 'money', money: money('50') },
  rollover: { left: false, over: false },
  pausedUntil: null,
  alerts: usualAlerts,
  lock: null,
};

describe('what is typed into the form of a budget', () => {
  it('is a budget for everything, each month, where only an amount is typed', () => {
    expect(read({})).toEqual({ kind: 'done', draft: usual });
  });

  it('is read as the locale writes it', () => {
    expect(read({ limit: '1.234,50' }, 'de-DE')).toMatchObject({
      draft: { limit: { money: money('1234.50') } },
    });
  });

  it('counts in coins where coins are chosen', () => {
    expect(read({ measure: 'tiktok:coin', limit: '5,000' })).toMatchObject({
      draft: { limit: { in: 'units', unit: 'tiktok:coin', units: 5_000 } },
    });
  });

  it.each<[Partial<BudgetFields>, object]>([
    [
      { period: 'week', firstWeekday: '7' },
      { type: 'week', firstWeekday: 7 },
    ],
    [
      { period: 'year', month: '4', firstDay: '6' },
      { type: 'year', month: 4, firstDay: 6 },
    ],
    [
      { period: 'rolling', days: '14' },
      { type: 'rolling', days: 14 },
    ],
    [{ period: 'stream' }, { type: 'stream' }],
    [
      { period: 'custom', spanFirst: '2026-12-20', spanLast: '2026-12-31' },
      { type: 'custom', first: '2026-12-20', last: '2026-12-31' },
    ],
  ])('reads the period %j', (fields, period) => {
    expect(read(fields)).toMatchObject({ kind: 'done', draft: { period } });
  });

  it('reads alerts, pauses, locks and names', () => {
    expect(
      read({
        name: ' Evenings ',
        thresholds: '100 %, 50,100',
        projected: true,
        largeGift: '10.50',
        bought: '7000',
        manyGifts: '20',
        manyMinutes: '5',
        pausedUntil: '2026-12-01',
        locked: true,
        lockHours: '48',
      }),
    ).toMatchObject({
      draft: {
        name: 'Evenings',
        pausedUntil: '2026-12-01',
        lock: { delayMs: 48 * 3_600_000 },
        alerts: {
          thresholds: [50, 100],
          projected: true,
          largeGift: { money: money('10.50') },
          bought: { unit: 'tiktok:coin', units: 7_000 },
          manyGifts: { gifts: 20, minutes: 5 },
        },
      },
    });
  });

  it.each<[Partial<BudgetFields>, object]>([
    [{ limit: '' }, { limit: 'empty' }],
    [{ limit: '0' }, { limit: 'number' }],
    [{ limit: '-5' }, { limit: 'number' }],
    [{ limit: 'lots' }, { limit: 'number' }],
    [{ measure: 'tiktok:coin', limit: '1.5' }, { limit: 'number' }],
    [{ period: 'rolling', days: '0' }, { days: 'number' }],
    [{ period: 'rolling', days: '9999' }, { period: 'period' }],
    [{ period: 'custom', spanFirst: '2026-02-30' }, { spanFirst: 'date' }],
    [
      { period: 'custom', spanFirst: '2026-12-31', spanLast: '2026-12-20' },
      { spanLast: 'span-backwards' },
    ],
    [{ thresholds: '80, many' }, { thresholds: 'thresholds' }],
    [{ thresholds: '0' }, { thresholds: 'thresholds' }],
    [{ manyGifts: '1' }, { manyGifts: 'number' }],
    [{ name: 'x'.repeat(81) }, { name: 'name-too-long' }],
    [{ locked: true, lockHours: '10000' }, { lockHours: 'lock' }],
    [{ pausedUntil: 'soon' }, { pausedUntil: 'date' }],
  ])('names what is wrong with %j', (fields, troubles) => {
    expect(read(fields)).toEqual({ kind: 'trouble', troubles });
  });

  it('is the same budget again where a known one is only opened', () => {
    for (const { budget } of budgetViews.ten.budgets) {
      const again = readBudget(fieldsOfBudget(budget, today, 'en-US'), budget.id, 'en-US');
      const { since: _since, ...draft } = budget;
      expect(again).toEqual({ kind: 'done', draft });
    }
  });
});

describe('how long something still takes', () => {
  it.each([
    [90 * 60_000, '2 h'],
    [59 * 60_000, '59 min'],
    [1, '1 min'],
    [24 * 3_600_000, '24 h'],
    [72 * 3_600_000, '3 days'],
  ])('%i ms are %s', (ms, told) => {
    expect(remainingWords(ms, screen)).toBe(told);
  });
});

describe('the popup’s budgets', () => {
  it('make a budget from one number', async () => {
    const onSaveBudget = vi.fn();
    const stage = await draw(
      <ScreenProvider value={screen}>
        <Budgets view={popupBudgets.none} shown={null} actions={{ onSaveBudget }} />
      </ScreenProvider>,
    );
    await click(one(stage, '.add button'));
    await click(one(stage, '[type=submit]'));
    expect(onSaveBudget).not.toHaveBeenCalled();
    expect(words(one(stage, '[role=alert]'))).toBe('Fill this in.');
    await type(one<HTMLInputElement>(stage, 'input'), '50');
    await click(one(stage, '[type=submit]'));
    expect(onSaveBudget).toHaveBeenCalledExactlyOnceWith(usual);
    expect(stage.querySelector('form')).toBeNull();
  });
});

describe('the budgets’ screen', () => {
  const stageOf = (
    view: (typeof budgetViews)[keyof typeof budgetViews],
    actions: Parameters<typeof BudgetsStage>[0]['actions'] = {},
  ) =>
    draw(
      <DashboardStage
        example={{ open: 'budgets', content: () => <BudgetsStage view={view} actions={actions} /> }}
      />,
    );

  it('says what a change that waits will be, and takes it back', async () => {
    const onRevoke = vi.fn();
    const stage = await stageOf(budgetViews.ten, { onRevoke });
    const notes = [...stage.querySelectorAll<HTMLElement>('.budget .note')];
    expect(notes.map((each) => words(each).replace(/[\u2068\u2069]/g, ''))).toEqual([
      'Changes to $60.00 in 19 h at the earliest. Keep as it is',
      'Stops counting @mira.again and مها البعيدة in 19 h at the earliest. Keep as it is',
    ]);
    for (const note of notes) await click(one(note, 'button'));
    expect(onRevoke).toHaveBeenCalledTimes(2);
  });

  it('begins a budget with a limit that was suggested', async () => {
    const onSaveBudget = vi.fn();
    const stage = await stageOf(budgetViews.none, { onSaveBudget });
    await click(one(stage, '[aria-label="Use $41.50 as a limit"]'));
    await click(one(stage, 'form [type=submit]'));
    expect(onSaveBudget).toHaveBeenCalledExactlyOnceWith({
      ...usual,
      limit: { in: 'money', money: money('41.50') },
    });
  });

  it('marks alerts as seen that it shows, each once', async () => {
    const onAlertSeen = vi.fn();
    await stageOf(budgetViews.ten, { onAlertSeen });
    expect(onAlertSeen.mock.calls.map(([id]) => id)).toEqual(
      budgetViews.ten.alerts.map(({ id }) => id),
    );
  });
});
