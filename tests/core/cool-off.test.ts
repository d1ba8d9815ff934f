import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coolOffChoices, coolOffUntil } from '../../utils/core/cool-off.ts';
import { epochMs, timeZone } from '../../utils/core/time.ts';

const at = (text: string) => epochMs(Date.parse(text));
const until = (choice: (typeof coolOffChoices)[number], now: string, zone: string) =>
  new Date(coolOffUntil(choice, at(now), timeZone(zone))).toISOString();

describe('a pause of gifts', () => {
  it('ends after an hour, at nine tomorrow, or at nine in a week', () => {
    expect(until('hour', '2026-11-24T22:30:00Z', 'Europe/Lisbon')).toBe('2026-11-24T23:30:00.000Z');
    expect(until('morning', '2026-11-24T22:30:00Z', 'Europe/Lisbon')).toBe(
      '2026-11-25T09:00:00.000Z',
    );
    expect(until('week', '2026-11-24T22:30:00Z', 'Asia/Tokyo')).toBe('2026-12-02T00:00:00.000Z');
  });

  it('ends at nine by the clock on the wall, also over a change of clocks', () => {
    expect(until('morning', '2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe(
      '2026-03-29T07:00:00.000Z',
    );
    expect(until('morning', '2026-10-24T12:00:00Z', 'Europe/Berlin')).toBe(
      '2026-10-25T08:00:00.000Z',
    );
  });

  it('is never over at once, and never longer than a week and a day', () => {
    const zones = ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Cairo'];
    fc.assert(
      fc.property(
        fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') }),
        fc.constantFrom(...zones),
        fc.constantFrom(...coolOffChoices),
        (now, zone, choice) => {
          const wait = coolOffUntil(choice, epochMs(now), timeZone(zone)) - now;
          expect(wait).toBeGreaterThanOrEqual(3_600_000);
          expect(wait).toBeLessThan(8 * 86_400_000 + 3_600_000 * 12);
        },
      ),
    );
  });
});
