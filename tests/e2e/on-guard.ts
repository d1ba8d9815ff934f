/** What tests see of the guard's dialog on a page, and do to it as a person would. */
import type { Page } from '@playwright/test';
import { freshGuard, type GuardSettings } from '../../utils/core/guard.ts';
import { clickInOverlay, readOverlay } from './browser/overlay.ts';
import { operateIn } from './on-budgets.ts';
import { expect, type Watching } from './watching.ts';

const element = 'gift-ledger-guard';

const set = new WeakMap<Watching, GuardSettings>();

/** Sets the guard as the extension's own page does, and waits until it holds and pages to come would have its script. */
export async function setGuard(watching: Watching, changed: Partial<GuardSettings>): Promise<void> {
  const before = set.get(watching) ?? { ...freshGuard, waitSeconds: 3 };
  const guard: GuardSettings = { ...before, on: true, ...changed };
  set.set(watching, guard);
  const inside = await watching.browser.openPage('manifest.json');
  await operateIn(inside, { type: 'guard-set', guard });
  const holds = async () =>
    (await watching.ledger()).standings.flatMap((row) =>
      row.type === 'guard' ? [row.standing.value] : [],
    );
  await expect.poll(holds).toEqual([guard]);
  const registered = () =>
    inside.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(registered).toBe(guard.on ? 1 : 0);
  await inside.close();
}

/** The guard's dialog on one page. */
export class OnGuard {
  readonly page: Page;
  readonly #extensionId: string;

  constructor(page: Page, { browser }: Watching) {
    this.page = page;
    this.#extensionId = browser.extensionId;
  }

  /** The words of what `selector` names, in one line; empty where there is nothing. */
  async words(selector = '.guard'): Promise<string> {
    const read = (root: ShadowRoot, wanted: string) =>
      root.querySelector<HTMLElement>(wanted)?.innerText ?? '';
    const text = await readOverlay(this.page, this.#extensionId, read, selector, element);
    return String(text ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Whether it is asking something. */
  async isOpen(): Promise<boolean> {
    return (await this.words()) !== '';
  }

  /** Waits until it asks something. */
  async opened(): Promise<void> {
    await expect.poll(() => this.isOpen()).toBe(true);
  }

  /** Waits until it asks nothing. */
  async closed(): Promise<void> {
    await expect.poll(() => this.isOpen()).toBe(false);
  }

  /** Waits until the gift can be sent anyway. */
  async ready(): Promise<void> {
    const read = (root: ShadowRoot) =>
      root.querySelector('.guard-answers button + button')?.getAttribute('aria-disabled');
    await expect
      .poll(async () => readOverlay(this.page, this.#extensionId, read, '', element))
      .toBe('false');
  }

  notNow(): Promise<void> {
    return clickInOverlay(this.page, this.#extensionId, '.guard-main', element);
  }

  sendAnyway(): Promise<void> {
    const second = '.guard-answers button + button';
    return clickInOverlay(this.page, this.#extensionId, second, element);
  }

  /** The words of what has the keyboard within it; `dialog` for the dialog itself, empty for nothing. */
  async focused(): Promise<string> {
    const read = (root: ShadowRoot) => {
      const { activeElement } = root;
      if (activeElement instanceof HTMLButtonElement) return activeElement.innerText;
      return activeElement === null ? '' : 'dialog';
    };
    const words = await readOverlay(this.page, this.#extensionId, read, '', element);
    return String(words ?? '').replace(/\s*\(\d+\)$/, '');
  }

  /** Whether its middle is on top of all else on screen. */
  async isOnTop(): Promise<boolean> {
    const read = (root: ShadowRoot) => {
      const box = root.querySelector('.guard')?.getBoundingClientRect();
      const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top === root.host;
    };
    return (await readOverlay(this.page, this.#extensionId, read, '', element)) === true;
  }
}
