/** What the extension costs the page: time before its own socket handler, and memory. */
import { setTimeout as pause } from 'node:timers/promises';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { findBrowser } from '../e2e/browser/find.ts';
import { startSim } from '../sim/server.ts';
import type { Sim } from '../sim/sim.ts';
import { aside, atMost, type Metric, median, quantile } from './metrics.ts';
import { busyFrames } from './tiktok-frames.ts';
import { type Moment, traceCalls } from './trace.ts';

const FRAMES = 3_000;
const ROUNDS = 3;

/** Sends every frame by itself, as a stream does: many at once would share the work. */
async function burst(sim: Sim, frames: readonly Uint8Array[]): Promise<void> {
  for (const [n, frame] of frames.entries()) {
    await sim.raw(frame);
    if (n % 20 === 19) await pause(10);
  }
  await pause(1_000);
}

/** What happened between the arrival of a frame and the page's own handler. Microseconds. */
interface Wait {
  /** Until the page's handler began. */
  readonly all: number;
  /** Of it, in the extension's listener. */
  readonly ours: number;
}

function waitsIn(moments: readonly Moment[]): readonly Wait[] {
  const found: Wait[] = [];
  moments.forEach((frame, at) => {
    if (!frame.isFrame) return;
    let ours = 0;
    for (const next of moments.slice(at + 1, at + 20)) {
      if (next.thread !== frame.thread) continue;
      if (next.isFrame) return;
      if (next.url.startsWith('https:')) {
        found.push({ all: next.start - frame.start, ours });
        return;
      }
      if (next.url.startsWith('chrome-extension:')) ours += next.duration;
    }
  });
  return found;
}

/** Bytes of the page's heap that are in use, the extension's scripts in it included. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

interface Cost {
  readonly waits: readonly Wait[];
  readonly heap: number;
}

async function costOn(page: Page, sim: Sim, rounds: number): Promise<Cost> {
  await page.goto(sim.pageUrl());
  await sim.waitForClients(1);
  const session = await page.context().newCDPSession(page);
  const frames = busyFrames(FRAMES, true);
  const all: Wait[] = [];
  for (let round = 0; round < rounds; round += 1) {
    all.push(...waitsIn(await traceCalls(session, () => burst(sim, frames))));
  }
  const heap = await heapOf(session);
  await session.detach();
  return { waits: all, heap };
}

async function withExtension(extensionPath: string, sim: Sim): Promise<Cost> {
  const browser = await launchChromium({ extensionPath, simPort: sim.port });
  try {
    return await costOn(await browser.context.newPage(), sim, ROUNDS);
  } finally {
    await browser.close();
  }
}

async function without(sim: Sim): Promise<Cost> {
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: sim.chromiumArgs,
  });
  try {
    return await costOn(await browser.newPage(), sim, ROUNDS);
  } finally {
    await browser.close();
  }
}

/** Measures what a page pays, in real Chromium on real sockets. */
export async function measurePageCost(
  extensionPath: string,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  const sim = await startSim();
  try {
    const cost = await withExtension(extensionPath, sim);
    const plain = await without(sim);
    if (cost.waits.length < FRAMES || plain.waits.length < FRAMES) {
      throw new Error(`Traces show ${cost.waits.length} and ${plain.waits.length} frames.`);
    }
    say(`Page: ${cost.waits.length} frames of a real socket in traces, each in a task of its own;`);
    say('from arrival to the start of the page’s handler, with the extension less without.');
    const all = (waits: readonly Wait[]) => waits.map((wait) => wait.all);
    const ours = cost.waits.map((wait) => wait.ours);
    return [
      atMost(
        'page’s socket handler waits for us, a frame',
        median(all(cost.waits)) - median(all(plain.waits)),
        'µs',
        20,
      ),
      aside('time in our listener, a frame', median(ours), 'µs'),
      aside('time in our listener, slowest 5 % of frames, from', quantile(ours, 0.95), 'µs'),
      aside('heap of page and capture after a burst', cost.heap / 1e6, 'MB'),
      aside('heap of the page alone after the same', plain.heap / 1e6, 'MB'),
    ];
  } finally {
    await sim.close();
  }
}
