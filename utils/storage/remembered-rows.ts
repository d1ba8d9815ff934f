/**
 * Rows that recording writes again and again (sums, names), remembered between its transactions so that each is read
 * once. Never older than the ledger: whoever writes such rows leaves a mark of their own (`facts`, `rows-remembered-by`)
 * in the same transaction, and what another script, or a transaction that was not kept, may have changed is forgotten.
 */
import Dexie, { type Table } from 'dexie';

/** Rows of one table that are remembered at the most. */
const MOST_ROWS = 20_000;

/** So many rows are read without asking first whether there are any. */
const FEW = 100;

const MARK = 'rows-remembered-by';

/** The key of a row of sums or of a name. */
export type RowKey = readonly (string | number)[];

class Memory {
  readonly mark: string = crypto.randomUUID();
  readonly #tables = new Map<string, Map<string, unknown>>();
  /** The transaction that changes what is remembered, until it is known to be kept. */
  #open: IDBTransaction | null = null;

  /** Makes sure that what is remembered is what the transaction at hand would read. */
  async enter(database: Dexie): Promise<void> {
    const { idbtrans, on } = outermost();
    if (this.#open === idbtrans) return;
    const facts = database.table<{ id: string; value: string }>('facts');
    const mark = (await facts.get(MARK))?.value;
    if (this.#open !== null || mark !== this.mark) this.forget();
    this.#open = idbtrans;
    on('complete', () => {
      if (this.#open === idbtrans) this.#open = null;
    });
    if (mark !== this.mark) await facts.put({ id: MARK, value: this.mark });
  }

  /** The rows of a table that are remembered, in a transaction that has entered. */
  rowsOf(table: string): Map<string, unknown> {
    const known = this.#tables.get(table);
    if (known !== undefined && known.size < MOST_ROWS) return known;
    const rows = new Map<string, unknown>();
    this.#tables.set(table, rows);
    return rows;
  }

  forget(): void {
    this.#tables.clear();
  }
}

function outermost() {
  let transaction = Dexie.currentTransaction;
  while (transaction.parent !== undefined && transaction.parent !== null) {
    transaction = transaction.parent;
  }
  return transaction;
}

const memories = new WeakMap<Dexie, Memory>();

async function memoryOf(database: Dexie): Promise<Memory> {
  const memory = memories.get(database) ?? new Memory();
  memories.set(database, memory);
  await memory.enter(database);
  return memory;
}

/** To be awaited before rows are read and written side by side. Runs in a transaction that may write `facts`. */
export async function beginRemembering(database: Dexie): Promise<void> {
  await memoryOf(database);
}

/** The rows of these keys, in their order. Runs in a transaction of the caller's that may write `facts` too. */
export async function rememberedRows<Row>(
  table: Table<Row>,
  keys: readonly RowKey[],
): Promise<(Row | undefined)[]> {
  const known = (await memoryOf(table.db)).rowsOf(table.name);
  const names = keys.map((key) => JSON.stringify(key));
  const missing = names.flatMap((name, index) => (known.has(name) ? [] : [index]));
  if (missing.length > 0) {
    // Where much is written at once there is often nothing yet, as in a ledger that is being restored.
    const empty = missing.length > FEW && (await table.limit(1).count()) === 0;
    const read = empty ? [] : await table.bulkGet(missing.map((index) => [...(keys[index] ?? [])]));
    missing.forEach((index, at) => {
      known.set(names[index] ?? '', read[at]);
    });
  }
  // What is remembered under a table's name was read from it, or written to it.
  return names.map((name) => known.get(name) as Row | undefined);
}

/** Writes rows, and takes out those of the keys `gone`. Runs in a transaction of the caller's, as above. */
export async function writeRemembered<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => RowKey,
  gone: readonly RowKey[] = [],
): Promise<void> {
  const known = (await memoryOf(table.db)).rowsOf(table.name);
  for (const row of rows) known.set(JSON.stringify(keyOf(row)), row);
  for (const key of gone) known.set(JSON.stringify(key), undefined);
  if (rows.length > 0) await table.bulkPut([...rows]);
  if (gone.length > 0) await table.bulkDelete(gone.map((key) => [...key]));
}

/** Forgets all rows: for whoever writes or clears such tables another way, in the same transaction. */
export async function forgetRemembered(database: Dexie): Promise<void> {
  (await memoryOf(database)).forget();
}
