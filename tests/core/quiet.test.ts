import { describe, expect, it } from 'vitest';
import { quietUntil, tomorrowOf } from '../../utils/core/quiet.ts';
import { epochMs, timeZone } from '../../utils/core/time.ts';

const zone = timeZone('Europe/Lisbon');
const at = (text: string) =>
  epochMs(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
const hours = (from: number, to: number) => ({
  quietHours: { from: from * 60, to: to * 60 },
  quietUntil: null,
});
const until = (settings: Parameters<typeof quietUntil>[0], text: string) => {
  const end = quietUntil(settings, at(text), zone);
  return (
    end &&
    Temporal.Instant.fromEpochMilliseconds(end)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString()
  );
};

describe('quiet', () => {
  it('is at no time unless the user chose one', () => {
    expect(until({ quietHours: null, quietUntil: null }, '2026-11-24T03:00')).toBeNull();
  });

  it.each([
    ['2026-11-24T21:59', null],
    ['2026-11-24T22:00', '2026-11-25T07:00:00'],
    ['2026-11-25T06:59', '2026-11-25T07:00:00'],
    ['2026-11-25T07:00', null],
  ])('from 22 to 7, at %s: until %s', (now, end) => {
    expect(until(hours(22, 7), now)).toBe(end);
  });

  it.each([
    ['2026-11-24T11:59', null],
    ['2026-11-24T12:00', '2026-11-24T14:00:00'],
    ['2026-11-24T14:00', null],
  ])('from 12 to 14, at %s: until %s', (now, end) => {
    expect(until(hours(12, 14), now)).toBe(end);
  });

  it('lasts all day where it ends when it begins, and to midnight', () => {
    expect(until(hours(8, 8), '2026-11-24T08:00')).toBe('2026-11-25T08:00:00');
    expect(until(hours(20, 24), '2026-11-24T21:00')).toBe('2026-11-25T00:00:00');
  });

  it('until tomorrow ends as tomorrow begins', () => {
    const now = at('2026-11-24T23:30');
    const quiet = { quietHours: null, quietUntil: tomorrowOf(now, zone) };
    expect(until(quiet, '2026-11-24T23:59')).toBe('2026-11-25T00:00:00');
    expect(until(quiet, '2026-11-25T00:00')).toBeNull();
  });
});
