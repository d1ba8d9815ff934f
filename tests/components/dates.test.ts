import { describe, expect, it } from 'vitest';
import { formatAgo, formatMonth, formatSourceDate } from '../../components/dates.ts';
import { createText } from '../../components/text.ts';
import { dayOf, epochMs, monthOf, timeZone } from '../../utils/core/time.ts';
import { englishWords } from '../gallery/words.ts';

const text = createText(englishWords, 'en-US');
const lisbon = timeZone('Europe/Lisbon');
const at = (iso: string) => epochMs(Date.parse(iso));
const month = (day: string) => monthOf(dayOf(at(`${day}T12:00:00Z`), lisbon));

describe('formatAgo', () => {
  const now = at('2026-11-22T20:15:00Z');

  it.each([
    ['2026-11-22T20:14:30Z', 'just now'],
    ['2026-11-22T20:20:00Z', 'just now'],
    ['2026-11-22T20:14:00Z', '1 min ago'],
    ['2026-11-22T19:16:00Z', '59 min ago'],
    ['2026-11-22T19:15:00Z', '1 h ago'],
    ['2026-11-22T00:00:00Z', '20 h ago'],
    ['2026-11-21T23:59:00Z', 'yesterday'],
    ['2026-11-21T00:00:00Z', 'yesterday'],
    ['2026-11-20T23:59:00Z', 'Nov 20'],
    ['2025-12-31T12:00:00Z', 'Dec 31, 2025'],
  ])('says of %s: %s', (then, words) => {
    expect(formatAgo(at(then), now, lisbon, text)).toBe(words);
  });

  it('counts days in the given zone', () => {
    expect(formatAgo(at('2026-11-22T06:00:00Z'), now, timeZone('America/Los_Angeles'), text)).toBe(
      'yesterday',
    );
    expect(formatAgo(at('2026-11-22T06:00:00Z'), now, lisbon, text)).toBe('14 h ago');
  });

  it('says minutes across midnight', () => {
    expect(formatAgo(at('2026-11-21T23:50:00Z'), at('2026-11-22T00:20:00Z'), lisbon, text)).toBe(
      '30 min ago',
    );
  });
});

describe('formatMonth', () => {
  it('names the month, with its year in another year', () => {
    expect(formatMonth(month('2026-11-22'), 'en-US')).toBe('November');
    expect(formatMonth(month('2025-11-22'), 'en-US', month('2026-01-05'))).toBe('November 2025');
    expect(formatMonth(month('2026-11-22'), 'ja')).toBe('11月');
  });
});

describe('formatSourceDate', () => {
  it.each([
    ['2024', '2024'],
    ['2024-05', 'May 2024'],
    ['2024-05-02', 'May 2, 2024'],
    ['2024-13-45', '2024-13-45'],
    ['June 2025', 'June 2025'],
  ])('shows %s as %s', (date, shown) => {
    expect(formatSourceDate(date, 'en-US')).toBe(shown);
  });
});
