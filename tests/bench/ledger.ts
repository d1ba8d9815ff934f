/** How fast the ledger takes events in, beside raw IndexedDB. */
import { benchOutbox, benchPage } from './extension.ts';
import { inBrowser } from './in-browser.ts';
import type { Stream } from './inside/gifts.ts';
import type {} from './inside/outbox.ts';
import type {} from './inside/page.ts';
import { aside, atLeast, type Metric, median } from './metrics.ts';

const EVENTS = 10_000;
const ROUNDS = 5;

/**
 * Measures events a second: from the capture script's outbox until the last one is acknowledged, in the ledger's own
 * function alone, and of the same rows put by raw IndexedDB in one transaction into a table with the same indexes.
 */
export async function measureLedger(
  extensionPath: string,
  say: (line: string) => void,
): Promise<readonly Metric[]> {
  return inBrowser({ extensionPath }, async (browser, sim) => {
    const page = await browser.context.newPage();
    // The viewer's own stream: there every gift is kept.
    await page.goto(sim.pageUrl('kai.watches'));
    await sim.waitForClients(1, { room: 'kai.watches' });
    const inside = await browser.openPage(benchPage);
    const worker = await browser.worker();
    const tabId = await worker.evaluate(
      async () => (await chrome.tabs.query({ url: 'https://www.tiktok.com/*' }))[0]?.id ?? -1,
    );
    await worker.evaluate(
      ([tab, file]) => chrome.scripting.executeScript({ target: { tabId: tab }, files: [file] }),
      [tabId, benchOutbox] as const,
    );
    const stream: Stream = {
      room: sim.roomId('kai.watches'),
      host: String(sim.person('me').id),
      from: Date.now() - 3_600_000,
      step: 300,
    };
    const send = async (): Promise<number> => {
      await inside.evaluate(() => giftLedgerBench.clear());
      const time = await worker.evaluate(
        async ([tab, count, to]) => {
          const [injected] = await chrome.scripting.executeScript({
            target: { tabId: tab },
            func: (events: number, where: Stream) => giftLedgerBenchSend(events, where),
            args: [count, to],
          });
          return Number(injected?.result);
        },
        [tabId, EVENTS, stream] as const,
      );
      const kept = await inside.evaluate(() => giftLedgerBench.entries());
      if (kept !== EVENTS) throw new Error(`${kept} entries of ${EVENTS} gifts`);
      return time;
    };
    const sent: number[] = [];
    const raw: number[] = [];
    const record: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      sent.push(await send());
      const times = await inside.evaluate(([count, to]) => giftLedgerBench.round(count, to), [
        EVENTS,
        stream,
      ] as const);
      raw.push(times.raw);
      record.push(times.record);
    }
    say(`Ledger: ${EVENTS} gifts, each a payment of its own, on the viewer's own stream.`);
    const perSecond = (times: readonly number[]) => (EVENTS * 1000) / median(times);
    return [
      atLeast('ledger, end to end ÷ raw puts', perSecond(sent) / perSecond(raw), '×', 0.8),
      aside('ledger, recordEvents alone ÷ raw puts', perSecond(record) / perSecond(raw), '×'),
      aside('ledger, end to end', perSecond(sent), 'events/s'),
      aside('ledger, recordEvents alone', perSecond(record), 'events/s'),
      aside('raw IndexedDB puts of the same rows', perSecond(raw), 'rows/s'),
    ];
  });
}
