/**
 * A day and a night of watching, hour by hour on clocks that the test moves: busy and quiet hours, midnight, streams that
 * end, a worker that sleeps between. Nothing is lost, and nothing that runs all the time grows with the hours. Takes
 * minutes, so only in `npm run test:faults`.
 */
import type { Page } from '@playwright/test';
import { heapOfPage, heapOfWorker } from '../e2e/browser/heap.ts';
import { expect, test } from '../e2e/watching.ts';
import { BusyStream } from './busy-stream.ts';
import { seed, thorough } from './chosen.ts';
import { expectTruth } from './ledger-and-truth.ts';
import { MovedClock } from './moved-clock.ts';

const HOUR = 3_600_000;
const HOURS = 24;

/** Frames of an hour on the user's own stream, on the one that is watched, and in the middle of the night. */
const OWN = 400;
const WATCHED = 150;
const AT_NIGHT = 20;

/** The streams that are watched, one after the other, six hours each. */
const hosts = ['mira.plays', 'noor.live', 'tove.paints', 'sami.kitchen'] as const;
const HOURS_OF_A_STREAM = HOURS / hosts.length;

const isNight = (hour: number) => hour >= 14 && hour < 18;
/** In these hours the worker sleeps between; it lives through all hours before and after them. */
const sleepsIn = (hour: number) => hour >= 4 && hour < 12;

/** After the first and the last quarter of the day for the page, and of its own last life for the worker. */
const PAGE_HOURS = [6, 24];
const WORKER_HOURS = [15, 24];

/** A quarter of the frames kept would be more. */
const MOST_GROWTH = 4_000_000;

if (thorough) {
  test('a day and a night', async ({ watching }) => {
    test.setTimeout(1_500_000);
    console.log(`seed ${seed}`);
    const { sim, browser } = watching;
    const { context, extensionId } = browser;
    const clock = new MovedClock(browser);
    try {
      await clock.start();
      // Over by now, and at half past every hour: none of them is near midnight.
      const first = Math.floor(Date.now() / HOUR) * HOUR - (HOURS + 0.5) * HOUR;
      await clock.set(first, []);
      const own = await watching.open(sim.pageUrl('kai.watches'));
      await clock.set(first, [own]);
      await sim.waitForClients(1, { room: 'kai.watches' });
      const stream = new BusyStream(sim, 'kai.watches', seed);
      const pages: number[] = [];
      const workers: number[] = [];
      let watched: Page | null = null;
      for (let hour = 0; hour < HOURS; hour += 1) {
        await test.step(`hour ${hour}`, async () => {
          const host = hosts[Math.floor(hour / HOURS_OF_A_STREAM)] ?? 'mira.plays';
          if (hour % HOURS_OF_A_STREAM === 0) {
            await watched?.close();
            watched = await watching.open(sim.pageUrl(host));
            await sim.waitForClients(1, { room: host });
          }
          const open = watched === null ? [own] : [own, watched];
          await clock.set(first + hour * HOUR, open);
          const other = new BusyStream(sim, host, seed + hour, 'me');
          if (isNight(hour)) {
            for (let n = 0; n < AT_NIGHT; n += 1) await stream.quietFrame();
          } else {
            for (let n = 0; n < OWN; n += 1) await stream.frame();
            for (let n = 0; n < WATCHED; n += 1) await other.frame();
          }
          // A streak of an hour would be told of no more: it began too long ago to be news.
          await stream.end();
          await other.end();
          if ((hour + 1) % HOURS_OF_A_STREAM === 0) await sim.endRoom(host);
          await expectAll();
          if (sleepsIn(hour)) await browser.killWorker();
          if (PAGE_HOURS.includes(hour + 1)) pages.push(await heapOfPage(own));
          if (WORKER_HOURS.includes(hour + 1)) {
            workers.push(await heapOfWorker(context, extensionId));
          }
        });
      }
      console.log(`heaps of page and capture: ${pages}; of the worker: ${workers}`);
      await expectTruth(watching, truth());
      for (const [early = 0, late = 0] of [pages, workers]) {
        expect(late - early).toBeLessThan(MOST_GROWTH);
      }
    } finally {
      clock.end();
    }

    function truth() {
      return sim.truth().filter(({ mine, host }) => mine || host.handle === 'kai.watches');
    }

    async function expectAll(): Promise<void> {
      await expect
        .poll(async () => (await watching.ledger()).entries.length, { timeout: 60_000 })
        .toBe(truth().length);
    }
  });
}
