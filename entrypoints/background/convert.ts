import { ownPriceView } from '../../components/conversion.ts';
import type { ConverterRates } from '../../utils/core/converter-view.ts';
import type { GiftPrice } from '../../utils/core/dashboard-views.ts';
import { findGifts } from '../../utils/core/gift-search.ts';
import { type PlatformId, platformIds } from '../../utils/core/ids.ts';
import { platformOfUnit, unitIds } from '../../utils/core/units.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { onMessage } from '../../utils/messaging/protocol.ts';
import { catalogueGifts } from '../../utils/platforms/catalogues.ts';
import { readOperated } from '../../utils/storage/book.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { ownPriceIn } from '../../utils/storage/own-price.ts';
import { pricedBy } from '../../utils/storage/prices.ts';
import { readSettings } from '../../utils/storage/settings.ts';
import { priceView } from '../popup/popup-view.ts';
import { currentCosts, knownPrices } from './prices.ts';
import { isOwnPage, senderFrame } from './sender.ts';

/** Gifts that are told of at once. */
const MOST_FOUND = 4;
/** Longer names are not looked for. */
const LONGEST_NAME = 60;

/** Answers the converters of overlays and of the popup: prices, and gifts by name. */
export function answerConverters(database: LedgerDatabase): void {
  onMessage('converterRates', ({ sender }) =>
    converterRates(database, senderFrame(sender).platform),
  );
  onMessage('findGifts', async ({ data, sender }) => {
    const platform = isOwnPage(sender)
      ? platformNamed(data.platform)
      : senderFrame(sender).platform;
    const typed = String(data.typed).slice(0, LONGEST_NAME);
    return findGifts(await knownGifts(database, platform), typed, MOST_FOUND);
  });
}

const platformNamed = (name: unknown): PlatformId =>
  platformIds.find((each) => each === name) ?? platformIds[0];

async function converterRates(
  database: LedgerDatabase,
  platform: PlatformId,
): Promise<ConverterRates> {
  const unit = unitIds.find((each) => platformOfUnit[each] === platform) ?? unitIds[0];
  const context = await currentCosts(database);
  const { purchases, ownWorths, payouts } = await readOperated(database);
  const own = ownPriceIn(context, purchases, unit);
  const { offers } = await knownPrices(database);
  const { price } = await readSettings();
  const listed = pricedBy(offers, price, navigator.language).get(unit);
  return {
    price: ownPriceView(own, unit) ?? priceView(listed),
    worth: worthRates(ownWorths, payouts)(unit),
  };
}

/** A platform's gifts with names and prices: what its pages showed here wins over the shipped catalogue. */
export async function knownGifts(
  { gifts }: LedgerDatabase,
  platform: PlatformId,
): Promise<readonly GiftPrice[]> {
  const known = new Map<string, GiftPrice>();
  for (const gift of catalogueGifts()) {
    if (gift.platform === platform) {
      known.set(gift.id, { id: gift.id, name: gift.name, units: gift.price });
    }
  }
  await gifts
    .where('[platform+id]')
    .between([platform, ''], [platform, '\uffff'])
    .each(({ id, name, price }) => {
      const before = known.get(id);
      const cost = price ?? before?.units;
      if (cost !== undefined)
        known.set(id, { id, name: name || (before?.name ?? ''), units: cost });
    });
  return [...known.values()].filter(({ name }) => name !== '');
}
