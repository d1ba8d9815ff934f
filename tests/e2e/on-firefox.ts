/** What tests do on a page in Firefox as a person would, and what they see of it. */
import type { Page } from 'puppeteer-core';

/** Words as they are read: in one line, without the marks that keep names apart from what is around them. */
export const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A page of the extension in Firefox. */
export class OnFirefox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The words of the first element that `selector` names; empty where there is none. */
  async words(selector = 'main'): Promise<string> {
    const text = await this.page.evaluate(
      (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
      selector,
    );
    return plain(text);
  }

  /** Clicks what `selector` names, once it is there and stands still. Pages behind others do not draw: this one comes to the front. */
  async click(selector: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator(selector).click();
  }

  /** Clicks the button, link or summary that says just this. */
  press(words: string): Promise<void> {
    const named = ['button', 'a', 'summary'].map((tag) => `self::${tag}`).join(' or ');
    return this.click(`::-p-xpath(//*[${named}][normalize-space(.)="${words}"])`);
  }

  async fill(selector: string, text: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator(selector).fill(text);
  }

  /** Goes to another screen of the dashboard by its address, as a link does. */
  async goTo(screen: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, screen);
  }
}

/**
 * The words of one of the extension's pages that is open anywhere: side bars and pop-outs are in no tab that Puppeteer
 * knows. Empty where none is.
 */
export async function wordsInside(inside: Page, path: string): Promise<string> {
  return plain(
    await inside.evaluate((wanted) => {
      const view = chrome.extension.getViews().find(({ location }) => location.pathname === wanted);
      return view?.document.body.innerText ?? '';
    }, path),
  );
}

/** Clicks what `selector` names in such a page. */
export function clickInside(inside: Page, path: string, selector: string): Promise<void> {
  return inside.evaluate(
    (wanted, named) => {
      const view = chrome.extension.getViews().find(({ location }) => location.pathname === wanted);
      view?.document.querySelector<HTMLElement>(named)?.click();
    },
    path,
    selector,
  );
}
