import { type PackedKey, packId, packParts } from './packed-keys.ts';

/** What a table's rows are known by: one field, or several together. */
export type KeyPath = string | readonly string[];

/** How the keys and rows of a table are as they are stored. */
export interface StoredForm<Row extends object = object> {
  readonly keyPath: KeyPath;
  packKey(key: unknown): PackedKey;
  /** A row as few bytes. What indexes are of stays under its name. */
  pack(row: Row): object;
  unpack(stored: object): Row;
}

/** The key within a row. */
export function keyOf(row: object, keyPath: KeyPath): unknown {
  const read = (field: string): unknown => Reflect.get(row, field);
  return typeof keyPath === 'string' ? read(keyPath) : keyPath.map(read);
}

/** Marks a field that an index is of. */
export const INDEXED = Symbol('indexed');

/** Of each field in the order in which they are listed: whether an index is of it, else what it is in most rows. */
export type Fields<Row> = {
  readonly [Name in keyof Row]-?: typeof INDEXED | Row[Name] | undefined;
};

/** Where the list of what has no index is. */
const LIST = '_';

/**
 * Rows as what indexes are of, and a list of everything else: no names, and nothing for what is as in most rows. A field
 * that is added stands at the end; every other change of `fields` raises the schema's version.
 */
export function storedForm<Row extends object>(
  keyPath: KeyPath,
  fields: Fields<Row>,
): StoredForm<Row> {
  const all = Object.entries<unknown>(fields);
  const indexed = all.flatMap(([name, usual]) => (usual === INDEXED ? [name] : []));
  const listed = all.filter(([, usual]) => usual !== INDEXED);
  return {
    keyPath,
    packKey: (key) => (Array.isArray(key) ? packParts(key) : packId(String(key))),
    pack(row) {
      const stored: Record<string, unknown> = {};
      for (const name of indexed) {
        const value: unknown = Reflect.get(row, name);
        if (value !== undefined) stored[name] = value;
      }
      const list: unknown[] = [];
      listed.forEach(([name, usual], index) => {
        const value: unknown = Reflect.get(row, name);
        if (value === usual) return;
        while (list.length < index) list.push(undefined);
        list.push(value);
      });
      stored[LIST] = list;
      return stored;
    },
    unpack(stored) {
      const list: readonly unknown[] = Reflect.get(stored, LIST);
      const row: Record<string, unknown> = {};
      for (const name of indexed) {
        const value: unknown = Reflect.get(stored, name);
        if (value !== undefined) row[name] = value;
      }
      listed.forEach(([name, usual], index) => {
        const value = list[index] === undefined ? usual : list[index];
        if (value !== undefined) row[name] = value;
      });
      // What `pack` took apart, field by field.
      return row as Row;
    },
  };
}
