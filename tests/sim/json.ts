/** Data to be written as JSON. Big integers become number literals, as the site writes 64-bit ids. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** JSON text in which a bigint is a number literal of any length: what `JSON.parse` then rounds. */
export function toJson(value: Json): string {
  if (typeof value === 'bigint') {
    return String(value);
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  if (isList(value)) {
    return `[${value.map(toJson).join(',')}]`;
  }
  const fields = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${toJson(one)}`);
  return `{${fields.join(',')}}`;
}

function isList(
  value: readonly Json[] | { readonly [key: string]: Json },
): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether parsed JSON is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
