import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { OverviewView } from '../../../utils/core/ledger-views.ts';
import { useScreen } from '../../screen.ts';
import { isEmpty } from '../../sum-words.tsx';
import { barFigure, type Measure } from './measure.ts';
import { barName } from './period-words.ts';
import { SumTable } from './sum-table.tsx';

const HEIGHT = 140;
/** What is not nothing is seen. */
const LEAST = 2;

/**
 * One bar a day, or a month in a year. The table behind it says the same; the picture is for the eye and the mouse.
 * Percentages as lengths, so that it fits any width.
 */
export function DayChart({ days, measure }: Pick<OverviewView, 'days'> & { measure: Measure }) {
  const screen = useScreen();
  const { t, direction } = screen;
  const most = Math.max(...days.map(({ sum }) => measure(sum)));
  const step = 100 / days.length;
  return (
    <figure class="chart days">
      <svg aria-hidden="true" width="100%" height={HEIGHT + 22}>
        <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        {days.map(({ of, sum, filter }, index) => {
          const value = measure(sum);
          const height = value === 0 ? 0 : Math.max(LEAST, (value / most) * HEIGHT);
          const place = direction === 'rtl' ? days.length - 1 - index : index;
          return (
            <a key={of} href={ledgerAddress(filter)} tabindex={-1}>
              <title>{`${barName(of, screen)}: ${barFigure(sum, screen)}`}</title>
              <rect class="reach" x={`${place * step}%`} y="0" width={`${step}%`} height={HEIGHT} />
              <rect
                x={`${(place + 0.12) * step}%`}
                y={HEIGHT - height}
                width={`${step * 0.76}%`}
                height={height}
                rx="2"
              />
              {isLabelled(index, days.length) && (
                <text x={`${(place + 0.5) * step}%`} y={HEIGHT + 16} text-anchor="middle">
                  {barName(of, screen, 'narrow')}
                </text>
              )}
            </a>
          );
        })}
      </svg>
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
