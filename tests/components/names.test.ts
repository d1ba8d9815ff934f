import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idTail, initialOf, nameOf, safeText } from '../../components/names.ts';
import { person } from '../gallery/make.ts';
import { anyText } from './any-text.ts';

describe('safeText', () => {
  it.each([
    ['a line\nand\tanother\u0000', 'a line and another'],
    ['evil\u202Egnp.exe', 'evilgnp.exe'],
    ['\u2067turned\u2069', 'turned'],
    ['half \uD83D', 'half \uFFFD'],
    ['\u3164', ''],
    ['\u200B \u2060', ''],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['نورا', 'نورا'],
    ['می‌خواهم', 'می‌خواهم'],
  ])('%j becomes %j', (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it('lowers towers of accents', () => {
    expect(safeText(`Z${'\u0301'.repeat(40)}`)).toBe(`Z${'\u0301'.repeat(4)}`);
  });

  it('leaves one line without turns of direction, well-formed, and is done after once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = safeText(text);
        expect(safe.isWellFormed()).toBe(true);
        expect(safe).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(safeText(safe)).toBe(safe);
        expect([...safe].length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('what people are called', () => {
  it('is the handle, else the name, else nothing but the id', () => {
    expect(nameOf(person('mira.plays', 'Mira'))).toBe('@mira.plays');
    expect(nameOf(person('@mira.plays'))).toBe('@mira.plays');
    expect(nameOf(person('', 'Mira'))).toBe('Mira');
    expect(nameOf(person('\u200B', ' \u3164'))).toBeNull();
    expect(idTail(person('', '', '6812345678901234821'))).toBe('4821');
  });

  it('begins with one whole character', () => {
    expect(initialOf('rose', 'en')).toBe('R');
    expect(initialOf('👩‍👩‍👧 family', 'en')).toBe('👩‍👩‍👧');
    expect(initialOf('玫瑰', 'en')).toBe('玫');
    expect(initialOf('', 'en')).toBe('');
  });
});
