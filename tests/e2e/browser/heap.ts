/** How much memory scripts hold, once what nothing needs any more is swept out. Bytes. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** Of a page: its own scripts and our content scripts in it share one heap. */
export async function heapOfPage(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  } finally {
    await session.detach();
  }
}

/** Of the extension's service worker, which must be running. */
export async function heapOfWorker(context: BrowserContext, extensionId: string): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser cannot be asked');
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const target = targetInfos.find(
      ({ type, url }) =>
        type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
    );
    if (target === undefined) throw new Error('the service worker does not run');
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    });
    await askTarget(session, sessionId, 'HeapProfiler.collectGarbage');
    const usage = await askTarget(session, sessionId, 'Runtime.getHeapUsage');
    const used: unknown = Reflect.get(Object(usage), 'usedSize');
    if (typeof used !== 'number') throw new Error('the service worker tells no heap');
    return used;
  } finally {
    await session.detach();
  }
}

let asked = 0;

/** Asks a target that the session is attached to: Playwright has no sessions for workers. */
function askTarget(session: CDPSession, sessionId: string, method: string): Promise<unknown> {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const hear = (event: { sessionId: string; message: string }) => {
      const answer: unknown = JSON.parse(event.message);
      if (event.sessionId !== sessionId || Reflect.get(Object(answer), 'id') !== id) return;
      session.off('Target.receivedMessageFromTarget', hear);
      resolve(Reflect.get(Object(answer), 'result'));
    };
    session.on('Target.receivedMessageFromTarget', hear);
    void session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params: {} }),
    });
  });
}
