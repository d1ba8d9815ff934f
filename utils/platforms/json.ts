/**
 * JSON from a page as plain data. TikTok for one writes 64-bit ids as numbers, which a double cannot hold: those come as
 * their digits in text instead. A helper to walk such data without trusting its shape.
 */

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { readonly [key: string]: Json };

declare global {
  interface JSON {
    /** ECMA-262 gives revivers a number's own digits; TypeScript's library does not know of it yet. */
    parse(
      text: string,
      reviver: (key: string, value: Json, context: { readonly source?: string }) => Json,
    ): Json;
  }
}

/** Parses JSON with whole numbers beyond 2^53 as text. Throws SyntaxError. */
export function parseJson(text: string): Json {
  return JSON.parse(text, (_key, value, { source = '' }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
      ? source
      : value,
  );
}

type JsonObject = { readonly [key: string]: Json };

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path`, or null where any step of it is missing. */
export function at(value: Json, ...path: readonly string[]): Json {
  let here = value;
  for (const step of path) {
    here = isObject(here) && Object.hasOwn(here, step) ? (here[step] ?? null) : null;
  }
  return here;
}

/** Text or a whole number as text; empty for anything else. */
export function textAt(value: Json, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

/** A number, also one written as text; null for anything else. */
export function numberAt(value: Json, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  if (typeof found === 'number') {
    return found;
  }
  return typeof found === 'string' && /^-?\d+$/.test(found) ? Number(found) : null;
}

/** A list; empty for anything else. */
export function listAt(value: Json, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}
