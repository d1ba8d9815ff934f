// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchElements } from '../../entrypoints/capture.content/page-elements.ts';
import type { PageElements } from '../../utils/platforms/types.ts';

/** A page with notes in a list; only those that begin with `+` tell of something. */
const page: PageElements = {
  shows: (url) => url.hash !== '#nowhere',
  within: '.list',
  elements: '.note',
  attributes: ['data-id'],
  read: (element) => {
    looked += 1;
    const text = element.textContent ?? '';
    const id = element.getAttribute('data-id');
    return id === null || !text.startsWith('+') ? '' : `${id} ${text}`;
  },
  about: (document) => document.body.getAttribute('data-user') ?? '',
  lacking: (document) => (document.querySelector('.list') === null ? 'nothing' : ''),
};

let looked = 0;
let told: string[] = [];
let stops: (() => void)[] = [];

/** Lets pass what was set for later: observers' news, then timers. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(50);
  }
}

function note(id: string | null, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'note';
  if (id !== null) element.dataset.id = id;
  element.textContent = text;
  return element;
}

const list = () => document.querySelector('.list') ?? document.body;

function start(): void {
  watchElements(
    {
      setInterval: (run, ms) => Number(setInterval(run, ms)),
      setTimeout: (run, ms) => Number(setTimeout(run, ms)),
      onInvalidated: (stop) => {
        stops.push(stop);
        return () => undefined;
      },
    },
    page,
    ({ body }) => told.push(String(body)),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  looked = 0;
  told = [];
  stops = [];
  location.hash = '';
  document.body.innerHTML = '<main><p class="note" data-id="0">+outside</p></main>';
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
  document.body.removeAttribute('data-user');
});

it('tells what stands there and what comes, once each, and nothing of the rest of the page', async () => {
  document.body.innerHTML += '<div class="list"><p class="note" data-id="1">+one</p></div>';
  start();
  await pass(500);
  list().append(note('2', '+two'), note('3', 'plain'));
  const wrapper = document.createElement('div');
  wrapper.append(note('4', '+four'));
  list().append(wrapper);
  await pass(500);
  // Lists draw the same again.
  list().innerHTML = '';
  list().append(note('2', '+two'), note('1', '+one'));
  await pass(500);
  expect(told).toEqual(['1 +one', '2 +two', '4 +four']);
});

it('waits until an element stands still, and until it has what it needs', async () => {
  document.body.innerHTML += '<div class="list"></div>';
  start();
  const growing = note(null, '+');
  list().append(growing);
  await pass(200);
  growing.dataset.id = '7';
  for (const text of ['+1', '+15', '+150']) {
    growing.textContent = text;
    await pass(100);
  }
  await pass(500);
  expect(told).toEqual(['7 +150']);
});

it('finds a list that comes later or in another place, and looks at nothing where nothing is shown', async () => {
  start();
  await pass(1_200);
  document.body.innerHTML += '<div class="list"><p class="note" data-id="1">+one</p></div>';
  await pass(1_500);
  list().remove();
  document.body.innerHTML += '<div class="list"><p class="note" data-id="2">+two</p></div>';
  await pass(1_500);
  expect(told).toEqual(['1 +one', '2 +two']);
  location.hash = '#nowhere';
  await pass(1_200);
  list().append(note('3', '+three'));
  await pass(1_500);
  expect(told).toEqual(['1 +one', '2 +two']);
});

it('reads only some in one go, and all in the end', async () => {
  const notes = Array.from({ length: 120 }, (_, n) => note(String(n), '+x'));
  document.body.innerHTML += '<div class="list"></div>';
  list().append(...notes);
  start();
  await vi.advanceTimersByTimeAsync(160);
  expect(looked).toBe(50);
  await pass(2_000);
  expect(told).toHaveLength(120);
});

it('tells who uses the page whenever that changes, and that a page is not what it was once', async () => {
  document.body.dataset.user = 'kai';
  start();
  await pass(1_200);
  document.body.dataset.user = 'mira';
  await pass(10_000);
  expect(told).toEqual(['kai', 'mira', 'nothing']);
});

it('is over with the script', async () => {
  document.body.innerHTML += '<div class="list"></div>';
  start();
  for (const stop of stops) stop();
  list().append(note('1', '+one'));
  await pass(500);
  expect(told).toEqual([]);
});
