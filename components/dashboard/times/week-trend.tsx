import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import { addDays, type Day } from '../../../utils/core/time.ts';
import type { TimesView } from '../../../utils/core/times-views.ts';
import { formatDate } from '../../dates.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { Columns } from '../overview/columns.tsx';
import { barFigure, type Measure } from '../overview/measure.ts';
import { SumTable } from '../overview/sum-table.tsx';

const HEIGHT = 120;
/** As many as have room on a narrow window. */
const LABELS = 4;

/** What came in week by week. The table behind it says the same. */
export function WeekTrend({ weeks, measure }: Pick<TimesView, 'weeks'> & { measure: Measure }) {
  const screen = useScreen();
  const step = Math.max(1, Math.ceil(weeks.length / LABELS));
  return (
    <figure class="chart weeks">
      <Columns
        height={HEIGHT}
        columns={weeks.map(({ of, sum, filter }, index) => ({
          key: of,
          value: measure(sum),
          title: `${weekWords(of, screen)}: ${barFigure(sum, screen)}`,
          href: ledgerAddress(filter),
          label: index % step === 0 ? dayWords(of, screen) : '',
        }))}
      />
      <SumTable
        column={screen.t('columnWeek')}
        bars={weeks}
        keyOf={(of) => of}
        nameOf={(of) => weekWords(of, screen)}
      />
    </figure>
  );
}

function dayWords(day: Day, { language }: Screen): string {
  return formatDate(day, language, { month: 'short', day: 'numeric' });
}

function weekWords(first: Day, screen: Screen): string {
  return screen.t('weekFromTo', [dayWords(first, screen), dayWords(addDays(first, 6), screen)]);
}
