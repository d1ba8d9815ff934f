/** What tests see of the overlay on a page, and do to it as a person would. */
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { clickInOverlay, readOverlay } from './browser/overlay.ts';

/** A box in the viewport, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** The overlay of one page. */
export class OnOverlay {
  readonly page: Page;
  readonly #extensionId: string;

  constructor(page: Page, { extensionId }: { readonly extensionId: string }) {
    this.page = page;
    this.#extensionId = extensionId;
  }

  /** The words of what `selector` names, in one line; empty where there is nothing. */
  async words(selector = '.overlay'): Promise<string> {
    const read = (root: ShadowRoot, wanted: string) => {
      const found = root.querySelector<HTMLElement>(wanted);
      return found === null ? '' : found.innerText;
    };
    const text = await readOverlay(this.page, this.#extensionId, read, selector);
    return String(text ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** What stands in the fields that `selector` names. */
  async values(selector: string): Promise<string[]> {
    const read = (root: ShadowRoot, wanted: string) =>
      [...root.querySelectorAll<HTMLInputElement>(wanted)].map(({ value }) => value);
    const found = await readOverlay(this.page, this.#extensionId, read, selector);
    return z.parse(z.array(z.string()), found ?? []);
  }

  /** What is shown of it: `dot`, `pill` or `card`; empty for nothing. */
  async shape(): Promise<string> {
    const read = (root: ShadowRoot) => root.querySelector<HTMLElement>('.overlay')?.dataset.shape;
    return String((await readOverlay(this.page, this.#extensionId, read)) ?? '');
  }

  /** Where it is. Throws where it is not shown. */
  async box(): Promise<Box> {
    const read = (root: ShadowRoot) => {
      const drawn = root.querySelector('.overlay')?.getBoundingClientRect();
      return drawn && { x: drawn.x, y: drawn.y, width: drawn.width, height: drawn.height };
    };
    return z.parse(box, await readOverlay(this.page, this.#extensionId, read));
  }

  /** Whether the middle of the overlay is on top of all else on screen. */
  async isOnTop(): Promise<boolean> {
    const { x, y, width, height } = await this.box();
    return this.page.evaluate(
      ([left, top]) => document.elementFromPoint(left, top)?.localName === 'gift-ledger-overlay',
      [x + width / 2, y + height / 2] as const,
    );
  }

  click(selector: string): Promise<void> {
    return clickInOverlay(this.page, this.#extensionId, selector);
  }

  /** Opens the card's menu and picks a line, from the top, beginning with 1. */
  async pick(line: number): Promise<void> {
    await this.click('[aria-haspopup=menu]');
    await this.click(`[role=menuitem]:nth-of-type(${line})`);
  }

  /** Puts the keyboard's focus on what `selector` names. */
  async focus(selector: string): Promise<void> {
    const read = (root: ShadowRoot, wanted: string) => {
      root.querySelector<HTMLElement>(wanted)?.focus();
      return root.activeElement?.matches(wanted) ?? false;
    };
    if ((await readOverlay(this.page, this.#extensionId, read, selector)) !== true) {
      throw new Error(`${selector} took no focus.`);
    }
  }

  /** Drags it by its words, by so many px. */
  async drag(right: number, down: number): Promise<void> {
    const { x, y } = await this.box();
    const from = { x: x + 60, y: y + 18 };
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + right / 2, from.y + down / 2, { steps: 4 });
    await this.page.mouse.move(from.x + right, from.y + down, { steps: 4 });
    await this.page.mouse.up();
  }
}

/** Whether two boxes share any area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
