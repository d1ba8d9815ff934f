/**
 * One cell of a CSV file (RFC 4180) that is also safe to open in a spreadsheet. Numbers are written as they are; text
 * is made harmless first: a spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, also behind spaces, so such
 * text gets an apostrophe before it (OWASP, "CSV Injection").
 */
export type CsvCell = string | number | boolean | ExactNumber | null;

/** A number as decimal text: digits that a JavaScript number would round. */
export interface ExactNumber {
  readonly number: string;
}

/** The mark at a file's beginning by which spreadsheets know that it is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** Controls and line separators. A cell is one line: other programs read line by line. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** Marks that turn the direction of what follows: a cell would turn its neighbours. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What a spreadsheet takes for a formula; the wide forms are what East Asian versions take for the same. */
const formula = /^[\s\u200B\uFEFF]*[=+\-@|%＝＋－＠]/u;

/** Text as it stands in a cell, before quoting: one line, well-formed, never a formula. */
export function harmlessText(text: string): string {
  const line = text.toWellFormed().replace(breaks, ' ').replace(turning, '');
  return formula.test(line) ? `'${line}` : line;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return decimal(cell.number);
  if (typeof cell !== 'string') return String(cell);
  const text = harmlessText(cell);
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decimal(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    throw new RangeError(`not a decimal: ${text}`);
  }
  return text;
}

/** One line of a CSV file, with its end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
