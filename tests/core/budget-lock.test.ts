import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, numberOf } from '../../utils/core/budget.ts';
import {
  budgetLock,
  guardLock,
  isLooser,
  matureStanding,
  remaining,
  type Standing,
  same,
  settleStanding,
} from '../../utils/core/budget-lock.ts';
import { freshGuard, type GuardSettings } from '../../utils/core/guard.ts';
import { currencyCode, parseMoney } from '../../utils/core/money.ts';
import { type Day, epochMs } from '../../utils/core/time.ts';
import { anyBudget, budget } from './made-operations.ts';
import { start } from './sightings.ts';

const DAY = 86_400_000;
const usd = (text: string): Budget['limit'] => ({
  in: 'money',
  money: parseMoney(text, currencyCode('USD')),
});
const locked = (part: Partial<Budget> = {}) => budget({ lock: { delayMs: DAY }, ...part });
const standing = (value: Budget): Standing<Budget> => ({ value, pending: null });
const settle = (before: Standing<Budget>, wanted: Budget | null, at = 0) =>
  settleStanding(before, wanted, budgetLock, at);
const mature = (before: Standing<Budget>, at: number) => matureStanding(before, budgetLock, at);

describe('a locked budget', () => {
  it.each<[string, Budget | null]>([
    ['raised', locked({ limit: usd('60') })],
    [
      'in another currency',
      locked({ limit: { in: 'money', money: parseMoney('1', currencyCode('KWD')) } }),
    ],
    ['paused', locked({ pausedUntil: '2027-01-01' as Day })],
    ['unlocked', budget()],
    ['locked for less', locked({ lock: { delayMs: DAY / 2 } })],
    ['for less', locked({ scope: { platforms: null, creators: null, kinds: ['chest'] } })],
    ['by another period', locked({ period: { type: 'day' } })],
    ['carrying what is left', locked({ rollover: { left: true, over: false } })],
    ['deleted', null],
  ])('%s: only after the delay', (_what, wanted) => {
    const waiting = settle(standing(locked()), wanted, 1_000);
    expect(waiting.value).toEqual(locked());
    expect(remaining(waiting, budgetLock, 1_000)).toBe(DAY);
    expect(mature(waiting, 1_000 + DAY - 1)).toBe(waiting);
    expect(mature(waiting, 1_000 + DAY)).toEqual({ value: wanted, pending: null });
  });

  it.each<[string, Budget]>([
    ['lowered', locked({ limit: usd('40') })],
    ['locked for longer', locked({ lock: { delayMs: 2 * DAY } })],
    ['renamed', locked({ name: 'Gifts' })],
    ['taking what is over', locked({ rollover: { left: false, over: true } })],
    ['with other alerts', locked({ alerts: { ...budget().alerts, thresholds: [50] } })],
  ])('%s: at once', (_what, wanted) => {
    expect(settle(standing(locked()), wanted)).toEqual(standing(wanted));
  });

  it('holds what is stricter in a change at once, and the rest later', () => {
    const wanted = locked({ limit: usd('40'), pausedUntil: '2027-01-01' as Day });
    expect(settle(standing(locked()), wanted).value).toEqual(locked({ limit: usd('40') }));
  });

  it('does not count anew for a wish for less, but does for one for more', () => {
    const waiting = settle(standing(locked()), locked({ limit: usd('80') }), 1_000);
    expect(settle(waiting, locked({ limit: usd('60') }), 5_000).pending?.since).toBe(1_000);
    expect(settle(waiting, locked({ limit: usd('90') }), 5_000).pending?.since).toBe(5_000);
    expect(settle(waiting, null, 5_000).pending?.since).toBe(5_000);
  });

  it('forgets a wish that is taken back', () => {
    const waiting = settle(standing(locked()), locked({ limit: usd('80') }), 1_000);
    expect(settle(waiting, locked(), 2_000)).toEqual(standing(locked()));
  });

  it('begins a delay at the latest at the furthest that time can have come', () => {
    const waiting = settle(standing(locked()), null, 10 * DAY);
    expect(settle(waiting, null, DAY).pending?.since).toBe(DAY);
  });
});

describe('an open budget', () => {
  it('changes at once, whatever the change', () => {
    fc.assert(
      fc.property(anyBudget, fc.option(anyBudget), (before, wanted) => {
        expect(settle(standing({ ...before, lock: null }), wanted)).toEqual({
          value: wanted,
          pending: null,
        });
      }),
    );
  });
});

describe('what holds', () => {
  it('is never looser than before until a whole delay has passed since it was wanted', () => {
    const wishes = fc.array(
      fc.record({
        wanted: fc.option(anyBudget, { freq: 8 }),
        after: fc.integer({ min: 0, max: DAY / 3 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyBudget, wishes, (made, steps) => {
        let now = 0;
        let all = standing({ ...made, lock: { delayMs: DAY } });
        const history: { at: number; wanted: Budget | null }[] = [{ at: 0, wanted: all.value }];
        for (const { wanted, after } of steps) {
          now += after;
          const before = all;
          const delay = before.value === null ? null : budgetLock.delayOf(before.value);
          all = settle(mature(all, now), wanted, now);
          history.push({ at: now, wanted });
          if (before.value === null || delay === null) continue;
          if (isLooser(before.value, all.value, budgetLock)) {
            // Looser only by what had been wanted for so long already.
            const ripe = before.pending;
            expect(ripe).not.toBeNull();
            expect(now - (ripe?.since ?? now)).toBeGreaterThanOrEqual(delay);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is as strict as both: nothing is looser than either', () => {
    fc.assert(
      fc.property(anyBudget, anyBudget, (before, wanted) => {
        const both = budgetLock.tighter(before, wanted);
        expect(isLooser(before, both, budgetLock)).toBe(false);
        expect(same(budgetLock.tighter(both, wanted), both)).toBe(true);
        if (before.limit.in === both.limit.in) {
          expect(numberOf(both.limit)).toBeLessThanOrEqual(numberOf(before.limit));
        }
      }),
    );
  });
});

describe('the guard while a budget is locked', () => {
  const rules = guardLock(DAY, start);
  const on: GuardSettings = { ...freshGuard, on: true, largest: usd('10') };
  const later = epochMs(start + 3_600_000);
  const settleGuard = (value: GuardSettings, wanted: GuardSettings) =>
    settleStanding<GuardSettings>({ value, pending: null }, wanted, rules, 0);

  it.each<[string, GuardSettings, GuardSettings]>([
    ['off', on, { ...on, on: false }],
    ['for larger gifts only', on, { ...on, largest: usd('20') }],
    ['for no large gift', on, { ...on, largest: null }],
    ['with a shorter wait', on, { ...on, waitSeconds: 5 }],
    ['for one budget', on, { ...on, budgets: ['b1'] }],
    ['with a shorter cool-off', { ...on, coolOffUntil: later }, on],
  ])('%s: only after the delay', (_what, before, wanted) => {
    const { value, pending } = settleGuard(before, wanted);
    expect(value).toEqual(before);
    expect(pending).toEqual({ wanted, since: 0 });
  });

  it.each<[string, GuardSettings, GuardSettings]>([
    ['on', freshGuard, on],
    ['for smaller gifts', on, { ...on, largest: usd('5') }],
    ['with a cool-off', on, { ...on, coolOffUntil: later }],
    ['with a cool-off that is over anyway', { ...on, coolOffUntil: epochMs(start - 1) }, on],
  ])('%s: at once', (_what, before, wanted) => {
    expect(settleGuard(before, wanted)).toEqual({ value: wanted, pending: null });
  });
});
