/** What tests of sites do that the user allows first. */
import type { Page } from '@playwright/test';
import { openPopup } from './popup-over.ts';
import { expect, type Watching } from './watching.ts';

/** Entries in few words, in no order. */
export async function entries({ ledger }: Watching): Promise<string[]> {
  return (await ledger()).entries
    .map(({ direction, kind, room, sender, unit, unitPrice, count }) =>
      [direction, kind, room, sender, unit, unitPrice, count].join(' '),
    )
    .sort();
}

/** The popup over a page, with "More sites" unfolded. */
export async function popupOver(watching: Watching, page: Page) {
  const popup = await openPopup(watching, page);
  await popup.locator('.more-sites summary').click();
  return {
    popup,
    decide: (button: string) =>
      popup.locator('.more-sites').getByRole('button', { name: button, exact: true }).click(),
    /** Waits until the popup says this about the page. */
    says: (text: string) =>
      expect
        .poll(async () =>
          ((await popup.locator('.status').textContent()) ?? '').replace(/[\u2066-\u2069]/g, ''),
        )
        .toBe(text),
    notice: popup.locator('.notice'),
  };
}

/** The scripts that are registered for sites that the user allowed. */
export const registered = async ({ browser }: Watching) =>
  (await browser.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort(),
  );
