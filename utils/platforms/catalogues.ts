import * as z from 'zod/mini';
import type { GiftId, PlatformId } from '../core/ids.ts';
import type { Units } from '../core/units.ts';

const file = z.strictObject({
  unit: z.enum(['tiktok:coin']),
  asOf: z.string(),
  gifts: z.array(z.tuple([z.string(), z.int().check(z.positive()).brand<'Units'>(), z.string()])),
});

/** Every platform's `catalogue.json`, found by its name: gifts as [id, price, name]. */
const files: Record<string, unknown> = import.meta.glob('./*/catalogue.json', {
  eager: true,
  import: 'default',
});

const prices = new Map<string, Units>();

function load(): void {
  for (const [path, content] of Object.entries(files)) {
    const platform = path.split('/')[1] ?? '';
    for (const [id, price] of z.parse(file, content).gifts) {
      prices.set(`${platform}:${id}`, price);
    }
  }
}

/** The price of a gift in the shipped catalogue of 2026-11; null where it is not in there. */
export function cataloguePrice(platform: PlatformId, gift: GiftId): Units | null {
  if (prices.size === 0) load();
  return prices.get(`${platform}:${gift}`) ?? null;
}
