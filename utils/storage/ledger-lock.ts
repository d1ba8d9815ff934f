/** Work on the whole ledger that must not be done twice at once, in whichever tab. */
const LOCK = 'gift-ledger-whole';

/** Thrown where another tab, or this one, works on the whole ledger. */
export class LedgerBusy extends Error {
  override readonly name = 'LedgerBusy';
}

/**
 * Runs work that must be alone with the ledger. Rejected with {@link LedgerBusy} where other such work still runs after
 * `patience` milliseconds. The browser ends the claim of a page that is closed.
 */
export async function aloneWithLedger<T>(patience: number, run: () => Promise<T>): Promise<T> {
  const waited = AbortSignal.timeout(patience);
  let begun = false;
  try {
    return await navigator.locks.request(LOCK, { signal: waited }, () => {
      begun = true;
      return run();
    });
  } catch (error) {
    throw begun ? error : new LedgerBusy();
  }
}
