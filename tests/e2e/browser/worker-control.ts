import type { CDPSession } from '@playwright/test';

/** How long the browser may take on a busy machine. */
const patienceMs = 30_000;

/**
 * The extension's service worker as the browser runs it. Playwright cannot tell: it keeps one `Worker` over any number
 * of stops and starts.
 */
export interface WorkerControl {
  isRunning(): boolean;
  /** Ends the worker as the browser does with an idle one. */
  stop(): Promise<void>;
  /** Starts the worker, as an event for it would. */
  start(): Promise<void>;
}

/** Takes control through a DevTools session on one of the extension's pages; `scope` is the extension's root address. */
export async function controlWorker(session: CDPSession, scope: string): Promise<WorkerControl> {
  let status = 'unknown';
  let changed = () => {};
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const version of versions) {
      if (!version.scriptURL.startsWith(scope)) continue;
      status = version.runningStatus;
      changed();
    }
  });

  const reach = (...wanted: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`The service worker is ${status}, not ${wanted.join(' or ')}.`));
      }, patienceMs);
      changed = () => {
        if (!wanted.includes(status)) return;
        clearTimeout(timer);
        resolve();
      };
      changed();
    });

  const known = reach('running', 'stopped');
  await session.send('ServiceWorker.enable');
  await known;
  return {
    isRunning: () => status === 'running',
    async stop() {
      await session.send('ServiceWorker.stopAllWorkers');
      await reach('stopped');
    },
    async start() {
      await session.send('ServiceWorker.startWorker', { scopeURL: scope });
      await reach('running');
    },
  };
}
