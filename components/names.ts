import type { PersonView } from '../utils/core/views.ts';

/** More than anyone needs to be recognised by; the rest is cut by CSS where it is drawn. */
const MOST_CHARACTERS = 120;

/** Line and paragraph separators, tabs and other controls: where they stood, words stay apart. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** Marks that turn or isolate the direction of what follows, and characters that are nothing but invisible. */
const invisible = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u00AD]/gu;

/** A letter under a tower of accents, which would be drawn over the lines above and below. */
const tower = /(\p{Mn}{4})\p{Mn}+/gu;

/** Letters that are drawn as nothing, and marks: a name of only these looks empty. */
const seen = /[^\s\p{Cf}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Text from a page, made safe to show: one line, no turning of direction, well-formed; empty if nothing is seen. */
export function safeText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(breaks, ' ')
    .replace(invisible, '')
    .replace(tower, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = [...clean].slice(0, MOST_CHARACTERS).join('').trim();
  return seen.test(short) ? short : '';
}

/** Text inside a sentence or an attribute, kept from turning what stands around it. As `<bdi>` does for elements. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The same without the marks of {@link isolate}, where text is no part of a page: in a title or a file's name. */
export function unisolated(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

/** What someone is called: the handle, else the name, else null where only the id is left. */
export function nameOf({ handle, name }: PersonView): string | null {
  const safeHandle = safeText(handle).replace(/^@+/, '');
  return safeHandle === '' ? safeText(name) || null : `@${safeHandle}`;
}

/** The end of a stable id, enough to tell two people without a name apart. */
export function idTail({ id }: PersonView): string {
  return safeText(id).slice(-4);
}

/** The first character of a name as people count them (an emoji of several parts is one); empty for no name. */
export function initialOf(text: string, language: string): string {
  const segments = new Intl.Segmenter(language).segment(safeText(text));
  const first = segments[Symbol.iterator]().next();
  return first.done === true ? '' : first.value.segment.toLocaleUpperCase(language);
}
