import type { PricesSeen } from '../../core/gift-event.ts';
import type { GiftId } from '../../core/ids.ts';
import { at, type Json, listAt, numberAt, textAt } from '../json.ts';
import { checkedId, checkedUnits, keptAddress, keptName } from '../limits.ts';

type ListedGift = PricesSeen['gifts'][number];

/** One gift of the list; null where id or price are missing, absurd or in points. */
function readGift(gift: Json): ListedGift | null {
  const price = numberAt(gift, 'diamond_count');
  const points = at(gift, 'ug_gift_info', 'is_ug_gift');
  if (price === null || price <= 0 || points === true) {
    return null;
  }
  const [icon] = listAt(gift, 'image', 'url_list');
  try {
    return {
      id: checkedId(textAt(gift, 'id')) as GiftId,
      name: keptName(textAt(gift, 'name')),
      price: checkedUnits(price),
      icon: keptAddress(typeof icon === 'string' ? icon : ''),
    };
  } catch {
    return null;
  }
}

/**
 * Answer of `/webcast/gift/list/`: `data` {gifts, pages[].gifts}, each {id, name, diamond_count, image}. A gift that
 * stands on several pages comes once.
 */
export function readGiftList(data: Json): PricesSeen | null {
  const pages = listAt(data, 'data', 'pages').flatMap((page) => listAt(page, 'gifts'));
  const gifts = new Map<GiftId, ListedGift>();
  for (const row of [...pages, ...listAt(data, 'data', 'gifts')]) {
    const gift = readGift(row);
    if (gift !== null) {
      gifts.set(gift.id, gift);
    }
  }
  return gifts.size === 0
    ? null
    : { type: 'prices', platform: 'tiktok', unit: 'tiktok:coin', gifts: [...gifts.values()] };
}
