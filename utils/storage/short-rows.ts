import type {
  DBCore,
  DBCoreCursor,
  DBCoreIndex,
  DBCoreKeyRange,
  DBCoreMutateRequest,
  DBCoreQuery,
  DBCoreTable,
  Middleware,
} from 'dexie';
import { keyOf, type StoredForm } from './stored-form.ts';

/**
 * Keeps rows of some tables under packed keys and in a short form, unseen by everything above: there a key is a text or
 * an array of parts, within the row, and a row is whole. To the browser these tables have keys of their own outside of
 * the row.
 */
export function shortRows(forms: Readonly<Record<string, StoredForm>>): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'ShortRows',
    // Below everything of Dexie's own, which then knows no other keys than those within rows.
    level: -2,
    create: (core) => ({
      table(name) {
        const table = core.table(name);
        const form = forms[name];
        return form === undefined ? table : shortened(table, form);
      },
    }),
  };
}

/**
 * Thrown where ids are asked for as if they were in the order of texts: one id can be asked for, or all that are stored
 * behind one.
 */
export class NoSuchOrder extends Error {
  override readonly name = 'NoSuchOrder';
}

function shortened(table: DBCoreTable, form: StoredForm): DBCoreTable {
  const { keyPath } = form;
  const compound = typeof keyPath !== 'string';
  const alias = compound ? `[${keyPath.join('+')}]` : keyPath;
  const below = table.schema.primaryKey;
  const extractKey = (row: object) => keyOf(row, keyPath);
  const primaryKey: DBCoreIndex = {
    ...below,
    outbound: false,
    compound,
    keyPath: compound ? [...keyPath] : keyPath,
    extractKey,
  };
  const pack = (key: unknown) => (key === undefined ? undefined : form.packKey(key));
  const packRange = (range: DBCoreKeyRange): DBCoreKeyRange => {
    const everythingOrNothing = range.type === 3 || range.type === 4;
    if (everythingOrNothing) return range;
    const { lower, upper } = range;
    if (!compound && upper !== undefined && upper !== lower) throw new NoSuchOrder();
    return { ...range, lower: pack(lower), upper: pack(upper) };
  };
  const packQuery = ({ index, range }: DBCoreQuery): DBCoreQuery =>
    index.isPrimaryKey === true ? { index: below, range: packRange(range) } : { index, range };
  const unpack = (row: object | undefined) => (row === undefined ? row : form.unpack(row));

  const packMutation = (request: DBCoreMutateRequest): DBCoreMutateRequest => {
    switch (request.type) {
      case 'add':
      case 'put':
        return {
          ...request,
          keys: request.values.map((row) => pack(extractKey(row))),
          values: request.values.map((row) => form.pack(row)),
        };
      case 'delete':
        return { ...request, keys: request.keys.map(pack) };
      case 'deleteRange':
        return { ...request, range: packRange(request.range) };
    }
  };
  const keysIn = (request: DBCoreMutateRequest): unknown[] =>
    request.type === 'add' || request.type === 'put'
      ? request.values.map(extractKey)
      : request.type === 'delete'
        ? request.keys
        : [];

  return {
    ...table,
    schema: {
      ...table.schema,
      primaryKey,
      getIndexByKeyPath(path) {
        const asked = Array.isArray(path) ? `[${path.join('+')}]` : path;
        return asked === alias || asked === ':id'
          ? primaryKey
          : table.schema.getIndexByKeyPath(path);
      },
    },
    // Dexie's own promises keep transactions alive: `async` would not.
    mutate: (request) =>
      table.mutate(packMutation(request)).then((response) => {
        const results = keysIn(request);
        return { ...response, results, lastResult: results.at(-1) };
      }),
    get: (request) => table.get({ ...request, key: pack(request.key) }).then(unpack),
    getMany: (request) =>
      table.getMany({ ...request, keys: request.keys.map(pack) }).then((rows) => rows.map(unpack)),
    // Keys are read out of rows: a packed one does not always say what it was made of.
    query: (request) =>
      table
        .query({ ...request, query: packQuery(request.query), values: true })
        .then(({ result }) => {
          const rows = result.map((row) => form.unpack(row));
          return { result: request.values === true ? rows : rows.map(extractKey) };
        }),
    openCursor: (request) =>
      table
        .openCursor({ ...request, query: packQuery(request.query), values: true })
        .then((cursor) =>
          cursor === null
            ? null
            : unpackedCursor(cursor, request.query.index.isPrimaryKey === true, {
                pack,
                unpack: form.unpack,
                extractKey,
              }),
        ),
    count: (request) => table.count({ ...request, query: packQuery(request.query) }),
  };
}

interface Packing {
  pack(key: unknown): unknown;
  unpack(row: object): object;
  extractKey(row: object): unknown;
}

function unpackedCursor(
  cursor: DBCoreCursor,
  byKey: boolean,
  { pack, unpack, extractKey }: Packing,
): DBCoreCursor {
  const keyHere = () => extractKey(unpack(cursor.value));
  return Object.create(cursor, {
    continue: {
      value: (key?: unknown) => {
        // Only lookups of several keys at once jump: they take them to be in the order of texts.
        if (byKey && key !== undefined) throw new NoSuchOrder();
        cursor.continue(key);
      },
    },
    continuePrimaryKey: {
      value: (key: unknown, primaryKey: unknown) =>
        cursor.continuePrimaryKey(key, pack(primaryKey)),
    },
    key: { get: () => (byKey ? keyHere() : cursor.key) },
    primaryKey: { get: keyHere },
    value: { get: () => unpack(cursor.value) },
  });
}
