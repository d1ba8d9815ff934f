import type { OverviewPeriod } from '../../../utils/core/ledger-views.ts';
import { otherPeriod } from '../../../utils/core/overview-period.ts';
import { dayOf, type Month, monthOf } from '../../../utils/core/time.ts';
import { useScreen } from '../../screen.ts';
import { periodWords } from './period-words.ts';

/** The period that is shown, with the ways to the one before, the one after, and from month to year. */
export function PeriodSteps(props: {
  period: OverviewPeriod;
  addressOf(period: OverviewPeriod): string;
}) {
  const screen = useScreen();
  const { t, now, zone } = screen;
  const { period, addressOf } = props;
  const thisMonth = monthOf(dayOf(now, zone));
  const month: Month =
    period.kind === 'month'
      ? period.month
      : String(period.year) === thisMonth.slice(0, 4)
        ? thisMonth
        : (`${period.year}-12` as Month);
  const year = period.kind === 'year' ? period.year : Number(period.month.slice(0, 4));
  const at = (current: boolean) => (current ? { 'aria-current': 'true' as const } : {});
  return (
    <>
      <nav aria-label={t('filterPeriod')} class="steps">
        <a class="button quiet" href={addressOf(otherPeriod(period, -1))}>
          <span class="arrow" aria-hidden="true" />
          <span class="unseen">{t('periodBefore')}</span>
        </a>
        <h3 aria-live="polite">{periodWords(period, screen)}</h3>
        <a class="button quiet" href={addressOf(otherPeriod(period, 1))}>
          <span class="arrow next" aria-hidden="true" />
          <span class="unseen">{t('periodAfter')}</span>
        </a>
      </nav>
      <ul class="switches">
        <li>
          <a href={addressOf({ kind: 'month', month })} {...at(period.kind === 'month')}>
            {t('periodMonth')}
          </a>
        </li>
        <li>
          <a href={addressOf({ kind: 'year', year })} {...at(period.kind === 'year')}>
            {t('periodYear')}
          </a>
        </li>
      </ul>
    </>
  );
}
