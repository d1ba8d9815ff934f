import type { CDPSession, Page } from '@playwright/test';

/** The element that holds the overlay (entrypoints/overlay.content). */
const overlayElement = 'gift-ledger-overlay';

/**
 * The worlds of the extension's content scripts in the page's main frame: an update leaves the old one behind, which
 * has lost its browser API.
 */
export async function contentWorlds(session: CDPSession, extensionId: string): Promise<number[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = { frameId: undefined, ...context.auxData };
    if (context.origin === `chrome-extension://${extensionId}` && frameId === frameTree.frame.id) {
      worlds.push(context.id);
    }
  });
  // Tells of every world that there is, before it answers.
  await session.send('Runtime.enable');
  return worlds;
}

/**
 * Reads the overlay, or another element of ours: calls `read` with its shadow root, in the content scripts' world. The root is closed, so neither
 * the page nor Playwright's locators reach into it; content scripts do. `read` must need nothing from around it but
 * `argument`, and give plain data. Null where there is no overlay.
 */
export async function readOverlay(
  page: Page,
  extensionId: string,
  read: (root: ShadowRoot, argument: string) => unknown,
  argument = '',
  element = overlayElement,
): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  try {
    const expression = `(() => {
      const host = document.querySelector('${element}');
      const root = host && chrome.dom?.openOrClosedShadowRoot(host);
      return root ? (${read})(root, ${JSON.stringify(argument)}) : null;
    })()`;
    for (const contextId of await contentWorlds(session, extensionId)) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      if ((result.value ?? null) !== null) return result.value;
    }
    return null;
  } finally {
    await session.detach();
  }
}

/** The overlay's words as they are shown, or null where there is no overlay. */
export async function overlayText(page: Page, extensionId: string): Promise<string | null> {
  const text = await readOverlay(page, extensionId, (root) =>
    [...root.children]
      .filter((child) => child instanceof HTMLElement && child.localName !== 'style')
      .map((child) => (child instanceof HTMLElement ? child.innerText : ''))
      .join('\n')
      .trim(),
  );
  return typeof text === 'string' ? text : null;
}

/** How long an element may take to be there and stand still. */
const patienceMs = 15_000;

/** Clicks the middle of the first element in the overlay that `selector` names, with the real mouse, once it stands still. */
export async function clickInOverlay(
  page: Page,
  extensionId: string,
  selector: string,
  element = overlayElement,
): Promise<void> {
  const read = (root: ShadowRoot, wanted: string) => {
    const box = root.querySelector(wanted)?.getBoundingClientRect();
    return box === undefined ? [] : [box.x + box.width / 2, box.y + box.height / 2];
  };
  const deadline = Date.now() + patienceMs;
  let last: readonly number[] = [];
  for (;;) {
    // While the page draws anew, or loads, there may be nothing to ask for a moment.
    const found = await readOverlay(page, extensionId, read, selector, element).catch(() => []);
    const [x, y]: unknown[] = Array.isArray(found) ? found : [];
    if (typeof x === 'number' && typeof y === 'number') {
      if (last[0] === x && last[1] === y) return page.mouse.click(x, y);
      last = [x, y];
    }
    if (Date.now() > deadline) throw new Error(`No ${selector} stands still in the overlay.`);
  }
}
