import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background/index.ts';
import { readTrouble } from '../../utils/storage/trouble.ts';
import { brief, expectCoins } from './contents.ts';
import { frames, lookInside, payments } from './small-stream.ts';
import { StreamPage } from './stream-page.ts';
import { WorkerLives } from './worker-lives.ts';

vi.mock('../../utils/messaging/protocol.ts', async () => (await import('./worker-lives.ts')).bus);

let lives: WorkerLives;
let page: StreamPage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  lives = new WorkerLives(() => void background.main());
  page = new StreamPage(lives);
});

afterEach(() => {
  page.close();
  lives.end();
  vi.useRealTimers();
});

/** All frames but the first; what they tell is refused for now. */
async function seeRefused(): Promise<void> {
  for (let frame = page.stored + 1; frame <= frames.length; frame += 1) page.add(frame);
  await page.until(() => page.failure !== '');
}

async function expectNothingLost(): Promise<void> {
  await page.until(() => page.stored === frames.length);
  await lives.idle();
  expect(await readTrouble()).toBe('');
  await lookInside(async (database) => {
    expect((await database.entries.toArray()).map(brief).sort()).toEqual(payments);
    await expectCoins(database);
  });
}

const full = () => new DOMException('no room', 'QuotaExceededError');

/** The browser refuses at once, or first when the transaction is to be written to the disk, as Chromium does. */
const refusals: readonly (readonly [string, NonNullable<WorkerLives['refuse']>])[] = [
  ['an entry', (step) => (step === 'put entries' ? full() : null)],
  ['a total', (step) => (step === 'put dayTotals' ? full() : null)],
  ['the page’s state', (step) => (step === 'put pages' ? full() : null)],
  // What Dexie makes of a transaction that the browser ended with that error.
  [
    'the whole transaction',
    (step) => (step === 'put people' ? new Dexie.AbortError(full()) : null),
  ],
];

describe('no room on the disk', () => {
  it.each(refusals)(
    'for %s: the user is told, nothing is acknowledged, and nothing is lost',
    async (_, refuse) => {
      await page.see(1);
      lives.refuse = refuse;
      await seeRefused();
      expect(page.stored).toBe(1);
      expect(await readTrouble()).toBe('QuotaExceededError');
      lives.refuse = null;
      await expectNothingLost();
    },
  );
});

describe('a browser that opens no database', () => {
  it('tells the user, and is asked again: everything is there once it does', async () => {
    const { indexedDB } = Dexie.dependencies;
    const opened = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'InvalidStateError');
    });
    await seeRefused();
    expect(page.stored).toBe(0);
    expect(await readTrouble()).toBe('InvalidStateError');
    opened.mockRestore();
    await expectNothingLost();
  });
});

/** Begins to bring the ledger's database to another version, past Dexie; gives what ends it. */
async function beginUpgrade(): Promise<() => void> {
  const { indexedDB } = Dexie.dependencies;
  const [ledger] = await indexedDB.databases();
  const request = indexedDB.open('gift-ledger', Number(ledger?.version) + 1);
  const begun = Promise.withResolvers<IDBTransaction>();
  request.onupgradeneeded = () => {
    if (request.transaction !== null) begun.resolve(request.transaction);
  };
  request.onsuccess = () => request.result.close();
  const transaction = await begun.promise;
  let over = false;
  // A transaction lasts for as long as something is asked of it.
  const goOn = () => {
    if (over) return;
    transaction.objectStore('entries').count().onsuccess = goOn;
  };
  goOn();
  return () => {
    over = true;
  };
}

describe('another tab that changes the whole database', () => {
  it('holds everything up, and nothing is acknowledged or lost meanwhile', async () => {
    await page.see(1);
    const end = await beginUpgrade();
    for (let frame = 2; frame <= frames.length; frame += 1) page.add(frame);
    await lives.idle();
    // Longer than the outbox waits for an answer: it takes the worker for dead and sends again.
    await vi.advanceTimersByTimeAsync(16_000);
    await lives.idle();
    expect(page.stored).toBe(1);
    end();
    await expectNothingLost();
  });
});
