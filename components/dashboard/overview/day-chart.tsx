import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { OverviewView } from '../../../utils/core/ledger-views.ts';
import { useScreen } from '../../screen.ts';
import { isEmpty } from '../../sum-words.tsx';
import { Columns } from './columns.tsx';
import { barFigure, type Measure } from './measure.ts';
import { barName } from './period-words.ts';
import { SumTable } from './sum-table.tsx';

const HEIGHT = 140;

/** One bar a day, or a month in a year. The table behind it says the same. */
export function DayChart({ days, measure }: Pick<OverviewView, 'days'> & { measure: Measure }) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <figure class="chart days">
      <Columns
        height={HEIGHT}
        columns={days.map(({ of, sum, filter }, index) => ({
          key: of,
          value: measure(sum),
          title: `${barName(of, screen)}: ${barFigure(sum, screen)}`,
          href: ledgerAddress(filter),
          label: isLabelled(index, days.length) ? barName(of, screen, 'narrow') : '',
        }))}
      />
      <SumTable
        column={t('columnDay')}
        bars={days.filter(({ sum }) => !isEmpty(sum))}
        keyOf={(of) => of}
        nameOf={(of) => barName(of, screen)}
      />
    </figure>
  );
}

/** Every bar of a year, every fifth of a month. */
function isLabelled(index: number, count: number): boolean {
  return count <= 12 || index === 0 || (index + 1) % 5 === 0;
}
