import type { CurrencyCode } from './ids.ts';
import type { Purchase } from './purchase.ts';
import type { EpochMs } from './time.ts';
import type { UnitId, Units } from './units.ts';

/** A table of packages as a platform's shop page showed it. */
export interface OffersLearned {
  readonly unit: UnitId;
  readonly market: string;
  readonly currency: CurrencyCode;
  readonly packages: readonly { readonly units: Units; readonly minor: number }[];
  /** The site that showed it. */
  readonly source: string;
}

/** Something that happened by itself and that the user can take back, with what it is about. */
export interface Notice {
  readonly id: string;
  readonly at: EpochMs;
  readonly seen: boolean;
  /** Whether it does not hold: the user took it back, or removed it. */
  readonly undone: boolean;
  readonly about:
    | { readonly type: 'offers'; readonly offers: OffersLearned }
    | { readonly type: 'purchase'; readonly purchase: Purchase };
}

/** The unit that a notice is about. */
export const unitOfNotice = ({ about }: Notice): UnitId =>
  about.type === 'purchase' ? about.purchase.unit : about.offers.unit;

/** What the popup tells of beside its sums. */
export interface PopupNews {
  /** What happened by itself and was not shown before the popup was opened, newest first. */
  readonly notices: readonly Notice[];
  /** The latest balance, where it is not what should be there. */
  readonly balance: { readonly unit: UnitId; readonly difference: number } | null;
}
