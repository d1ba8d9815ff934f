/** What is left in memory of an hour of busy chat, and what a burst of it costs the page. */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { findBrowser } from '../e2e/browser/find.ts';
import { heapOfPage, heapOfWorker } from '../e2e/browser/heap.ts';
import { BusyStream } from '../faults/busy-stream.ts';
import { startSim } from '../sim/server.ts';
import type { Sim } from '../sim/sim.ts';
import { aside, atMost, type Metric, median } from './metrics.ts';
import { busyFrames } from './tiktok-frames.ts';

/** An hour of twenty frames a second, as quickly as they can be sent. */
const FRAMES_OF_AN_HOUR = 72_000;
/** Of it before the first look at memory: what is made once is no growth. */
const FRAMES_BEFORE = 2_000;
const BURST = 3_000;
const ROUNDS = 5;
const ROOM = 'mira.plays';
/** Ours: the design names no number. */
const MOST_MEGABYTES = 5;

/** Waits until the page has answered every frame. */
async function answered(sim: Sim, page: Page): Promise<void> {
  for (;;) {
    const { sent, received } = sim.socketCounts();
    if (sent - (received.ack ?? 0) - (received.hb ?? 0) <= 0) return;
    await page.waitForTimeout(50);
  }
}

/** Seconds that a page's own thread was busy so far. */
async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Seconds that the page's thread is busy with a burst of frames. */
async function burstOn(page: Page, sim: Sim): Promise<readonly number[]> {
  await page.goto(sim.pageUrl(ROOM));
  await sim.waitForClients(1);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const frames = busyFrames(BURST, true);
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await answered(sim, page);
    const before = await busySeconds(session);
    for (const frame of frames) await sim.raw(frame);
    await answered(sim, page);
    // The first round is for warming up.
    if (round > 0) times.push((await busySeconds(session)) - before);
  }
  await session.detach();
  return times;
}

/** Measures a burst on a page with the extension against one without. */
export async function measureBurst(
  extensionPath: string,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  try {
    const browser = await launchChromium({ extensionPath, simPort: sim.port });
    const cost = await burstOn(await browser.context.newPage(), sim).finally(browser.close);
    const plain = await chromium.launch({
      executablePath: findBrowser('chromium'),
      args: sim.chromiumArgs,
    });
    const free = await burstOn(await plain.newPage(), sim).finally(() => plain.close());
    say(
      `Burst: ${BURST} frames of 20 messages at once, ${ROUNDS} times; time of the page's thread.`,
    );
    return [
      aside('a chat burst costs the page, with ÷ without', median(cost) / median(free), '×'),
      aside('a frame of it with', (median(cost) * 1e6) / BURST, 'µs'),
      aside('a frame of it without', (median(free) * 1e6) / BURST, 'µs'),
    ];
  } finally {
    await sim.close();
  }
}

/** Measures what page, capture script and worker hold before and after an hour of busy chat. */
export async function measureBusyHour(
  extensionPath: string,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  const browser = await launchChromium({ extensionPath, simPort: sim.port });
  try {
    const page = await browser.context.newPage();
    await page.goto(sim.pageUrl(ROOM));
    await sim.waitForClients(1);
    await browser.worker();
    const stream = new BusyStream(sim, ROOM, 1);
    const send = async (frames: number) => {
      for (let frame = 0; frame < frames; frame += 1) await stream.frame();
      await answered(sim, page);
    };
    const heaps = async () => [
      (await heapOfPage(page)) / 1e6,
      (await heapOfWorker(browser.context, browser.extensionId)) / 1e6,
    ];
    await send(FRAMES_BEFORE);
    const [pageBefore = 0, workerBefore = 0] = await heaps();
    await send(FRAMES_OF_AN_HOUR);
    const [pageAfter = 0, workerAfter = 0] = await heaps();
    say(
      `Hour: ${FRAMES_OF_AN_HOUR} frames of a viewer's stream; heaps with nothing left to sweep.`,
    );
    return [
      atMost(
        'heap of page and capture, grown by an hour',
        pageAfter - pageBefore,
        'MB',
        MOST_MEGABYTES,
      ),
      atMost(
        'heap of the worker, grown by an hour',
        workerAfter - workerBefore,
        'MB',
        MOST_MEGABYTES,
      ),
      aside('heap of page and capture after an hour', pageAfter, 'MB'),
      aside('heap of the worker after an hour', workerAfter, 'MB'),
    ];
  } finally {
    await browser.close();
    await sim.close();
  }
}
