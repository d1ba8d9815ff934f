import { type EpochMs, epochMs, type TimeZone } from './time.ts';

/** How long gifts can be paused with one press. */
export const coolOffChoices = ['hour', 'morning', 'week'] as const;
export type CoolOffChoice = (typeof coolOffChoices)[number];

/** The hour of the day at which a pause until a morning ends. */
const MORNING = 9;

/**
 * When a pause that begins at `now` ends: after an hour, or at nine in the morning of the next day or of the day a
 * week from now, in `zone`. Where a clock change skips that hour, at the moment that follows.
 */
export function coolOffUntil(choice: CoolOffChoice, now: EpochMs, zone: TimeZone): EpochMs {
  if (choice === 'hour') return epochMs(now + 3_600_000);
  const day = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: choice === 'morning' ? 1 : 7 });
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: { hour: MORNING } });
  return epochMs(end.epochMilliseconds);
}
