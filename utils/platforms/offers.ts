import * as z from 'zod/mini';
import { currencyCode } from '../core/money.ts';
import type { PackageOffer } from '../core/price-list.ts';
import { type UnitId, unitIds } from '../core/units.ts';

const unit = z.enum(unitIds);

const file = z.strictObject({
  unit,
  packages: z.array(
    z.strictObject({
      market: z.string().check(z.regex(/^[A-Z]{2}$/)),
      channel: z.enum(['web', 'app']),
      currency: z.pipe(z.string(), z.transform(currencyCode)),
      units: z.int().check(z.positive()).brand<'Units'>(),
      minor: z.int().check(z.positive()),
      status: z.enum(['official', 'community']),
      date: z.string(),
      source: z.string().check(z.minLength(1)),
    }),
  ),
});

/** Every platform's `packages.json`, found by its name: offers of units with source and date. */
const files: Record<string, unknown> = import.meta.glob('./*/packages.json', {
  eager: true,
  import: 'default',
});

/** Offers by the unit that they sell. Throws where a shipped file is damaged. */
export function shippedOffers(): ReadonlyMap<UnitId, readonly PackageOffer[]> {
  return new Map(
    Object.values(files).map((content) => {
      const { unit: sold, packages } = z.parse(file, content);
      return [sold, packages.map((offer) => ({ unit: sold, ...offer }))];
    }),
  );
}
