/** Reads what a day is called above its messages, which is the only date that /a/ shows of a service message. */
import { latinDigits } from '../number-text.ts';

const DAY_MS = 86_400_000;

/**
 * The last moment of the day that `text` names in one of `languages`, in the zone of this device, by whose calendar the
 * page names days. Null for what is no day, or not the same one in all of these languages.
 */
export function endOfDayNamed(
  text: string,
  languages: readonly string[],
  now: number,
): number | null {
  const days = new Set(
    languages.flatMap((language) => {
      const day = dayNamed(plain(text), language, now);
      return day === null ? [] : [day.getTime()];
    }),
  );
  const [day] = days;
  return days.size !== 1 || day === undefined ? null : endOf(new Date(day));
}

const endOf = (day: Date) =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1;

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

function dayNamed(text: string, language: string, now: number): Date | null {
  const today = new Date(now);
  const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (text === plain(relative.format(0, 'day'))) return new Date(year, month, date);
  if (text === plain(relative.format(-1, 'day'))) return new Date(year, month, date - 1);
  const named = monthIn(text, language);
  if (named === null) return null;
  const numbers = [...named.rest.matchAll(/\p{Nd}+/gu)].map(([digits]) =>
    Number(latinDigits(digits)),
  );
  const day = numbers.find((number) => number >= 1 && number <= 31);
  const told = numbers.find((number) => number >= 2000 && number <= 2200);
  if (day === undefined || numbers.length > 2) return null;
  // Without a year it is the latest such day.
  const guess = new Date(told ?? year, named.month, day);
  const found =
    told === undefined && guess.getTime() > now + DAY_MS
      ? new Date(year - 1, named.month, day)
      : guess;
  return found.getDate() === day && found.getTime() <= now ? found : null;
}

/** The month that a text names, and what is left of the text. Of names within names the longest counts. */
function monthIn(text: string, language: string): { month: number; rest: string } | null {
  const names = Array.from({ length: 12 }, (_, month) => month)
    .flatMap((month) => namesOf(month, language).map((name) => ({ month, name })))
    .toSorted((a, b) => b.name.length - a.name.length);
  const found = names.find(({ name }) => text.includes(name));
  return found === undefined ? null : { month: found.month, rest: text.replace(found.name, ' ') };
}

/** A month alone, and as it stands beside a day, long and short. */
function namesOf(month: number, language: string): string[] {
  const day = new Date(2024, month, 5);
  const locale = `${language}-u-ca-gregory`;
  return (['long', 'short'] as const).flatMap((form) => {
    const alone = new Intl.DateTimeFormat(locale, { month: form }).format(day);
    const beside = new Intl.DateTimeFormat(locale, { month: form, day: 'numeric' })
      .formatToParts(day)
      .find(({ type }) => type === 'month')?.value;
    return [alone, beside ?? ''].map(plain).filter((name) => /\p{L}/u.test(name));
  });
}
