import * as z from 'zod/mini';
import { MOST_AFTER_DAYS, MOST_TIMES } from '../core/creator-alert-settings.ts';
import {
  popoutBackgrounds,
  popoutSizes,
  popoutThemes,
  popoutWidgets,
} from '../core/desk-settings.ts';
import { unitIds } from '../core/units.ts';

const on = z.boolean();
const unit = z.enum(unitIds);
const amount = z.int().check(z.positive()).brand<'Units'>();

const currency = z
  .string()
  .check(z.regex(/^[A-Z]{3}$/))
  .brand<'CurrencyCode'>();

/** From how much on something is much. */
const thresholds = z.object({
  units: z.partialRecord(unit, amount),
  money: z.nullable(z.object({ currency, minor: z.int().check(z.positive()) })),
});

/** As it was stored when there was one unit only. */
const bigGiftOfOneUnit = z.pipe(
  z.object({ on, unit, units: amount }),
  z.transform(({ on, unit, units }) => ({ on, least: { units: { [unit]: units }, money: null } })),
);
const times = z.int().check(z.positive(), z.maximum(MOST_TIMES));
const spikeOfOneUnit = z.pipe(
  z.object({ on, unit, times, least: amount }),
  z.transform(({ on, unit, times, least }) => ({
    on,
    times,
    least: { units: { [unit]: least }, money: null },
  })),
);

/** What a creator chose about alerts, as stored. */
export const creatorAlertsSchema = z.object({
  bigGift: z.union([z.object({ on, least: thresholds }), bigGiftOfOneUnit]),
  firstGift: z.object({ on }),
  returning: z.object({ on, afterDays: z.int().check(z.positive(), z.maximum(MOST_AFTER_DAYS)) }),
  spike: z.union([z.object({ on, times, least: thresholds }), spikeOfOneUnit]),
  notifications: z.boolean(),
  sound: z.boolean(),
});

/** How the pop-out of the live desk looks, as stored. */
export const popoutSchema = z.object({
  background: z.enum(popoutBackgrounds),
  theme: z.enum(popoutThemes),
  size: z.enum(popoutSizes),
  widgets: z.array(z.enum(popoutWidgets)),
});
