import type { CurrencyCode } from '../core/ids.ts';
import { reconcile } from '../core/payout.ts';
import type { PayoutsView } from '../core/payout-views.ts';
import type { Day, TimeZone } from '../core/time.ts';
import { unitIds } from '../core/units.ts';
import { knownWorth, worthRates } from '../core/worth.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';
import { ownCreators } from './own-creators.ts';
import { receivedOnDays } from './received-queries.ts';

/** Before and after every day that a ledger has. */
const ALWAYS = { from: '0000-01-01' as Day, to: '9999-12-31' as Day };

/** All payouts beside what was seen, from the totals of days. `display` is where no payout tells the currency. */
export async function payoutsView(
  database: LedgerDatabase,
  display: CurrencyCode,
  zone: TimeZone,
): Promise<PayoutsView> {
  const { payouts, ownWorths } = await readOperated(database);
  const rates = worthRates(ownWorths, payouts);
  const isOwn = await ownCreators(database);
  const days = (await receivedOnDays(database, ALWAYS)).filter(
    ({ kind, platform, creator }) => kind === 'gift' && isOwn(platform, creator),
  );
  return {
    display: payouts.at(-1)?.price.currency ?? display,
    units: unitIds.flatMap((unit) => {
      const seen = days.filter((total) => total.unit === unit);
      const paid = payouts.filter((each) => each.unit === unit);
      if (seen.length + paid.length === 0) return [];
      const reconciled = reconcile(paid, seen, zone);
      const rate = rates(unit);
      return [{ ...reconciled, unit, rate, waitingWorth: knownWorth(reconciled.waiting, rate) }];
    }),
  };
}
