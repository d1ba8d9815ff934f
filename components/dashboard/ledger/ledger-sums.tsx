import type { LedgerSum, LedgerView } from '../../../utils/core/ledger-views.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { ledgerBasis } from './basis.ts';

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
              <b>
                <bdi>{sumFigure(sent, screen)}</bdi>
              </b>
              <small>{sentParts(sent, screen).join(' · ')}</small>
            </dd>
          </div>
        )}
        {received.entries > 0 && (
          <div>
            <dt>{t('direction_received')}</dt>
            <dd>
              <b>
                <bdi>{amountsOf(received, screen) || t('basis_unknown')}</bdi>
              </b>
              <small>
                {[
                  screen.counted(received.gifts, 'gifts'),
                  worth === null ? '' : t('worthAbout', [screen.money(worth, 16)]),
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

/** Money where any is known, else the units. */
export function sumFigure(sum: LedgerSum, screen: Screen, fit = 20): string {
  return sum.money === null
    ? amountsOf(sum, screen) || screen.t('basis_unknown')
    : screen.money(sum.money, fit);
}

/** Each unit by itself: they are never added. */
export function amountsOf({ amounts }: LedgerSum, screen: Screen): string {
  return amounts.map(({ unit, units }) => screen.units(units, unit, 16)).join(' + ');
}

/** What stands under the figure of what was sent. */
export function sentParts(sum: LedgerSum, screen: Screen): string[] {
  return [
    sum.money === null ? '' : amountsOf(sum, screen),
    screen.counted(sum.gifts, 'gifts'),
    sum.money === null && sum.amounts.length === 0 ? '' : ledgerBasis(sum, screen),
    unpriced(sum, screen),
  ].filter(Boolean);
}

function unpriced(sum: LedgerSum, screen: Screen): string {
  return sum.unpriced === 0 ? '' : screen.counted(sum.unpriced, 'plusUnpriced');
}
