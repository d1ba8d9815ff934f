import type { MoneyRange } from './conversion.ts';
import type { CurrencyCode } from './ids.ts';
import type { Payout, PayoutId, Reconciliation } from './payout.ts';
import type { UnitId } from './units.ts';
import type { WorthRate } from './worth.ts';

/** A payout as the user typed it; without an id it is a new one. */
export type PayoutDraft = Omit<Payout, 'id'> & { readonly id: PayoutId | null };

/** Payouts of one unit beside what was seen of it, and the rate that its worth is told by. */
export interface UnitPayoutsView extends Reconciliation {
  readonly unit: UnitId;
  readonly rate: WorthRate | null;
  /** What is worth that was not paid out yet, about; null where no rate tells. */
  readonly waitingWorth: MoneyRange | null;
}

/** What the screen of payouts shows. */
export interface PayoutsView {
  /** The currency that a first payout is typed in. */
  readonly display: CurrencyCode;
  /** Units of which anything came in or was paid out. */
  readonly units: readonly UnitPayoutsView[];
}

/** What the user does there. */
export interface PayoutActions {
  onSavePayout(draft: PayoutDraft): void;
  onRemovePayout(id: PayoutId): void;
}
