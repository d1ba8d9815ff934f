/**
 * How a worker dies in a test: at its n-th step, whichever that is. Steps are all requests to the database, and what it
 * asks of the browser. A transaction that is open then is aborted, as browsers do; nothing after it runs.
 */
import Dexie, { type DBCore, type DBCoreTable, type DBCoreTransaction } from 'dexie';

/** Nothing of a dead worker goes on: what it waited for never comes. */
const never = (): Promise<never> => new Promise(() => undefined);

/** The life of one worker. Its steps are counted on in `steps`, over all lives; it dies at number `dieAt`, 0 for never. */
export class Life {
  readonly #steps: string[];
  readonly #dieAt: number;
  readonly #onDeath: () => void;
  readonly #open = new Set<IDBTransaction>();
  dead = false;
  /** Where given: what the database refuses a step with, instead of doing it. */
  refuse: ((step: string, transaction: IDBTransaction) => Error | null) | null = null;

  constructor(steps: string[], dieAt: number, onDeath: () => void) {
    this.#steps = steps;
    this.#dieAt = dieAt;
    this.#onDeath = onDeath;
  }

  /** Counts a step; false where the worker is dead, or dies before it. */
  lives(step: string): boolean {
    if (this.dead) return false;
    this.#steps.push(step);
    if (this.#steps.length !== this.#dieAt) return true;
    this.die();
    return false;
  }

  die(): void {
    if (this.dead) return;
    this.dead = true;
    for (const transaction of this.#open) abortUnseen(transaction);
    this.#open.clear();
    this.#onDeath();
  }

  /** Does something outside of the database: the worker may die before it, or after it and without knowing. */
  async outside<T>(step: string, act: () => Promise<T>): Promise<T> {
    if (!this.lives(`before ${step}`)) return never();
    const result = await act();
    return this.lives(`after ${step}`) ? result : never();
  }

  /** The same for a request to the database. Its transaction ends with the life. */
  request<T>(step: string, transaction: DBCoreTransaction, act: () => Promise<T>): Promise<T> {
    if (this.dead) return never();
    if (!isBrowsers(transaction)) throw new TypeError('a transaction of nobody');
    this.#follow(transaction);
    if (!this.lives(step)) return never();
    const refusal = this.refuse?.(step, transaction) ?? null;
    if (refusal !== null) return Promise.reject(refusal);
    // Not an async function: Dexie's own promises keep the transaction alive.
    return act().then(
      (result) => (this.dead ? never() : result),
      (error: unknown) => {
        if (this.dead) return never();
        throw error;
      },
    );
  }

  #follow(transaction: IDBTransaction): void {
    if (this.#open.has(transaction)) return;
    this.#open.add(transaction);
    transaction.addEventListener('complete', () => this.#open.delete(transaction));
    transaction.addEventListener('abort', () => this.#open.delete(transaction));
  }
}

function isBrowsers(
  transaction: DBCoreTransaction,
): transaction is DBCoreTransaction & IDBTransaction {
  return 'addEventListener' in transaction;
}

/** Whoever opened the transaction is dead and must not hear of its end. */
function abortUnseen(transaction: IDBTransaction): void {
  transaction.onabort = null;
  transaction.onerror = null;
  transaction.oncomplete = null;
  try {
    transaction.abort();
  } catch {
    // It is being committed: what the worker did not live to learn is on disk.
  }
}

/** Lets a database die with its worker. */
export function mortal(core: DBCore, life: Life): DBCore {
  const within = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    mutate: (request) =>
      life.request(`${request.type} ${table.name}`, request.trans, () => table.mutate(request)),
    get: (request) => life.request(`get ${table.name}`, request.trans, () => table.get(request)),
    getMany: (request) =>
      life.request(`get ${table.name}`, request.trans, () => table.getMany(request)),
    query: (request) =>
      life.request(`query ${table.name}`, request.trans, () => table.query(request)),
    openCursor: (request) =>
      life.request(`walk ${table.name}`, request.trans, () => table.openCursor(request)),
    count: (request) =>
      life.request(`count ${table.name}`, request.trans, () => table.count(request)),
  });
  return { ...core, table: (name) => within(core.table(name)) };
}

/** What every database opened from now on goes through; null for none. */
let around: ((core: DBCore) => DBCore) | null = null;
Dexie.addons.push((database) => {
  const create = around;
  if (create !== null) database.use({ stack: 'dbcore', name: 'faults', level: 10, create });
});

/** Runs `open`, within which every database that is made goes through `wrap`. */
export function openedThrough<T>(wrap: (core: DBCore) => DBCore, open: () => T): T {
  around = wrap;
  try {
    return open();
  } finally {
    around = null;
  }
}
