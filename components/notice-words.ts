import type { Notice, OffersLearned } from '../utils/core/notices.ts';
import type { Purchase } from '../utils/core/purchase.ts';
import { moneyOfPrice } from '../utils/core/scaled.ts';
import { formatDay } from './dates.ts';
import { isolate, safeText } from './names.ts';
import { marketName } from './popup/price-words.ts';
import type { Screen } from './screen.ts';

/** A notice in words. */
export interface NoticeWords {
  readonly title: string;
  /** What it is about, in one line. */
  readonly what: string;
  /** More of it; empty for nothing. */
  readonly more: string;
  /** When, and where it is known from. */
  readonly when: string;
}

/** What a notice tells: what was learned, from where, and when. */
export function noticeWords({ about, at }: Notice, screen: Screen): NoticeWords {
  const day = formatDay(at, screen.now, screen.zone, screen.language);
  return about.type === 'purchase'
    ? { ...purchaseWords(about.purchase, screen), when: day }
    : {
        ...offersWords(about.offers, screen),
        when: screen.t('noticeSeenOn', [isolate(safeText(about.offers.source)), day]),
      };
}

function purchaseWords({ units, unit, price, channel }: Purchase, screen: Screen) {
  const { t } = screen;
  return {
    title: t('noticePurchase'),
    what: t('noticePurchaseWhat', [
      screen.units(units, unit),
      screen.money(moneyOfPrice(price)),
      t(`bought_${channel}`),
    ]),
    more: '',
  };
}

function offersWords(offers: OffersLearned, screen: Screen) {
  const { t, language } = screen;
  const { packages, market, currency, unit } = offers;
  const byUnits = packages.toSorted((a, b) => a.units - b.units);
  const told = [byUnits[0], byUnits.length > 1 ? byUnits.at(-1) : undefined].flatMap((each) =>
    each === undefined
      ? []
      : [screen.units(each.units, unit), screen.money(moneyOfPrice({ currency, ...each }))],
  );
  return {
    title: t('noticeOffers'),
    what: t('noticeOffersWhat', [
      screen.counted(packages.length, 'packages'),
      market === '' ? t('personUnknown') : marketName(market, language),
      currency,
    ]),
    more:
      told.length === 0 ? '' : t(told.length > 2 ? 'noticeOffersRange' : 'noticeOffersOne', told),
  };
}
