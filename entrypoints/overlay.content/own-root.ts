import { ownEvents } from './own-events.ts';

/** An element of ours in the page, and its root, which only we hold. */
export interface OwnRoot {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

let nowhere: Document | null = null;

/**
 * Makes an element with a closed root that the page cannot reach. It is made outside of the page's document: a page may
 * have a class of its own for elements of this name, and a class can read the closed root of what was made as one.
 */
export function createOwnRoot(name: string): OwnRoot {
  nowhere ??= document.implementation.createHTMLDocument();
  const host = nowhere.createElement(name);
  return { host, root: host.attachShadow({ mode: 'closed' }) };
}

/** What is drawn over a page. */
export interface OwnUi extends OwnRoot {
  readonly container: HTMLElement;
}

/** Makes an element to draw in, with a style that the page's does not reach and events that stay inside. */
export function createOwnUi(name: string, style: string): OwnUi {
  const { host, root } = createOwnRoot(name);
  const sheet = document.createElement('style');
  sheet.textContent = `:host{all:initial !important}${style}`;
  const container = document.createElement('div');
  root.append(sheet, container);
  for (const type of ownEvents) root.addEventListener(type, (event) => event.stopPropagation());
  return { host, root, container };
}
