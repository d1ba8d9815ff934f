import { beginning, plusDays } from './budget-period.ts';
import type { AlertSettings } from './budget-views.ts';
import { dayOf, type EpochMs, epochMs, type TimeZone } from './time.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * Until when nothing is announced, where it is quiet at `at`; null where it is not. Quiet hours are told in the zone's
 * own clock, may pass midnight, and hold all day where they end when they begin.
 */
export function quietUntil(
  { quietHours, quietUntil: chosen }: Pick<AlertSettings, 'quietHours' | 'quietUntil'>,
  at: EpochMs,
  zone: TimeZone,
): EpochMs | null {
  const hours = quietHours === null ? null : endOfHours(quietHours, at, zone);
  const until = Math.max(chosen ?? 0, hours ?? 0);
  return until > at ? epochMs(until) : null;
}

function endOfHours(
  { from, to }: NonNullable<AlertSettings['quietHours']>,
  at: EpochMs,
  zone: TimeZone,
): EpochMs | null {
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const minute = clock.hour * 60 + clock.minute;
  const passesMidnight = to <= from;
  const quiet = passesMidnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!quiet) return null;
  const today = clock.toPlainDate();
  const endsTomorrow = (passesMidnight && minute >= from) || to === DAY_MINUTES;
  const endsOn = endsTomorrow ? today.add({ days: 1 }) : today;
  const end = endsOn
    .toPlainDateTime({ hour: Math.floor((to % DAY_MINUTES) / 60), minute: to % 60 })
    .toZonedDateTime(zone).epochMilliseconds;
  // A clock change may put the end before now.
  return epochMs(Math.max(end, at + MINUTE));
}

/** When tomorrow begins: the end of "quiet until tomorrow". */
export function tomorrowOf(at: EpochMs, zone: TimeZone): EpochMs {
  return beginning(plusDays(dayOf(at, zone), 1), zone);
}
