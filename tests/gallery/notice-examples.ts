import { checkBalance } from '../../utils/core/balance.ts';
import type { BalanceView } from '../../utils/core/dashboard-views.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Notice } from '../../utils/core/notices.ts';
import type { Adjustment, AdjustmentId } from '../../utils/core/operation.ts';
import type { PurchaseId } from '../../utils/core/purchase.ts';
import { units } from '../../utils/core/units.ts';
import { ago, person } from './make.ts';

const usd = currencyCode('USD');
let made = 0;

function notice(about: Notice['about'], more: Partial<Notice>): Notice {
  made += 1;
  return { id: `notice ${made}`, at: ago(12), seen: false, undone: false, about, ...more };
}

/** A purchase that was read from the coin page. */
export const purchaseRecorded = (more: Partial<Notice> = {}): Notice =>
  notice(
    {
      type: 'purchase',
      purchase: {
        id: 'tiktok:order:7301' as PurchaseId,
        unit: 'tiktok:coin',
        units: units(350),
        price: { currency: usd, minor: 420 },
        channel: 'web',
        at: ago(12),
        note: '',
        evidence: 'page',
        orderId: '7301',
      },
    },
    more,
  );

/** Prices that were read from the coin page. */
export const offersLearned = (more: Partial<Notice> = {}): Notice =>
  notice(
    {
      type: 'offers',
      offers: {
        unit: 'tiktok:coin',
        market: 'US',
        currency: usd,
        packages: [
          { units: units(17_500), minor: 21_000 },
          { units: units(20), minor: 24 },
          { units: units(350), minor: 420 },
        ],
        source: 'tiktok.com',
      },
    },
    more,
  );

/** A balance that the page showed, beside what was bought and sent. */
export function balanceOf(
  shown: number,
  known: { bought: number; sent: number; accounts?: number },
): BalanceView {
  const seen = { unit: 'tiktok:coin', units: units(shown), at: ago(12) } as const;
  return {
    shown: seen,
    check: checkBalance({
      shown: seen,
      since: null,
      purchases: [],
      adjustments:
        known.bought === 0 ? [] : [{ ...booking('bought-elsewhere', known.bought), at: ago(100) }],
      sent: units(known.sent),
      firstUnpaidAt: null,
    }),
    account: person('kai.watches', 'Kai'),
    accounts: known.accounts ?? 1,
  };
}

/** A booking that made a balance agree. */
export function booking(kind: Adjustment['kind'], coins: number, note = ''): Adjustment {
  made += 1;
  return {
    id: `booking ${made}` as AdjustmentId,
    kind,
    unit: 'tiktok:coin',
    units: units(coins),
    at: ago(40 * 24 * 60),
    note,
  };
}
