import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background/index.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { recount } from '../../utils/storage/totals.ts';
import { pickedSteps, seed } from './chosen.ts';
import { brief, contentsOf, expectCoins } from './contents.ts';
import { alertsDue, frames, lookInside, makeBudget, payments } from './small-stream.ts';
import { StreamPage } from './stream-page.ts';
import { WorkerLives } from './worker-lives.ts';

vi.mock('../../utils/messaging/protocol.ts', async () => (await import('./worker-lives.ts')).bus);

/**
 * The whole stream through workers of which one dies at step `dieAt`, into a new ledger. With the browser the
 * page goes too; what was not acknowledged is then shown again to a new page, as platforms do with what was missed.
 */
async function walk(kills: 'worker' | 'browser', dieAt = 0): Promise<WorkerLives> {
  let storedAtDeath = 0;
  let page: StreamPage | null = null;
  const onDeath = () => {
    storedAtDeath = page?.stored ?? 0;
    if (kills === 'browser') page?.close();
  };
  const lives = new WorkerLives(() => void background.main(), dieAt, onDeath);
  await lookInside(makeBudget);
  page = new StreamPage(lives);
  for (let frame = 1; frame <= frames.length; ) {
    await page.see(frame);
    if (page.stored >= frame) {
      frame += 1;
    } else {
      await lookInside((database) => expectKept(database, storedAtDeath));
      page = new StreamPage(lives);
      frame = storedAtDeath + 1;
    }
  }
  await lives.idle();
  // An alarm was set before anything was stored: it wakes another worker, whatever became of this one.
  lives.wake();
  await lives.idle();
  page.close();
  lives.end();
  return lives;
}

/** Everything that was acknowledged is in the ledger. */
async function expectKept(database: LedgerDatabase, stored: number): Promise<void> {
  const acknowledged = frames.slice(0, stored).flat();
  for (const event of acknowledged) {
    if (event.type !== 'gift') continue;
    const entry = await database.entries.get(event.key);
    expect(entry?.count ?? 0, event.key).toBeGreaterThanOrEqual(event.count);
  }
}

async function expectWhole(lives: WorkerLives, whole: readonly string[]): Promise<void> {
  await lookInside(async (database) => {
    expect((await database.entries.toArray()).map(brief).sort()).toEqual(payments);
    await expectCoins(database);
    expect(await contentsOf(database)).toEqual(whole);
    await recount(database);
    expect(await contentsOf(database), 'after a recount').toEqual(whole);
  });
  // Shown again under the same id, a notification replaces the first: nobody is told twice.
  expect([...lives.shown.keys()]).toEqual(alertsDue);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe.each(['worker', 'browser'] as const)('the %s killed', (kills) => {
  it('at any step: what was acknowledged is kept, and in the end everything is there once', async () => {
    const undisturbed = await walk(kills);
    const whole = await lookInside(contentsOf);
    await expectWhole(undisturbed, whole);
    expect([...undisturbed.shown.values()]).toEqual([1, 1]);
    for (const step of pickedSteps(undisturbed.steps)) {
      const lives = await walk(kills, step);
      await expectWhole(lives, whole).catch((cause: unknown) => {
        throw new Error(`killed at step ${step}: ${lives.steps[step - 1]} (seed ${seed})`, {
          cause,
        });
      });
    }
  }, 600_000);
});
