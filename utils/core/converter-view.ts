import type { PriceView } from './views.ts';
import type { WorthRate } from './worth.ts';

/** What a converter converts by. */
export interface ConverterRates {
  /** What a unit costs the user: what was paid on average, else the listed price. */
  readonly price: PriceView | null;
  /** What a creator gets for it. */
  readonly worth: WorthRate | null;
}
