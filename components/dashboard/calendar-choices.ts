import type { Choice } from './field.tsx';

/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Choices from 1 to `count`, each with its label. */
function numbered(count: number, label: (index: number) => string): Choice<string>[] {
  return Array.from({ length: count }, (_, index) => ({
    value: String(index + 1),
    label: label(index),
  }));
}

/** The weekdays by name, Monday as 1. */
export function weekdayChoices(language: string): Choice<string>[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return numbered(7, (index) => format.format(MONDAY + index * DAY_MS));
}

/** The months by name, January as 1. */
export function monthChoices(language: string): Choice<string>[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return numbered(12, (index) => format.format(Date.UTC(2024, index, 1)));
}

/** The days of a month. */
export const dayChoices = (): Choice<string>[] => numbered(31, (index) => String(index + 1));
