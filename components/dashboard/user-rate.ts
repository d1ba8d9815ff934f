import type { DashboardView } from '../../utils/core/dashboard-views.ts';
import type { UnitRate } from '../../utils/core/money.ts';
import { unitPrice, unitRate } from '../../utils/core/price-book.ts';
import { marketName } from '../popup/price-words.ts';
import { type Screen, unitWords } from '../screen.ts';

/** What a coin costs this user: what was paid on average, else the listed price; null where neither is known. */
export function userRate({ own, listed }: Pick<DashboardView, 'own' | 'listed'>): UnitRate | null {
  if (own !== null) return own.rate;
  return listed === null ? null : unitRate(listed);
}

/** Which price that is, in words. */
export function userRateWords(
  { unit, own, listed }: Pick<DashboardView, 'unit' | 'own' | 'listed'>,
  { t, unitPrice: write, language }: Screen,
): string {
  const { each } = unitWords[unit];
  if (own !== null) {
    return t('atOwnAverage', [t(each, [write(own.perUnit)])]);
  }
  if (listed === null) {
    return t('noPriceHintDashboard');
  }
  const market = marketName(listed.market, language);
  const place = t(listed.channel === 'web' ? 'marketWeb' : 'marketApp', [market]);
  return t('atListed', [t(each, [write(unitPrice(listed))]), place]);
}
