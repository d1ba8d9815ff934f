/** Others at the ledger's database, as pages of the extension can be: one that holds a part, one that changes all of it. */
import type { Page } from '@playwright/test';

/**
 * Holds the totals of days in a transaction that does not end before its page does: who writes these together with
 * something else can write neither.
 */
export async function holdTotals(inside: Page): Promise<void> {
  await inside.evaluate(async () => {
    const opening = indexedDB.open('gift-ledger');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const totals = opening.result.transaction('dayTotals', 'readwrite').objectStore('dayTotals');
    await new Promise<void>((resolve) => {
      // A transaction lasts for as long as something is asked of it.
      const goOn = () => {
        totals.count().onsuccess = () => {
          resolve();
          goOn();
        };
      };
      goOn();
    });
  });
}

/** Listens for gifts on their way to the background, as every page of the extension may; gives what waits for one. */
export async function hearGifts(inside: Page): Promise<() => Promise<void>> {
  await inside.evaluate(() => {
    chrome.runtime.onMessage.addListener((message: unknown) => {
      if (JSON.stringify(message).includes('"type":"gift"')) document.title = 'heard';
    });
  });
  return async () => {
    await inside.waitForFunction(() => document.title === 'heard');
  };
}

/** A change of the whole database that does not come to an end by itself. */
interface Upgrade {
  /** Ends it; gives how many entries it saw last. */
  end(): Promise<number>;
}

/** Begins to bring the database to a later version, as another tab with a newer extension does. */
export async function beginUpgrade(inside: Page): Promise<Upgrade> {
  await inside.evaluate(async () => {
    const opening = indexedDB.open('gift-ledger', 1_000);
    await new Promise<void>((resolve) => {
      opening.onupgradeneeded = () => {
        // A transaction lasts for as long as something is asked of it.
        const goOn = () => {
          const counting = opening.transaction?.objectStore('entries').count();
          if (counting === undefined) return;
          counting.onsuccess = () => {
            document.body.dataset.entries = String(counting.result);
            if (document.body.dataset.enough === undefined) goOn();
          };
        };
        goOn();
        resolve();
      };
    });
    opening.onsuccess = () => {
      opening.result.close();
      document.body.dataset.over = '';
    };
  });
  return {
    async end() {
      return inside.evaluate(async () => {
        document.body.dataset.enough = '';
        while (document.body.dataset.over === undefined) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return Number(document.body.dataset.entries);
      });
    },
  };
}
