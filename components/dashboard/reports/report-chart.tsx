import type { Report } from '../../../utils/core/report.ts';
import { useScreen } from '../../screen.ts';
import { barFigure, measureOf } from '../overview/measure.ts';
import { partShort, partWords } from './report-words.ts';

const HEIGHT = 110;
/** What is not nothing is seen. */
const LEAST = 2;
/** Names under bars that there is room for on a narrow window. */
const MOST_NAMES = 8;

/** One bar for each part of a report. For the eye only: the table behind it says the same. */
export function ReportChart({ came, parts }: Pick<Report, 'came' | 'parts'>) {
  const screen = useScreen();
  const measure = measureOf({
    direction: 'received',
    total: { of: null, sum: came.gifts, filter: {} },
  });
  const most = Math.max(1, ...parts.map(({ gifts }) => measure(gifts)));
  const step = 100 / parts.length;
  const every = Math.ceil(parts.length / MOST_NAMES);
  return (
    <figure class="chart days">
      <svg aria-hidden="true" width="100%" height={HEIGHT + 22}>
        <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        {parts.map(({ time, gifts }, index) => {
          const value = measure(gifts);
          const height = value === 0 ? 0 : Math.max(LEAST, (value / most) * HEIGHT);
          const place = screen.direction === 'rtl' ? parts.length - 1 - index : index;
          const name = partWords(time, screen);
          return (
            <g key={name + String(index)}>
              <title>{`${name}: ${barFigure(gifts, screen)}`}</title>
              <rect
                x={`${(place + 0.12) * step}%`}
                y={HEIGHT - height}
                width={`${step * 0.76}%`}
                height={height}
                rx="2"
              />
              {index % every === 0 && (
                <text x={`${(place + 0.5) * step}%`} y={HEIGHT + 16} text-anchor="middle">
                  {partShort(time, screen)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
