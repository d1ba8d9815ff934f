import type { BalanceCheck } from '../../utils/core/balance.ts';
import type {
  BalanceView,
  DashboardActions,
  DashboardView,
} from '../../utils/core/dashboard-views.ts';
import { formatAgo, formatMoment } from '../dates.ts';
import type { Screen } from '../screen.ts';
import { useScreen } from '../screen.ts';
import type { MessageKey } from '../text.ts';
import { BookingList } from './booking-list.tsx';

/** The balance that the page showed against what should be there, and the booking that makes both agree. */
export function BalancePanel({
  view,
  actions,
}: {
  view: Pick<DashboardView, 'balance' | 'bookings'>;
  actions: DashboardActions;
}) {
  const { t } = useScreen();
  const { balance, bookings } = view;
  return (
    <section class="panel" aria-labelledby="balance-title">
      <h3 id="balance-title">{t('balanceTitle')}</h3>
      {balance === null ? (
        <p class="none">{t('balanceNone')}</p>
      ) : (
        <Compared balance={balance} actions={actions} />
      )}
      {bookings.length > 0 && <BookingList bookings={bookings} actions={actions} />}
    </section>
  );
}

const explained: Record<BalanceCheck['finding'], MessageKey> = {
  agrees: 'balanceAgrees',
  fewer: 'balanceFewer',
  more: 'balanceMore',
  'more-since-start': 'balanceMoreSinceStart',
};

function Compared({ balance, actions }: { balance: BalanceView; actions: DashboardActions }) {
  const screen = useScreen();
  const { t } = screen;
  const { shown, check, account, accounts } = balance;
  const { booking } = check;
  return (
    <>
      <dl class="balance">
        <div>
          <dt>{t('balanceShown')}</dt>
          <dd>
            <b class="coin">{screen.units(shown.units, shown.unit, 16)}</b>
            <small title={formatMoment(shown.at, screen.zone, screen.language)}>
              {formatAgo(shown.at, screen.now, screen.zone, screen)}
            </small>
          </dd>
        </div>
        <div>
          <dt>{t('balanceExpected')}</dt>
          <dd>
            <b class="coin">{screen.units(check.expected, shown.unit, 16)}</b>
            <small>{cameAndWent(balance, screen)}</small>
          </dd>
        </div>
        {check.difference !== 0 && (
          <div>
            <dt>{t('balanceDifference')}</dt>
            <dd>
              <b class="coin">{screen.units(check.difference, shown.unit, 16)}</b>
            </dd>
          </div>
        )}
      </dl>
      <p>{t(explained[check.finding])}</p>
      {accounts > 1 && <p class="under">{t('balanceOf', [screen.person(account)])}</p>}
      {booking !== null && (
        <div class="buttons">
          <button
            type="button"
            class="button quiet"
            onClick={() => actions.onSaveBooking({ ...booking, id: null, note: '' })}
          >
            {t(booking.kind === 'sent-elsewhere' ? 'bookSent' : 'bookBought', [
              screen.units(booking.units, booking.unit, 16),
            ])}
          </button>
          <p class="under">
            {t(booking.kind === 'sent-elsewhere' ? 'bookSentHint' : 'bookBoughtHint')}
          </p>
        </div>
      )}
    </>
  );
}

function cameAndWent({ shown, check }: BalanceView, screen: Screen): string {
  return screen.t('balanceFrom', [
    screen.units(check.bought, shown.unit, 16),
    screen.units(check.sent, shown.unit, 16),
  ]);
}
