/** What the extension costs the page: time before its own socket handler, and memory. */
import { setTimeout as pause } from 'node:timers/promises';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { findBrowser } from '../e2e/browser/find.ts';
import { startSim } from '../sim/server.ts';
import type { Sim } from '../sim/sim.ts';
import { aside, atMost, type Metric, median, quantile } from './metrics.ts';
import { busyFrames } from './tiktok-frames.ts';
import { type Call, traceCalls } from './trace.ts';

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

/**
 * The time of our listener in each dispatch that also calls a listener of the page: only sockets have both, and ours
 * comes first.
 */
function waits(calls: readonly Call[]): readonly number[] {
  const found: number[] = [];
  const dispatches = calls.filter(({ event }) => event === 'message');
  const within = (outer: Call, inner: Call) =>
    outer.thread === inner.thread &&
    inner.start >= outer.start &&
    inner.start + inner.duration <= outer.start + outer.duration;
  const functions = calls.filter(({ event }) => event === '').toSorted((a, b) => a.start - b.start);
  let from = 0;
  for (const dispatch of dispatches.toSorted((a, b) => a.start - b.start)) {
    while ((functions[from]?.start ?? Number.POSITIVE_INFINITY) < dispatch.start) from += 1;
    const inner: Call[] = [];
    for (let at = from; at < functions.length; at += 1) {
      const call = functions[at];
      if (call === undefined || call.start > dispatch.start + dispatch.duration) break;
      if (within(dispatch, call)) inner.push(call);
    }
    const ours = inner.filter(({ url }) => url.startsWith('chrome-extension:'));
    const theirs = inner.some(({ url }) => url.startsWith('https:'));
    if (theirs && ours.length > 0) found.push(ours.reduce((sum, call) => sum + call.duration, 0));
  }
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
  readonly waits: readonly (readonly number[])[];
  readonly heap: number;
}

async function costOn(page: Page, sim: Sim, rounds: number): Promise<Cost> {
  await page.goto(sim.pageUrl());
  await sim.waitForClients(1);
  const session = await page.context().newCDPSession(page);
  const frames = busyFrames(FRAMES, true);
  const all: (readonly number[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    all.push(waits(await traceCalls(session, () => burst(sim, frames))));
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
    const frames = cost.waits.reduce((sum, round) => sum + round.length, 0);
    say(`Page: ${frames} frames of a real socket seen in traces; a trace itself adds to each.`);
    const middle = median(cost.waits.map((round) => median(round)));
    const slow = median(cost.waits.map((round) => quantile(round, 0.95)));
    return [
      atMost('page’s socket handler waits, a frame', middle, 'µs', 20),
      aside('page’s socket handler waits, slowest 5 % from', slow, 'µs'),
      aside('heap of page and capture after a burst', cost.heap / 1e6, 'MB'),
      aside('heap of the page alone after the same', plain.heap / 1e6, 'MB'),
    ];
  } finally {
    await sim.close();
  }
}
