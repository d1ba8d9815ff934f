import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BalanceFacts, checkBalance } from '../../utils/core/balance.ts';
import type { Adjustment, AdjustmentId } from '../../utils/core/operation.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { adjustment, anyAdjustment, anyPurchase, purchase } from './made-operations.ts';
import { start } from './sightings.ts';

const later = epochMs(start + 3_600_000);

function facts(shown: number, part: Partial<BalanceFacts> = {}): BalanceFacts {
  return {
    shown: { unit: 'tiktok:coin', units: units(shown), at: later },
    since: null,
    purchases: [purchase({ units: units(100) })],
    adjustments: [],
    sent: units(30),
    firstUnpaidAt: null,
    ...part,
  };
}

describe('a balance', () => {
  it('agrees when it is what was bought less what was sent', () => {
    expect(checkBalance(facts(70))).toMatchObject({
      difference: 0,
      finding: 'agrees',
      booking: null,
    });
  });

  it('that is lower is explained by gifts sent elsewhere', () => {
    expect(checkBalance(facts(60))).toMatchObject({
      expected: 70,
      difference: -10,
      finding: 'fewer',
      booking: { kind: 'sent-elsewhere', units: 10, at: later },
    });
  });

  it('that is higher is booked to have come before the first gift that nothing known paid for', () => {
    const firstUnpaidAt = epochMs(start + 5);
    expect(checkBalance(facts(75, { firstUnpaidAt })).booking?.at).toBe(firstUnpaidAt);
    expect(checkBalance(facts(60, { firstUnpaidAt })).booking?.at).toBe(later);
  });

  it('that is higher is explained by coins from elsewhere, or from before the start', () => {
    expect(checkBalance(facts(75))).toMatchObject({
      finding: 'more-since-start',
      booking: { kind: 'bought-elsewhere', units: 5 },
    });
    const since = { unit: 'tiktok:coin' as const, units: units(0), at: epochMs(start - 1) };
    expect(checkBalance(facts(75, { since }))).toMatchObject({ finding: 'more' });
  });

  it('is counted on from an earlier one, without what came before that', () => {
    const since = { unit: 'tiktok:coin' as const, units: units(500), at: start };
    expect(checkBalance(facts(470, { since }))).toMatchObject({ bought: 0, finding: 'agrees' });
  });

  it('is not changed by what comes after it', () => {
    const tomorrow = epochMs(later + 1);
    const purchases = [purchase({ units: units(100) }), purchase({ at: tomorrow })];
    expect(checkBalance(facts(70, { purchases })).finding).toBe('agrees');
  });

  it('may show more sent than ever came', () => {
    expect(checkBalance(facts(0, { purchases: [] }))).toMatchObject({
      expected: -30,
      booking: { kind: 'bought-elsewhere', units: 30 },
    });
  });

  it('agrees after the difference was booked', () => {
    fc.assert(
      fc.property(
        fc.nat(50_000),
        fc.array(anyPurchase, { maxLength: 5 }),
        fc.array(anyAdjustment, { maxLength: 5 }),
        fc.nat(50_000),
        (shown, purchases, adjustments, sent) => {
          const given = facts(shown, { purchases, adjustments, sent: units(sent) });
          const { booking } = checkBalance(given);
          const booked: Adjustment[] =
            booking === null ? [] : [adjustment({ ...booking, id: 'booked' as AdjustmentId })];
          const after = checkBalance({ ...given, adjustments: [...adjustments, ...booked] });
          expect(after.finding).toBe('agrees');
        },
      ),
    );
  });
});
