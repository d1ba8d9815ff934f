import type { Page } from '@playwright/test';
import type { Operation } from '../../utils/core/operation.ts';
import type { GifterTotal } from '../../utils/core/received-totals.ts';
import type { DayTotal, SessionTotal } from '../../utils/core/totals.ts';
import type {
  LearnedOffers,
  StoredAlert,
  StoredBalance,
  StoredCreatorAlert,
  StoredEntry,
  StoredNotice,
  StoredOrder,
  StoredPage,
  StoredSession,
  StoredStanding,
} from '../../utils/storage/database.ts';
import { storedForms } from '../../utils/storage/stored-forms.ts';

/** Everything that the ledger holds, read past the extension's own code. */
export interface LedgerDump {
  readonly entries: readonly StoredEntry[];
  readonly sessions: readonly StoredSession[];
  readonly pages: readonly StoredPage[];
  readonly dayTotals: readonly DayTotal[];
  readonly sessionTotals: readonly SessionTotal[];
  readonly gifterTotals: readonly GifterTotal[];
  readonly undecided: readonly unknown[];
  readonly operations: readonly Operation[];
  readonly learnedOffers: readonly LearnedOffers[];
  readonly balances: readonly StoredBalance[];
  readonly notices: readonly StoredNotice[];
  readonly standings: readonly StoredStanding[];
  readonly alerts: readonly StoredAlert[];
  readonly creatorAlerts: readonly StoredCreatorAlert[];
  readonly orders: readonly StoredOrder[];
}

/** Tables whose rows are stored in a short form. */
type Short = 'entries' | 'dayTotals' | 'sessionTotals' | 'gifterTotals';
type RawDump = Omit<LedgerDump, Short> & Readonly<Record<Short, readonly object[]>>;

/** A page of the extension, whether Playwright drives it or Puppeteer. */
interface Inside {
  evaluate(read: () => Promise<RawDump>): Promise<RawDump>;
}

/** Reads the ledger from a page of the extension. Empty lists where there is no database yet. */
export async function readLedger(inside: Inside): Promise<LedgerDump> {
  const raw = await inside.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const known = await indexedDB.databases();
    const database = known.some(({ name }) => name === 'gift-ledger')
      ? await done(indexedDB.open('gift-ledger'))
      : null;
    const all = async (table: string) =>
      database?.objectStoreNames.contains(table) === true
        ? done(database.transaction(table).objectStore(table).getAll())
        : [];
    const dump = {
      entries: await all('entries'),
      sessions: await all('sessions'),
      pages: await all('pages'),
      dayTotals: await all('dayTotals'),
      sessionTotals: await all('sessionTotals'),
      gifterTotals: await all('gifterTotals'),
      undecided: await all('undecided'),
      operations: await all('operations'),
      learnedOffers: await all('learnedOffers'),
      balances: await all('balances'),
      notices: await all('notices'),
      standings: await all('standings'),
      alerts: await all('alerts'),
      creatorAlerts: await all('creatorAlerts'),
      orders: await all('orders'),
    };
    database?.close();
    return dump;
  });
  return {
    ...raw,
    entries: raw.entries.map((row) => storedForms.entries.unpack(row)),
    dayTotals: raw.dayTotals.map((row) => storedForms.dayTotals.unpack(row)),
    sessionTotals: raw.sessionTotals.map((row) => storedForms.sessionTotals.unpack(row)),
    gifterTotals: raw.gifterTotals.map((row) => storedForms.gifterTotals.unpack(row)),
  };
}

/** Empties a table of the ledger, past the extension's own code. */
export async function clearTable(inside: Page, table: string): Promise<void> {
  await inside.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('gift-ledger'));
    await done(database.transaction(name, 'readwrite').objectStore(name).clear());
    database.close();
  }, table);
}
