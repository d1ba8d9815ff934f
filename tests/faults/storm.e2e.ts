/** Far more than any stream brings: 50,000 frames in a minute on one page, in `npm test` some thousands in seconds. */
import { setTimeout as pause } from 'node:timers/promises';
import { heapOfPage, heapOfWorker } from '../e2e/browser/heap.ts';
import { expect, test } from '../e2e/watching.ts';
import { BusyStream } from './busy-stream.ts';
import { seed, thorough } from './chosen.ts';
import { expectTruth } from './ledger-and-truth.ts';

const FRAMES = thorough ? 50_000 : 2_000;
const A_SECOND = 50_000 / 60;
/** How long a busy machine may take to get through what was sent. */
const PATIENCE_MS = 400_000;

/** Frames between two looks at the clock. */
const STRIDE = 100;

/** What scripts may hold more than before once everything is stored: a storm that is kept would be many times this. */
const MOST_GROWTH = 16_000_000;

test(`a storm of ${FRAMES} frames`, async ({ watching }) => {
  test.setTimeout(900_000);
  console.log(`seed ${seed}`);
  const { sim, browser } = watching;
  const { context, extensionId } = browser;
  const page = await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  const stream = new BusyStream(sim, 'kai.watches', seed);
  // What is made once, with the first gifts, is no growth.
  for (let frame = 0; frame < STRIDE; frame += 1) await stream.frame();
  await expect.poll(async () => (await watching.ledger()).entries.length).toBeGreaterThan(0);
  await browser.worker();
  const before = [await heapOfPage(page), await heapOfWorker(context, extensionId)];

  const start = performance.now();
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await stream.frame();
    const due = start + ((frame + 1) * 1_000) / A_SECOND;
    if (frame % STRIDE === 0) await pause(Math.max(0, due - performance.now()));
  }
  await stream.end();
  const { sent, received } = sim.socketCounts();
  console.log(
    `${FRAMES} frames in ${Math.round(performance.now() - start)} ms, ${sent - (received.ack ?? 0)} not answered by the page yet`,
  );

  // The page's own handler answers every frame.
  const answered = () => {
    const { sent: frames, received: answers } = sim.socketCounts();
    return frames - (answers.ack ?? 0) - (answers.hb ?? 0);
  };
  await expect.poll(answered, { timeout: PATIENCE_MS }).toBe(0);
  await expectTruth(watching, sim.truth({ room: 'kai.watches' }));
  const { pages } = await watching.ledger();
  // A page of the test before, whose tab was closed, may have told of itself after everything was emptied.
  const told = new Set(pages.map(({ health }) => JSON.stringify([health.dropped, health.refused])));
  expect([...told]).toEqual(['[0,{}]']);
  const after = [await heapOfPage(page), await heapOfWorker(context, extensionId)];
  const growth = after.map((used, n) => used - (before[n] ?? 0));
  console.log(`heap of page and capture, of the worker: grown by ${growth.join(' and ')} bytes`);
  for (const grown of growth) expect(grown).toBeLessThan(MOST_GROWTH);
});
