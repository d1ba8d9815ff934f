import type { Adjustment } from './operation.ts';
import type { Purchase } from './purchase.ts';
import type { EpochMs } from './time.ts';
import { type UnitId, type Units, units } from './units.ts';

/** A balance that the platform's page showed. */
export interface BalanceSeen {
  readonly unit: UnitId;
  readonly units: Units;
  readonly at: EpochMs;
}

/** What is known of the way from one balance to the next. */
export interface BalanceFacts {
  readonly shown: BalanceSeen;
  /** An earlier balance that everything is counted from; null for none: then nothing is taken to have been there. */
  readonly since: BalanceSeen | null;
  readonly purchases: readonly Purchase[];
  readonly adjustments: readonly Adjustment[];
  /** Units of the entries sent after `since` and up to `shown`. */
  readonly sent: Units;
  /** The first of these entries that was not paid from known units; null where each was. */
  readonly firstUnpaidAt: EpochMs | null;
}

/** How a shown balance compares with what the ledger knows. Counts are whole units. */
export interface BalanceCheck {
  /** What should be there; below zero where more was sent than is known to have come. */
  readonly expected: number;
  readonly bought: Units;
  readonly sent: Units;
  /** What is shown less what should be there. */
  readonly difference: number;
  /**
   * What explains it: `agrees`; `fewer`, units went where the extension does not look (the phone, another computer);
   * `more`, units came unseen (bought in the app, a promotion, a refund); `more-since-start`, the same, but units that
   * were there before the first known purchase explain it just as well.
   */
  readonly finding: 'agrees' | 'fewer' | 'more' | 'more-since-start';
  /** The booking that makes it agree, for the user to accept; null where nothing has to be booked. */
  readonly booking: Pick<Adjustment, 'kind' | 'unit' | 'units' | 'at'> | null;
}

/**
 * Compares units bought less units sent, with all bookings, with the balance that the page shows. What the user books
 * makes the next comparison agree. Units from elsewhere are booked to have come before the first entry that no known
 * units paid for: they must have been there by then, and so the lots hold what the page shows.
 */
export function checkBalance(facts: BalanceFacts): BalanceCheck {
  const { shown, since, sent } = facts;
  const { unit } = shown;
  const counts = (at: EpochMs): boolean => at <= shown.at && (since === null || at > since.at);
  const ofUnit = facts.adjustments.filter((each) => each.unit === unit && counts(each.at));
  const bought =
    total(facts.purchases.filter((each) => each.unit === unit && counts(each.at))) +
    total(ofUnit.filter(({ kind }) => kind === 'bought-elsewhere'));
  const gone = sent + total(ofUnit.filter(({ kind }) => kind === 'sent-elsewhere'));
  const expected = (since?.units ?? 0) + bought - gone;
  const difference = shown.units - expected;
  const more = since === null ? 'more-since-start' : 'more';
  return {
    expected,
    bought: units(bought),
    sent: units(gone),
    difference,
    finding: difference === 0 ? 'agrees' : difference < 0 ? 'fewer' : more,
    booking:
      difference === 0
        ? null
        : {
            kind: difference < 0 ? 'sent-elsewhere' : 'bought-elsewhere',
            unit,
            units: units(Math.abs(difference)),
            at: difference < 0 ? shown.at : (facts.firstUnpaidAt ?? shown.at),
          },
  };
}

function total(parts: readonly { readonly units: Units }[]): number {
  return parts.reduce((sum, part) => sum + part.units, 0);
}
