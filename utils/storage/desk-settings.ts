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

/** What a creator chose about alerts, as stored. */
export const creatorAlertsSchema = z.object({
  bigGift: z.object({ on, unit, units: amount }),
  firstGift: z.object({ on }),
  returning: z.object({ on, afterDays: z.int().check(z.positive(), z.maximum(MOST_AFTER_DAYS)) }),
  spike: z.object({
    on,
    unit,
    times: z.int().check(z.positive(), z.maximum(MOST_TIMES)),
    least: amount,
  }),
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
