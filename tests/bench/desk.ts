/** How calmly the live desk takes a busy stream, and how long it takes to open a short and a long past one. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { benchPage } from './extension.ts';
import { firstTotalOf } from './first-total.ts';
import { heapOf } from './heap.ts';
import { inBrowser } from './in-browser.ts';
import type { Stream } from './inside/gifts.ts';
import type {} from './inside/page.ts';
import { aside, atMost, type Metric, median, quantile } from './metrics.ts';

const SMALL = 200;
const OPENINGS = 15;
const HOUR = 3_600_000;

/** Twenty gifts a second, in batches as capture sends them. */
const BATCH = 5;
const BATCH_MS = 250;
const SECONDS = 20;
/** What the busy stream brought before. */
const BEFORE = 20_000;

const stream = (room: string, hoursAgo: number, gifts: number, hours: number): Stream => ({
  room,
  host: '6800011000099999999',
  from: Date.now() - hoursAgo * HOUR,
  step: (hours * HOUR) / gifts,
});

/** Times from frame to frame until `stop` is called, in milliseconds. */
async function frames(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    let last = performance.now();
    const next = () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      if (document.documentElement.dataset.measured === undefined) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(globalThis, { frameTimes: times });
  });
  await act();
  return page.evaluate(() => {
    document.documentElement.dataset.measured = '';
    const times: unknown = Reflect.get(globalThis, 'frameTimes');
    return Array.isArray(times) ? times.map(Number) : [];
  });
}

/** Measures with a past stream of `large` gifts against one of two hundred, and on a busy one. */
export async function measureDesk(
  extensionPath: string,
  large: number,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  return inBrowser({ extensionPath }, async (browser) => {
    const inside = await browser.openPage(benchPage);
    const [long, short] = [stream('7411', 30, large, 3), stream('7412', 20, SMALL, 3)];
    const receive = (count: number, of: Stream, from = 0) =>
      inside.evaluate(([gifts, given, first]) => giftLedgerBench.receive(gifts, given, first), [
        count,
        of,
        from,
      ] as const);
    await receive(large, long);
    await receive(SMALL, short);
    await inside.evaluate(() => giftLedgerBench.settled());
    const openPast = ({ room }: Stream) => firstTotalOf(browser, `sidepanel.html#tiktok:${room}`);
    const few: number[] = [];
    const many: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      few.push(await openPast(short));
      many.push(await openPast(long));
    }
    say(`Desk: past streams of ${large} and ${SMALL} gifts in one ledger, opened in turns.`);

    const live = stream('7413', 1, BEFORE, 1);
    await receive(BEFORE, live);
    const desk = await browser.openPage('sidepanel.html');
    await desk.locator('.thank').first().waitFor();
    const before = await heapOf(browser, desk);
    const times = await frames(desk, async () => {
      for (let batch = 0; batch < (SECONDS * 1000) / BATCH_MS; batch += 1) {
        const next = pause(BATCH_MS);
        await receive(BATCH, live, BEFORE + batch * BATCH);
        await next;
      }
    });
    const slow = (times.filter((time) => time > 34).length / times.length) * 100;
    say(`Desk: ${SECONDS} seconds of 20 gifts a second, after ${BEFORE}; ${times.length} frames.`);
    return [
      atMost(
        `desk, first total of a past stream, ${large} gifts ÷ ${SMALL}`,
        median(many) / median(few),
        '×',
        1.2,
      ),
      aside(`desk, first total of a past stream, ${large} gifts`, median(many), 'ms'),
      aside(`desk, first total of a past stream, ${SMALL} gifts`, median(few), 'ms'),
      aside('desk at 20 gifts a second: frames painted a second', times.length / SECONDS, ''),
      aside('desk at 20 gifts a second: frames over 34 ms', slow, '%'),
      aside('desk at 20 gifts a second: slowest 1 % of frames, from', quantile(times, 0.99), 'ms'),
      aside('desk at 20 gifts a second: heap before', before, 'MB'),
      aside('desk at 20 gifts a second: heap after', await heapOf(browser, desk), 'MB'),
    ];
  });
}
