/** What tests see of the price tags in a page's gift panel. */
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { giftByIcon } from '../sim/tiktok/catalogue.ts';
import { contentWorlds } from './browser/overlay.ts';

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const found = z.object({
  cells: z.array(
    z.object({
      /** Path of the gift's picture. */
      icon: z.string(),
      tags: z.array(z.object({ words: z.string(), box })),
    }),
  ),
  /** Tags in the whole document. */
  all: z.number(),
});

/** A cell as it is drawn: the coins of its gift as the site knows them, and what its tags say. */
export interface TaggedCell {
  readonly coins: number;
  readonly tags: readonly { readonly words: string; readonly box: z.infer<typeof box> }[];
}

/** Reads all cells that `selector` names, in the extension's own world: pages cannot read tags. */
export async function readTags(
  page: Page,
  extensionId: string,
  selector = '.DivGiftCell, .quick:not(.more)',
): Promise<{ cells: TaggedCell[]; strays: number }> {
  const session = await page.context().newCDPSession(page);
  try {
    const expression = `(() => {
      if (chrome.dom === undefined || chrome.runtime?.id === undefined) return null;
      const read = (tag) => {
        const root = chrome.dom.openOrClosedShadowRoot(tag);
        const range = document.createRange();
        if (root) range.selectNodeContents(root);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { words: root?.textContent ?? '', box: { x, y, width, height } };
      };
      return {
        cells: [...document.querySelectorAll(${JSON.stringify(selector)})].map((cell) => ({
          icon: new URL(cell.querySelector('img').src).pathname,
          tags: [...cell.querySelectorAll('gift-ledger-tag')].map(read),
        })),
        all: document.querySelectorAll('gift-ledger-tag').length,
      };
    })()`;
    for (const contextId of await contentWorlds(session, extensionId)) {
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
      });
      if ((result.value ?? null) === null) continue;
      const { cells, all } = z.parse(found, result.value);
      const inCells = cells.reduce((sum, { tags }) => sum + tags.length, 0);
      return {
        cells: cells.map(({ icon, tags }) => ({ coins: giftByIcon(icon)?.coins ?? 0, tags })),
        strays: all - inCells,
      };
    }
    throw new Error('The extension runs nowhere in this page.');
  } finally {
    await session.detach();
  }
}
