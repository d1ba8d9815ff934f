import { worthOf } from '../../../utils/core/conversion.ts';
import { effectiveRates, keptShares, type Reconciled } from '../../../utils/core/payout.ts';
import type { PayoutDraft, UnitPayoutsView } from '../../../utils/core/payout-views.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { type Day, dayOf } from '../../../utils/core/time.ts';
import { units } from '../../../utils/core/units.ts';
import { dayWords } from '../../budgets/budget-words.ts';
import { formatShare } from '../../format.ts';
import { type Screen, unitWords } from '../../screen.ts';
import { rangeWords } from '../../worth-words.ts';

type Told = Omit<PayoutDraft, 'id'>;

/** What a unit came to: `$0.0045 a coin`, or `$0.0041 to $0.0045 a coin` where something was kept. */
export function payoutRateWords(payout: Told, screen: Screen): string {
  const { net, gross } = effectiveRates(payout);
  const each = worthOf(units(1), { least: net, most: gross });
  return screen.t(unitWords[payout.unit].each, [rangeWords(each, screen, screen.unitPrice)]);
}

/** What was kept on the way: `fees $2.50 (0.6%) · tax $40.00 (9.7%)`; empty where nothing was. */
export function keptWords(payout: Told, screen: Screen): string {
  const shares = keptShares(payout);
  if (shares === null) return '';
  const kept = (key: 'payoutFeesKept' | 'payoutTaxKept', minor: number, share: number) =>
    minor === 0
      ? ''
      : screen.t(key, [
          screen.money(moneyOfPrice({ ...payout.price, minor }), 16),
          formatShare(share, screen.locale),
        ]);
  return [
    kept('payoutFeesKept', payout.fees, shares.fees),
    kept('payoutTaxKept', payout.tax, shares.tax),
  ]
    .filter(Boolean)
    .join(' · ');
}

const today = ({ now, zone }: Screen): Day => dayOf(now, zone);

/** A day inside a sentence. */
export const payoutDay = (day: Day, screen: Screen): string => dayWords(day, today(screen), screen);

/** `You were paid for 91,200 coins; 91,040 were seen since Apr 4.` */
export function seenWords({ payout, days, seen }: Reconciled, screen: Screen): string {
  const { t } = screen;
  const [paid, saw] = [payout.units, seen].map((amount) => screen.units(amount, payout.unit, 20));
  const said = [paid ?? '', saw ?? ''];
  if (days.first === null) {
    return t('payoutSeenUntil', [...said, payoutDay(days.last, screen)]);
  }
  return days.told
    ? t('payoutSeenWithin', [...said, payoutDay(days.first, screen), payoutDay(days.last, screen)])
    : t('payoutSeenSince', [...said, payoutDay(days.first, screen)]);
}

/** What the difference may be; a difference is named and not explained away. */
export function differenceWords({ payout, difference }: Reconciled, screen: Screen): string {
  if (difference === 0) return screen.t('payoutAgrees');
  const amount = screen.units(Math.abs(difference), payout.unit, 20);
  return screen.t(difference > 0 ? 'payoutMorePaid' : 'payoutMoreSeen', [amount]);
}

/** What came in and was not paid out yet, with what it is worth, about. */
export function waitingWords(view: UnitPayoutsView, screen: Screen): string {
  const { unit, waiting, waitingSince, waitingWorth } = view;
  const amount = screen.units(waiting, unit, 20);
  if (waiting === 0 && waitingSince !== null) {
    return screen.t('payoutWaitingNone', [payoutDay(waitingSince, screen)]);
  }
  const seen =
    waitingSince === null
      ? screen.t('payoutWaiting', [amount])
      : screen.t('payoutWaitingSince', [amount, payoutDay(waitingSince, screen)]);
  return waitingWorth === null
    ? seen
    : [seen, screen.t('worthAbout', [rangeWords(waitingWorth, screen)])].join(' · ');
}
