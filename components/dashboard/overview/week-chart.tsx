import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { OverviewView } from '../../../utils/core/ledger-views.ts';
import { useScreen } from '../../screen.ts';
import { barFigure, type Measure } from './measure.ts';
import { SumTable } from './sum-table.tsx';
import { hourName, hourWords, weekdayName } from './week-words.ts';

const ROW = 22;
/** In per cent of the width, for the weekdays' names. */
const NAMES = 12;
const CELL = (100 - NAMES) / 24;

/** When in the week gifts are given: seven days by twenty-four hours. The table behind it says the same. */
export function WeekChart({ hours, measure }: Pick<OverviewView, 'hours'> & { measure: Measure }) {
  const screen = useScreen();
  const { t, language, direction } = screen;
  const most = Math.max(...hours.map(({ sum }) => measure(sum)));
  const x = (start: number, width: number) =>
    `${direction === 'rtl' ? 100 - start - width : start}%`;
  const inOrder = hours.toSorted((a, b) => a.of.weekday - b.of.weekday || a.of.hour - b.of.hour);
  return (
    <figure class="chart week">
      <svg aria-hidden="true" width="100%" height={7 * ROW + 20}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <g key={weekday}>
            <text x={direction === 'rtl' ? '100%' : '0'} y={(weekday - 1) * ROW + 14}>
              {weekdayName(weekday, language, 'short')}
            </text>
            <rect
              class="track"
              x={x(NAMES, 100 - NAMES)}
              y={(weekday - 1) * ROW}
              width={`${100 - NAMES}%`}
              height={ROW - 3}
              rx="3"
            />
          </g>
        ))}
        {inOrder.map(({ of, sum, filter }) => (
          <a key={`${of.weekday} ${of.hour}`} href={ledgerAddress(filter)} tabindex={-1}>
            <title>{`${hourWords(of, screen)}: ${barFigure(sum, screen)}`}</title>
            <rect
              x={x(NAMES + of.hour * CELL, CELL)}
              y={(of.weekday - 1) * ROW}
              width={`${CELL * 0.9}%`}
              height={ROW - 3}
              rx="3"
              fill-opacity={most === 0 ? 0.3 : 0.2 + 0.8 * (measure(sum) / most)}
            />
          </a>
        ))}
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={x(NAMES + hour * CELL, 0)} y={7 * ROW + 14}>
            {hourName(hour, language)}
          </text>
        ))}
      </svg>
      <SumTable
        column={t('columnHour')}
        bars={inOrder}
        keyOf={({ weekday, hour }) => `${weekday} ${hour}`}
        nameOf={(of) => hourWords(of, screen)}
      />
    </figure>
  );
}
