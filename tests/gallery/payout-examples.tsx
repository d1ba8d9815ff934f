import { PayoutsScreen } from '../../components/dashboard/payouts/payouts-screen.tsx';
import { currencyCode } from '../../utils/core/money.ts';
import { type Payout, type PayoutId, reconcile } from '../../utils/core/payout.ts';
import type { PayoutActions, PayoutsView, UnitPayoutsView } from '../../utils/core/payout-views.ts';
import type { Day } from '../../utils/core/time.ts';
import { type UnitId, units } from '../../utils/core/units.ts';
import { knownWorth, worthRates } from '../../utils/core/worth.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { ago, zone } from './make.ts';

const noActions: PayoutActions = { onSavePayout: () => {}, onRemovePayout: () => {} };
const DAY = 24 * 60;

/** The screen of payouts as tests and gallery draw it. */
export function PayoutsStage(props: { view: PayoutsView; actions?: Partial<PayoutActions> }) {
  return (
    <PayoutsScreen
      view={props.view}
      currencies={['USD', 'EUR', 'JPY'].map(currencyCode)}
      actions={{ ...noActions, ...props.actions }}
    />
  );
}

let made = 0;

/** A payout of so many dollars, for so many units. */
export function payoutOf(
  minor: number,
  amount: number,
  days: number,
  more: Partial<Payout> = {},
): Payout {
  made += 1;
  return {
    id: `payout ${made}` as PayoutId,
    unit: 'tiktok:coin',
    units: units(amount),
    price: { currency: currencyCode('USD'), minor },
    fees: 0,
    tax: 0,
    at: ago(days * DAY),
    covers: null,
    note: '',
    ...more,
  };
}

function unitView(
  unit: UnitId,
  payouts: readonly Payout[],
  seen: readonly (readonly [day: string, units: number])[],
): UnitPayoutsView {
  const reconciled = reconcile(
    payouts,
    seen.map(([day, amount]) => ({ day: day as Day, units: amount })),
    zone,
  );
  const rate = worthRates([], payouts)(unit);
  return { ...reconciled, unit, rate, waitingWorth: knownWorth(reconciled.waiting, rate) };
}

const display = currencyCode('USD');
const name = 'A note that goes on and on because the bank wrote its whole reference into it, twice';

export const payoutViews = {
  none: { display, units: [] },
  seen: { display, units: [unitView('tiktok:coin', [], [['2026-11-03', 91_040]])] },
  usual: {
    display,
    units: [
      unitView(
        'tiktok:coin',
        [
          payoutOf(30_000, 64_000, 50, { note: 'First one' }),
          payoutOf(37_000, 91_200, 20, { fees: 250, tax: 4_000 }),
          payoutOf(20_000, 44_000, 2, {
            covers: { first: '2026-11-01' as Day, last: '2026-11-15' as Day },
            note: name,
          }),
        ],
        [
          ['2026-09-20', 64_000],
          ['2026-10-12', 91_040],
          ['2026-11-10', 46_500],
          ['2026-11-21', 12_390],
        ],
      ),
      unitView('kick:kick', [], [['2026-11-19', 5_200]]),
    ],
  },
  huge: {
    display,
    units: [
      unitView(
        'tiktok:coin',
        [payoutOf(41_250_000_000, 99_999_999, 3, { tax: 999_999_999, fees: 1 })],
        [['2026-11-03', 900_719_925_474]],
      ),
    ],
  },
} satisfies Record<string, PayoutsView>;

const shown = (view: PayoutsView, more: Partial<DashboardExample> = {}): DashboardExample => ({
  open: 'payouts',
  content: () => <PayoutsStage view={view} />,
  ...more,
});

/** Every state of the screen of payouts, by name. */
export const payoutExamples: Readonly<Record<string, DashboardExample>> = {
  'payouts-none': shown(payoutViews.none),
  payouts: shown(payoutViews.usual, { done: { what: 'payout-added', times: 1, trouble: '' } }),
  'payouts-huge': shown(payoutViews.huge, { words: 'long', locale: 'de-DE' }),
  'payouts-right-to-left': shown(payoutViews.usual, { words: 'right-to-left', locale: 'ar-EG' }),
};
