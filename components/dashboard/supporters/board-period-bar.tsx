import { plusDays } from '../../../utils/core/budget-period.ts';
import type { BoardView } from '../../../utils/core/supporter-views.ts';
import { boardAddress, boardPeriods } from '../../../utils/core/supporters-address.ts';
import { useScreen } from '../../screen.ts';
import { boardTitle } from './supporter-words.ts';

/** Of which time a leaderboard is, and the ways to the time before and after, each at an address of its own. */
export function BoardPeriodBar({ view }: { view: BoardView }) {
  const screen = useScreen();
  const { t } = screen;
  const { address, span, today } = view;
  return (
    <div class="bar period">
      <ul class="switches wrap">
        {boardPeriods.map((period) => (
          <li key={period}>
            <a
              href={boardAddress({ ...address, period })}
              {...(period === address.period ? { 'aria-current': 'true' as const } : {})}
            >
              {t(`boardPeriod_${period}`)}
            </a>
          </li>
        ))}
      </ul>
      {span !== null && (
        <nav aria-label={t('filterPeriod')} class="steps">
          <a class="button quiet" href={boardAddress({ ...address, on: plusDays(span.first, -1) })}>
            <span class="arrow" aria-hidden="true" />
            <span class="unseen">{t('periodBefore')}</span>
          </a>
          <h3 aria-live="polite">{boardTitle(view, screen)}</h3>
          {span.last < today && (
            <a class="button quiet" href={boardAddress({ ...address, on: plusDays(span.last, 1) })}>
              <span class="arrow next" aria-hidden="true" />
              <span class="unseen">{t('periodAfter')}</span>
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
