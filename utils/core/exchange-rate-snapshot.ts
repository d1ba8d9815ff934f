import { type RateBook, rateBook } from './exchange-rate.ts';
import { readSnapshot } from './exchange-rate-answers.ts';
import content from './exchange-rate-snapshot.json' with { type: 'json' };

/**
 * The rates that ship: euro reference rates of the European Central Bank on a few days (from public copies of its files;
 * the last day from one whole copy, in parts checked against two others), and currencies that are tied to the dollar by
 * law (as Frankfurter lists them, with their authorities). Throws `NonsenseRates` where the file is damaged.
 */
export function shippedRates(): RateBook {
  const { days, pegs } = readSnapshot(content);
  return rateBook(days, pegs);
}
