import type { GiftCost, HoldReason, Measure } from '../../utils/core/guard.ts';
import { formatUntil } from '../dates.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';

/** Longer amounts are shortened. */
const FIT = 16;

/** What a gift costs, as the title of what is asked. `gift` is its name, empty where that is not known. */
export function costTitle(gift: string, cost: GiftCost, screen: Screen): string {
  const { t } = screen;
  const name = safeText(gift);
  const named = name === '' ? [] : [isolate(name)];
  if (cost.money !== null) {
    const money = screen.money(cost.money, FIT);
    return t(name === '' ? 'guardCostsUnnamed' : 'guardCosts', [...named, money]);
  }
  if (cost.units !== null) {
    const coins = screen.units(cost.units, cost.unit, FIT);
    return t(name === '' ? 'guardCostsUnitsUnnamed' : 'guardCostsUnits', [...named, coins]);
  }
  return t(name === '' ? 'guardCostsUnknownUnnamed' : 'guardCostsUnknown', named);
}

/** Why a gift is held, in a sentence or two. */
export function reasonWords(reason: HoldReason, screen: Screen): string {
  const { t, now, zone } = screen;
  switch (reason.kind) {
    case 'cool-off':
      return t('guardCoolOff', [formatUntil(reason.until, now, zone, screen)]);
    case 'large':
      return t('guardLarge', [measureWords(reason.limit, screen)]);
    case 'budget': {
      const { name, limit, left } = reason.budget;
      const [over, most] = [measureWords(reason.overBy, screen), measureWords(limit, screen)];
      const named = safeText(name);
      const sentence =
        named === ''
          ? t('guardOverUnnamed', [over, most])
          : t('guardOver', [over, isolate(named), most]);
      const rest = isAbove(left) ? t('guardLeft', [measureWords(left, screen)]) : t('guardUsedUp');
      return `${sentence} ${rest}`;
    }
  }
}

function measureWords(measure: Measure, screen: Screen): string {
  return measure.in === 'money'
    ? screen.money(measure.money, FIT)
    : screen.units(measure.units, measure.unit, FIT);
}

function isAbove(measure: Measure): boolean {
  return (measure.in === 'money' ? measure.money.amount : measure.units) > 0;
}
