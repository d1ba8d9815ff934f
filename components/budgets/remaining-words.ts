import { formatCount } from '../format.ts';
import type { Screen } from '../screen.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something takes, in its largest unit that tells enough: `24 h`, `3 days`, `20 min`. Rounded up. */
export function remainingWords(ms: number, { plural, locale }: Screen): string {
  const [size, key] =
    ms > 2 * DAY
      ? ([DAY, 'forDays'] as const)
      : ms > HOUR
        ? ([HOUR, 'forHours'] as const)
        : ([MINUTE, 'forMinutes'] as const);
  const count = Math.max(1, Math.ceil(ms / size));
  return plural(count, key, formatCount(count, locale));
}
