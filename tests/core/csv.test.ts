import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, harmlessText } from '../../utils/core/csv.ts';

/** Reads one line as RFC 4180 says. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let rest = line.replace(/\r\n$/, '');
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
    if (match === null) throw new Error(`not a line: ${line}`);
    cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] === '') return cells;
    rest = rest.slice(match[0].length);
  }
}

describe('a line of a CSV file', () => {
  it.each([
    [['a', 1, null, true], 'a,1,,true\r\n'],
    [['a,b', 'say "hi"', ' x '], '"a,b","say ""hi"""," x "\r\n'],
    [['a;b'], '"a;b"\r\n'],
    [[-5, 0.5], '-5,0.5\r\n'],
    [['two\r\nlines', 'tab\there'], 'two lines,tab here\r\n'],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+1', "'+1"],
    ['-1+1|cmd', "'-1+1|cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['\r=1', "' =1"],
    ['  =1', "'  =1"],
    ['\u200B=1', "'\u200B=1"],
    ['\u202E=1', "'=1"],
    ['＝1', "'＝1"],
    ['a\u202Eb\u2066c', 'abc'],
    ['a\uD800b', 'a\uFFFDb'],
    ['a\u0000b', 'a b'],
    ['Mira = best', 'Mira = best'],
    ['', ''],
  ])('makes %j harmless: %j', (text, harmless) => {
    expect(harmlessText(text)).toBe(harmless);
  });

  it('is read back cell by cell, and no cell of text begins a formula, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', 'a', '\uD800'),
      }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const line = csvLine(texts);
        expect(line.slice(0, -2)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line.isWellFormed()).toBe(true);
        const cells = cellsOf(line);
        expect(cells).toEqual(texts.map(harmlessText));
        for (const cell of cells) expect(cell.trimStart()).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});
