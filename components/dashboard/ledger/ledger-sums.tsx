import type { LedgerSum, LedgerView } from '../../../utils/core/ledger-views.ts';
import { basisWords } from '../../basis-words.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { figureOf, isAllUnpriced, unitsWords } from '../../sum-words.tsx';
import { rangeWords } from '../../worth-words.ts';

/** What the wanted entries add up to: money first, each unit by itself, and how it is known. */
export function LedgerSumsPanel({ view }: { view: LedgerView }) {
  const screen = useScreen();
  const { t } = screen;
  const { sums, counting, count } = view;
  if (sums === null) return null;
  const { sent, received, worth } = sums;
  return (
    <section class="ledger-sums" aria-label={t('sumsTitle')} aria-busy={counting}>
      <p class="counted">
        <b>{screen.counted(count, 'entries')}</b>
        <span role="status">{counting ? t('counting') : ''}</span>
      </p>
      <dl>
        {sent.entries > 0 && (
          <div>
            <dt>{t('direction_sent')}</dt>
            <dd>
              <b class="sum">
                <bdi>{figureOf(sent, sent.money, screen, 20).short}</bdi>
              </b>
              <small>{sentParts(sent, screen).join(' · ')}</small>
            </dd>
          </div>
        )}
        {received.entries > 0 && (
          <div>
            <dt>{t('direction_received')}</dt>
            <dd>
              <b class="sum">
                <bdi>{figureOf(received, null, screen, 40).short}</bdi>
              </b>
              <small>
                {[
                  screen.counted(received.gifts, 'gifts'),
                  worth === null ? '' : t('worthAbout', [rangeWords(worth, screen)]),
                  unpriced(received, screen),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** What stands under the figure of what was sent. */
export function sentParts(sum: LedgerSum, screen: Screen): string[] {
  return [
    sum.money === null ? '' : unitsWords(sum, sum.money, screen, 16),
    screen.counted(sum.gifts, 'gifts'),
    isAllUnpriced(sum) ? '' : basisWords(sum, screen),
    unpriced(sum, screen),
  ].filter(Boolean);
}

function unpriced(sum: LedgerSum, screen: Screen): string {
  return sum.unpriced === 0 ? '' : screen.counted(sum.unpriced, 'plusUnpriced');
}
