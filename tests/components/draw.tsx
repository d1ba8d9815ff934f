import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';

/** Draws into a fresh place in the document. */
export async function draw(what: ComponentChild): Promise<HTMLElement> {
  const stage = document.createElement('div');
  document.body.replaceChildren(stage);
  await redraw(what, stage);
  return stage;
}

/** Draws again in the same place. */
export async function redraw(what: ComponentChild, stage: HTMLElement): Promise<void> {
  await act(() => render(what, stage));
}

/** The one element that a selector names. */
export function one<Element extends HTMLElement = HTMLElement>(
  stage: ParentNode,
  selector: string,
): Element {
  const found = stage.querySelectorAll<Element>(selector);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} elements are ${selector}`);
  }
  return first;
}

/** Types text into a field. */
export async function type(field: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Presses a key on an element. */
export async function press(on: HTMLElement, key: string, shiftKey = false): Promise<void> {
  await act(() => {
    on.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    );
  });
}

/** Clicks an element. */
export async function click(on: HTMLElement): Promise<void> {
  await act(() => on.click());
}

/** The words of an element, marks of isolation and repeated spaces left out. */
export const words = (of: HTMLElement): string =>
  (of.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
