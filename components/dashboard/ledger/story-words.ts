import type { Story } from '../../../utils/core/ledger-views.ts';
import { offerPrice } from '../../../utils/core/price-list.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { gapsIn, spanLength } from '../../../utils/core/spans.ts';
import { formatMoment, formatSourceDate } from '../../dates.ts';
import { formatCount } from '../../format.ts';
import { isolate, safeText } from '../../names.ts';
import { marketName } from '../../popup/price-words.ts';
import type { Screen } from '../../screen.ts';
import type { MessageKey } from '../../text.ts';

/** A part of a payment's story: what it answers, and the sentences that do. */
export interface StoryPart {
  readonly title: MessageKey;
  readonly lines: readonly string[];
}

/** Gaps that are told one by one; more are told as a number. */
const MOST_GAPS = 3;

/** A payment's story in sentences: what was seen, how it was counted, and what it cost by which price. */
export function storyParts(story: Story, screen: Screen): readonly StoryPart[] {
  const parts: StoryPart[] = [
    { title: 'storySeen', lines: seenLines(story, screen) },
    { title: 'storyCounted', lines: countedLines(story, screen) },
    { title: 'storyAmount', lines: amountLines(story, screen) },
    { title: 'storyCost', lines: costLines(story, screen) },
    { title: 'storyYours', lines: yourLines(story, screen) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function seenLines({ row, lastAt, onPage, onSend, byHand }: Story, screen: Screen): string[] {
  const { t, zone, language } = screen;
  const moment = (at: typeof lastAt) => formatMoment(at, zone, language);
  if (byHand) return [t('storyByHand', [moment(row.at)])];
  return [
    row.at === lastAt
      ? t('storySeenAt', [moment(row.at)])
      : t('storySeenBetween', [moment(row.at), moment(lastAt)]),
    onPage ? t('storyOnPage') : '',
    row.observed ? t('storyObserved') : '',
    onSend ? t(onPage ? 'storyOnSend' : 'storyOnSendOnly') : '',
  ].filter(Boolean);
}

function countedLines({ row, added, disputed, byHand }: Story, screen: Screen): string[] {
  const { t, locale } = screen;
  if (byHand) return [];
  const number = (count: number) => formatCount(count, locale);
  const told = spanLength(added);
  const gaps = gapsIn(added, row.count);
  const lines = [row.count === 1 ? t('storyOnce') : t('storyTimes', [number(row.count)])];
  if (row.count > 1 && told === row.count) lines.push(t('storyNoGap'));
  if (told > 0 && told < row.count) {
    const ranges = gaps.map(({ first, last }) =>
      first === last ? number(first) : t('range', [number(first), number(last)]),
    );
    lines.push(
      gaps.length > MOST_GAPS
        ? t('storyManyGaps', [number(told), number(row.count)])
        : t('storyGaps', [number(told), number(row.count), ranges.join(', ')]),
    );
  }
  if (told === 0 && row.count > 1) lines.push(t('storyNothingAdded'));
  if (disputed) lines.push(t('storyDisputed'));
  lines.push(t(`storyState_${row.state}`));
  return lines;
}

function amountLines(story: Story, screen: Screen): string[] {
  const { row, unitPrice, assumedPrice, correction, byHand } = story;
  const { t } = screen;
  const { unit, units } = row;
  if (unit === null || units === null) return [t('storyNoUnitPrice')];
  const told = (amount: number) => screen.units(amount, unit);
  if (correction?.units !== undefined) return [t('storyAmountYours', [told(units)])];
  if (byHand) return [t('storyAmountByHand', [told(units)])];
  const price = unitPrice ?? assumedPrice;
  if (price === null) return [];
  const from = t(unitPrice === null ? 'storyPriceAssumed' : 'storyPriceTold', [told(price)]);
  return row.count === 1
    ? [from]
    : [from, t('storyProduct', [formatCount(row.count, screen.locale), told(price), told(units)])];
}

function costLines(story: Story, screen: Screen): string[] {
  const { row, cost, correction, drawn, listed, rateDay } = story;
  const { t } = screen;
  if (row.correction === 'void') return [t('storyVoid')];
  if (row.direction === 'received') return [t('storyReceived')];
  if (correction?.price !== undefined) {
    return [t('storyPriceYours', [screen.money(moneyOfPrice(correction.price))])];
  }
  const { unit } = row;
  if (cost === null || unit === null) return [t('storyCostUnknown')];
  const part = (amount: number) =>
    screen.money({ currency: cost.currency, scale: cost.scale, amount });
  const lines: string[] = [];
  if (cost.paidUnits > 0) {
    lines.push(t('storyPaid', [screen.units(cost.paidUnits, unit), part(cost.paid)]));
    for (const { units, price } of drawn?.parts ?? []) {
      const from = screen.units(units, unit);
      lines.push(
        price === null
          ? t('storyDrawnUnknown', [from])
          : t('storyDrawn', [from, screen.money(price)]),
      );
    }
  }
  if (cost.listedUnits > 0) {
    lines.push(t('storyListed', [screen.units(cost.listedUnits, unit), part(cost.listed)]));
    if (listed !== null) {
      lines.push(
        t('storyListedFrom', [
          screen.units(listed.units, unit),
          screen.money(offerPrice(listed)),
          t(listed.channel === 'web' ? 'marketWeb' : 'marketApp', [
            marketName(listed.market, screen.language),
          ]),
          formatSourceDate(listed.date, screen.language) || t('dateUnknown'),
          isolate(safeText(listed.source) || t('status_own')),
        ]),
      );
    }
    if (rateDay !== null) {
      lines.push(t('storyRate', [formatSourceDate(rateDay, screen.language)]));
    }
  }
  if (cost.unpricedUnits > 0) {
    lines.push(t('storyUnpriced', [screen.units(cost.unpricedUnits, unit)]));
  }
  return lines;
}

function yourLines({ row, note }: Story, { t }: Screen): string[] {
  const said = safeText(note);
  return [
    row.correction === 'corrected' ? t('storyCorrected') : '',
    said === '' ? '' : t('storyNote', [isolate(said)]),
  ].filter(Boolean);
}
