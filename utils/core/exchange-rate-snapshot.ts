import { type RateBook, rateBook } from './exchange-rate.ts';
import { readSnapshot } from './exchange-rate-answers.ts';
import content from './exchange-rate-snapshot.json' with { type: 'json' };

/**
 * The rates that ship: euro reference rates of the European Central Bank on a few days, and currencies that are tied to
 * the dollar by law. Throws `NonsenseRates` where the file is damaged.
 */
export function shippedRates(): RateBook {
  const { days, pegs } = readSnapshot(content);
  return rateBook(days, pegs);
}
