import { grossOf, type Payout } from '../../../utils/core/payout.ts';
import type { Report } from '../../../utils/core/report.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { dayOf } from '../../../utils/core/time.ts';
import { platformOfUnit } from '../../../utils/core/units.ts';
import { safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { ReportTable } from './report-table.tsx';
import { dateWords } from './report-words.ts';

/** What was paid out in a report's time: money that arrived, and what was kept on the way. */
export function PayoutPart({ report }: { report: Report }) {
  const screen = useScreen();
  const { t } = screen;
  const { asked, payouts, creator } = report;
  if (asked.kind === 'stream' || asked.kind === 'agency' || creator !== null) return null;
  if (payouts.length === 0) return <p class="none">{t('reportNoPayouts')}</p>;
  const money = (of: Payout, minor: number) =>
    screen.money(moneyOfPrice({ ...of.price, minor }), 18);
  return (
    <ReportTable
      title={t('payoutsTitle')}
      rows={payouts}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('fieldDate'),
          cell: ({ at, note }) => (
            <>
              {dateWords(dayOf(at, screen.zone), screen)}
              {safeText(note) !== '' && (
                <small>
                  <bdi>{safeText(note)}</bdi>
                </small>
              )}
            </>
          ),
        },
        {
          title: t('reportColumnFor'),
          amount: true,
          cell: ({ unit, units }) => (
            <>
              {screen.units(units, unit, 18)}
              <small>{safeText(t(`platform_${platformOfUnit[unit]}`))}</small>
            </>
          ),
        },
        {
          title: t('reportColumnGross'),
          amount: true,
          cell: (each) => money(each, grossOf(each).minor),
        },
        { title: t('payoutFees'), amount: true, cell: (each) => money(each, each.fees) },
        { title: t('payoutTax'), amount: true, cell: (each) => money(each, each.tax) },
        { title: t('payoutArrived'), amount: true, cell: (each) => money(each, each.price.minor) },
      ]}
    />
  );
}
