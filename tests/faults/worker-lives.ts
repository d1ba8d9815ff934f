/**
 * The real background without a browser: its workers live one after the other over one database, one storage and one
 * set of alarms, and die where a test says. Tests mock `protocol.ts` by {@link bus}.
 */
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Life, mortal, openedThrough } from './mortality.ts';

type Handler = (message: { readonly data: unknown; readonly sender: unknown }) => unknown;

/** The worker that runs, or ran last. */
let current: WorkerLives | null = null;

/** Stands in for `utils/messaging/protocol.ts`. */
export const bus = {
  onMessage: (name: string, handler: Handler) => current?.listen(name, handler),
  sendMessage: (name: string, _data: unknown, target: unknown) =>
    current?.inTabs(name, target) ?? Promise.reject(new Error('no receiver')),
};

/** What the browser knows of a content script in the first tab, as `runtime.onMessage` tells it. */
export const captureIn = (address: string, part: object = {}) => ({
  id: browser.runtime.id,
  tab: { id: 1, url: address },
  frameId: 0,
  url: address,
  origin: new URL(address).origin,
  ...part,
});

/** What a sender learns when the worker died before it answered. */
export class PortClosed extends Error {
  override readonly name = 'PortClosed';
}

/** Workers of one profile of a browser. */
export class WorkerLives {
  /** What all workers did, in order, so that a failing test can say where one died. */
  readonly steps: string[] = [];
  /** Notifications by id, each as often as the browser was asked to show it. */
  readonly shown = new Map<string, number>();
  readonly #main: () => void;
  readonly #dieAt: number;
  readonly #onDeath: () => void;
  #life: Life | null = null;
  /** What the database refuses from now on; see {@link Life.refuse}. */
  refuse: Life['refuse'] = null;
  /** What tabs answer to messages; null where none listens. */
  inTabs: (name: string, target: unknown) => Promise<unknown> | null = () => null;
  #handlers = new Map<string, Handler>();
  readonly #waiting = new Set<(error: Error) => void>();

  /** `main` is the background's; the worker dies at step `dieAt`, 0 for never. `onDeath` hears of it in that moment. */
  constructor(main: () => void, dieAt = 0, onDeath: () => void = () => undefined) {
    this.#main = main;
    this.#dieAt = dieAt;
    this.#onDeath = onDeath;
    Dexie.dependencies.indexedDB = new IDBFactory();
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
    this.#installBrowser();
    current = this;
  }

  get running(): boolean {
    return this.#life?.dead === false;
  }

  /** The names of all messages that the worker listens to. */
  get messages(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  listen(name: string, handler: Handler): void {
    this.#handlers.set(name, handler);
  }

  /** Starts a worker where none runs. */
  wake(): Life {
    if (this.#life?.dead === false) return this.#life;
    for (const event of [
      browser.alarms.onAlarm,
      browser.storage.onChanged,
      browser.storage.local.onChanged,
      browser.tabs.onRemoved,
      browser.notifications.onClicked,
      browser.runtime.onStartup,
      browser.runtime.onInstalled,
    ]) {
      if ('removeAllListeners' in event)
        Reflect.apply(event.removeAllListeners as () => void, event, []);
    }
    this.#handlers = new Map();
    const life = new Life(this.steps, this.#dieAt, () => {
      for (const reject of this.#waiting) reject(new PortClosed());
      this.#waiting.clear();
      this.#onDeath();
    });
    life.refuse = (step, transaction) => this.refuse?.(step, transaction) ?? null;
    this.#life = life;
    openedThrough((core) => mortal(core, life), this.#main);
    return life;
  }

  /** Brings a message to the worker, which is woken for it. Rejected with {@link PortClosed} where it dies of it. */
  async deliver(name: string, data: unknown, sender: unknown): Promise<unknown> {
    const life = this.wake();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.add(reject);
    if (life.lives(`receive ${name}`)) {
      const handler = this.#handlers.get(name);
      if (handler === undefined) throw new Error(`nobody listens to ${name}`);
      const answer = (give: () => void) => {
        if (life.lives(`answer ${name}`)) give();
      };
      Promise.try(handler, { data: structuredClone(data), sender }).then(
        (result) => answer(() => resolve(result)),
        (error: unknown) => answer(() => reject(asItArrives(error))),
      );
    } else {
      reject(new PortClosed());
    }
    return promise.finally(() => this.#waiting.delete(reject));
  }

  /** Does something that the worker asked of the browser: one of its steps. */
  asked<T>(step: string, act: () => Promise<T>): Promise<T> {
    return this.#life?.outside(step, act) ?? act();
  }

  /** Ends whatever still runs. */
  end(): void {
    this.#life?.die();
  }

  /** Waits until the worker does nothing more. */
  async idle(): Promise<void> {
    let quiet = 0;
    for (let before = -1; quiet < 20; ) {
      await new Promise(setImmediate);
      const { length } = this.steps;
      quiet = length === before ? quiet + 1 : 0;
      before = length;
    }
  }

  #installBrowser(): void {
    fakeBrowser.reset();
    vi.restoreAllMocks();
    const { shown } = this;
    const outside = <T>(step: string, act: () => Promise<T>) => this.asked(step, act);
    vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
    vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(async () => []);
    vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation(async () => undefined);
    vi.spyOn(browser.notifications, 'getPermissionLevel').mockImplementation(async () => 'granted');
    vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key) => key);
    for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
      vi.spyOn(event, 'addListener').mockImplementation(() => undefined);
    }
    const setAlarm = browser.alarms.create.bind(browser.alarms);
    vi.spyOn(browser.alarms, 'create').mockImplementation((...args: unknown[]) =>
      outside('alarm', async () => Reflect.apply(setAlarm, undefined, args)),
    );
    vi.spyOn(browser.notifications, 'create').mockImplementation((id: unknown) =>
      outside('notification', async () => {
        shown.set(String(id), (shown.get(String(id)) ?? 0) + 1);
        return String(id);
      }),
    );
  }
}

/** Errors cross between scripts with nothing but their name and message. */
function asItArrives(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new Error(message), { name });
}
