import type { CurrencyCode } from '../../utils/core/ids.ts';
import type { PriceCheck, PriceReason, PriceVerdict } from '../../utils/core/price-check.ts';
import type { UnitId, Units } from '../../utils/core/units.ts';
import { formatSourceDate } from '../dates.ts';
import { formatShare } from '../format.ts';
import { type Screen, unitWords } from '../screen.ts';
import type { MessageKey } from '../text.ts';

/** What was claimed, as words need it. */
export interface Claimed {
  readonly unit: UnitId;
  readonly units: Units;
  readonly currency: CurrencyCode;
}

/** What to think of a price, in words: `calm`, nothing to do; `check`, look at who sells. */
export interface ClaimWords {
  readonly tone: 'calm' | 'check';
  readonly title: string;
  readonly sentence: string;
  readonly reasons: readonly string[];
}

const titles: Record<PriceVerdict, MessageKey> = {
  'plausible-web': 'claim_plausible_web',
  'plausible-app': 'claim_plausible_app',
  'between-web-and-app': 'claim_between',
  'above-known': 'claim_above',
  'below-official-floor': 'claim_below_floor',
  unofficial: 'claim_unofficial',
  unknown: 'claim_unknown',
};

const sentences: Record<PriceVerdict, MessageKey> = {
  'plausible-web': 'claimSays_plausible_web',
  'plausible-app': 'claimSays_plausible_app',
  'between-web-and-app': 'claimSays_between',
  'above-known': 'claimSays_above',
  'below-official-floor': 'claimSays_below_floor',
  unofficial: 'claimSays_unofficial',
  unknown: 'claimSays_unknown',
};

/** Says calmly what a price check found. It never speaks of a seller, only of a price. */
export function claimWords(check: PriceCheck, claimed: Claimed, screen: Screen): ClaimWords {
  const { verdict } = check;
  return {
    tone: verdict === 'unofficial' || verdict === 'below-official-floor' ? 'check' : 'calm',
    title: screen.t(titles[verdict]),
    sentence: screen.t(sentences[verdict], [claimed.currency]),
    reasons: check.reasons.map((reason) => reasonWords(reason, check, claimed, screen)),
  };
}

/** What costs anything at all is not all of a price under it. */
const MOST_UNDER = 990;

function reasonWords(
  reason: PriceReason,
  { perUnit, floor, underFloor }: PriceCheck,
  { unit, units, currency }: Claimed,
  screen: Screen,
): string {
  const { t, language, locale } = screen;
  const size = screen.units(units, unit);
  switch (reason) {
    case 'under-floor':
      return floor === null
        ? t('reason_under_floor_plain')
        : t('reason_under_floor', [
            t(unitWords[unit].each, [screen.unitPrice(perUnit)]),
            formatShare(Math.min(underFloor, MOST_UNDER) / 1000, locale),
            screen.unitPrice(floor.perUnit),
            formatSourceDate(floor.date, language) || t('dateUnknown'),
          ]);
    case 'one-cent-simplification':
      return t('reason_one_cent');
    case 'known-reseller-ratio':
      return t('reason_reseller_ratio');
    case 'no-such-package':
      return t('reason_no_package', [size]);
    case 'matches-a-package':
      return t('reason_package', [size]);
    case 'fits-app-only':
      return t('reason_app_only');
    case 'fits-web-only':
      return t('reason_web_only');
    case 'only-app-prices-known':
      return t('reason_only_app_known', [currency]);
    case 'no-official-price':
      return t('reason_no_price', [currency]);
  }
}
