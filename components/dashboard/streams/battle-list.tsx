import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { BattleView } from '../../../utils/core/stream-views.ts';
import { formatLength, formatTime, formatTimes } from '../../dates.ts';
import { useScreen } from '../../screen.ts';
import { barFigure } from '../overview/measure.ts';

/** Battles with what came in within their time. Their scores are no money and are not told. */
export function BattleList({ battles }: { battles: readonly BattleView[] }) {
  const screen = useScreen();
  const { t, language } = screen;
  return (
    <section class="panel">
      <h3>{t('battles')}</h3>
      <p class="under">{t('battlesMean')}</p>
      <ul class="rows">
        {battles.map(({ battle, end, gifts, filter }) => (
          <li key={`${battle.battle} ${battle.from}`}>
            <b>
              {end === null
                ? t('battleFrom', [formatTime(battle.from, screen)])
                : formatTimes({ from: battle.from, to: end }, screen)}
            </b>
            <b class="amount">
              {gifts === null ? (
                end !== null && <span class="unseen">{t('loading')}</span>
              ) : gifts.entries === 0 || filter === null ? (
                t('noGifts')
              ) : (
                <a href={ledgerAddress(filter)}>
                  <bdi>{barFigure(gifts, screen)}</bdi>
                </a>
              )}
            </b>
            <small>
              {end === null ? t('battleOpen') : formatLength(end - battle.from, language)}
            </small>
            {gifts !== null && gifts.entries > 0 && (
              <small class="amount">{screen.counted(gifts.gifts, 'gifts', 9)}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
