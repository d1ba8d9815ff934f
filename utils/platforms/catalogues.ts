import * as z from 'zod/mini';
import type { GiftId, PlatformId } from '../core/ids.ts';
import { type Units, unitIds } from '../core/units.ts';

const file = z.strictObject({
  unit: z.enum(unitIds),
  asOf: z.string(),
  gifts: z.array(
    z.tuple(
      [z.string(), z.int().check(z.positive()).brand<'Units'>(), z.string()],
      z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    ),
  ),
});

/** Every platform's `catalogue.json`, found by its name: gifts as [id, price, name, keys of pictures …]. */
const files: Record<string, unknown> = import.meta.glob('./*/catalogue.json', {
  eager: true,
  import: 'default',
});

/** A gift of the shipped catalogue. */
export interface CatalogueGift {
  readonly platform: string;
  readonly id: string;
  readonly price: Units;
  readonly name: string;
  /** Keys of its pictures. */
  readonly pictures: readonly string[];
}

const prices = new Map<string, Units>();
const pictures = new Map<PlatformId, Map<string, Set<Units>>>();
const gifts: CatalogueGift[] = [];

function load(): void {
  for (const [path, content] of Object.entries(files)) {
    const platform = path.split('/')[1] as PlatformId;
    const byPicture = new Map<string, Set<Units>>();
    for (const [id, price, name, ...keys] of z.parse(file, content).gifts) {
      prices.set(`${platform}:${id}`, price);
      gifts.push({ platform, id, price, name, pictures: keys });
      for (const key of keys) {
        byPicture.set(key, (byPicture.get(key) ?? new Set()).add(price));
      }
    }
    pictures.set(platform, byPicture);
  }
}

/** The price of a gift in the shipped catalogue of 2026-11; null where it is not in there. */
export function cataloguePrice(platform: PlatformId, gift: GiftId): Units | null {
  if (prices.size === 0) load();
  return prices.get(`${platform}:${gift}`) ?? null;
}

/** The prices of the gifts that the shipped catalogue knows by their pictures, by the picture's key. */
export function cataloguePictures(platform: PlatformId): ReadonlyMap<string, ReadonlySet<Units>> {
  if (prices.size === 0) load();
  return pictures.get(platform) ?? new Map();
}

/** Every gift of the shipped catalogue. Names are not keys: some stand for several gifts. */
export function catalogueGifts(): readonly CatalogueGift[] {
  if (prices.size === 0) load();
  return gifts;
}
