import type { Page } from '@playwright/test';
import { contentWorlds, readOverlay } from '../e2e/browser/overlay.ts';
import { cost } from '../e2e/listed.ts';
import { readTags } from '../e2e/on-tags.ts';
import { expect, test } from '../e2e/watching.ts';

/** Before the page's first script: classes of its own for elements of ours, which can read roots of what is born as one. */
function claimElements(): void {
  const internals: ElementInternals[] = [];
  Object.assign(window, { claimed: internals });
  for (const name of ['gift-ledger-overlay', 'gift-ledger-tag', 'gift-ledger-guard']) {
    const Claiming = class extends HTMLElement {
      constructor() {
        super();
        internals.push(this.attachInternals());
      }
    };
    customElements.define(name, Claiming);
  }
}

/**
 * Before the page's first script: fonts of its own by the names that ours may have, for a character that only we show.
 * A font that is used is loaded, and the page sees it: a font for each digit would read amounts.
 */
function claimFonts(): void {
  const names = ['ui-sans-serif', 'system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'sans-serif'];
  const faces = names.map(
    (name) => new FontFace(name, 'url(/leak.woff2)', { unicodeRange: 'U+24' }),
  );
  for (const face of faces) document.fonts.add(face);
  Object.assign(window, { faces });
}

/** What a page can find out by itself about the extension whose files lie at `root`. */
async function whatThePageFinds(page: Page, root: string) {
  return page.evaluate(
    async (files) => {
      const host = document.querySelector('gift-ledger-overlay');
      const claimed: readonly ElementInternals[] = Reflect.get(window, 'claimed');
      const faces: readonly FontFace[] = Reflect.get(window, 'faces');
      // Before the page asks for files itself.
      const resources = performance.getEntriesByType('resource').map(({ name }) => name);
      const reached = await Promise.all(
        files.map((file) =>
          fetch(file).then(
            () => [file],
            () => [],
          ),
        ),
      );
      return {
        reached: reached.flat(),
        loaded: resources.filter((name) => name.includes('-extension:')),
        runtime: typeof chrome === 'object' && 'runtime' in chrome,
        globals: Object.getOwnPropertyNames(window).filter((name) =>
          /gift.?ledger|wxt/i.test(name),
        ),
        openRoot: host?.shadowRoot?.textContent ?? null,
        claimedRoots: claimed.flatMap(({ shadowRoot }) => shadowRoot?.textContent ?? []),
        fonts: faces.flatMap(({ family, status }) => (status === 'unloaded' ? [] : [family])),
        size: [host?.scrollWidth, host?.scrollHeight, host?.clientWidth, host?.clientHeight],
        attributes: host?.getAttributeNames().toSorted(),
      };
    },
    ['manifest.json', 'popup.html', 'content-scripts/page.js', 'icon/128.png'].map(
      (file) => root + file,
    ),
  );
}

test('what a page can find out: that there is an overlay, and nothing of what is in it', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await browser.context.newPage();
  await page.addInitScript(claimElements);
  await page.addInitScript(claimFonts);
  // Without a policy, which would refuse what is to be tried.
  await page.goto(sim.pageUrl('mira.plays', { framed: '1' }));
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  const said = cost(30);
  await expect.poll(() => watching.overlay(page)).toContain(said);
  await page.getByLabel('More gifts').click();
  const tags = async () => (await readTags(page, browser.extensionId)).cells;
  await expect
    .poll(async () => (await tags()).flatMap((cell) => cell.tags).length)
    .toBeGreaterThan(7);

  const found = await whatThePageFinds(page, browser.url(''));
  expect.soft(found.reached, 'files of the extension').toEqual([]);
  expect.soft(found.loaded, 'files that the page was seen to load').toEqual([]);
  expect.soft(found.runtime, 'a way to speak to extensions').toBe(false);
  expect.soft(found.globals, 'globals').toEqual([]);
  expect.soft(found.openRoot, 'the overlay’s root').toBe(null);
  expect.soft(found.claimedRoots, 'roots through classes of the page').toEqual([]);
  expect.soft(found.fonts, 'fonts of the page in what we draw').toEqual([]);
  expect.soft(found.size, 'how large what is in the overlay is').toEqual([0, 0, 0, 0]);
  expect.soft(found.attributes, 'attributes').toEqual(['popover']);

  await test.step('a click in the overlay, on its way through the page', async () => {
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      for (const type of ['pointerdown', 'click', 'keydown']) {
        const note = (event: Event) => {
          const inside = event
            .composedPath()
            .filter((node) => node instanceof Node && node.getRootNode() !== document);
          seen.push(...inside.map(String));
        };
        window.addEventListener(type, note, true);
      }
    });
    const read = (root: ShadowRoot) => {
      const box = root.querySelector('button, .pill')?.getBoundingClientRect();
      return box === undefined ? null : [box.x + box.width / 2, box.y + box.height / 2];
    };
    const middle = await readOverlay(page, browser.extensionId, read);
    const [x, y]: unknown[] = Array.isArray(middle) ? middle : [];
    if (typeof x !== 'number' || typeof y !== 'number') throw new Error('no overlay');
    await page.mouse.dblclick(x, y);
    expect.soft(await page.evaluate(() => Reflect.get(window, 'seen')), 'events').toEqual([]);
  });

  const session = await page.context().newCDPSession(page);
  expect((await contentWorlds(session, browser.extensionId)).length).toBeGreaterThan(0);
  await session.detach();
});
