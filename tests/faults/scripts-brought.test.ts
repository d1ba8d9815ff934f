import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import { freshGuard } from '../../utils/core/guard.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { address } from './small-stream.ts';
import { captureIn, WorkerLives } from './worker-lives.ts';

vi.mock('../../utils/messaging/protocol.ts', async () => (await import('./worker-lives.ts')).bus);

/** Open tabs of a site, none of which has a script of this load of the extension yet. */
const TABS = [1, 2, 3];

/** What a worker does of its own while it starts is not what is looked at here. */
const OURS = /scripts |alarm$/;

/** The files that each tab got, in order. */
type Brought = ReadonlyMap<number, readonly string[]>;

/** Marks in the session's storage, by which a worker knows that every open tab has the scripts. */
const EVERY_SCRIPT = ['reinjected'];
const GUARD_TOO = [...EVERY_SCRIPT, 'guardBrought'];

/** The extension loaded into a browser with open tabs; the worker dies at step `dieAt`, and others come after it. */
async function load(
  dieAt = 0,
  marks: readonly string[] = EVERY_SCRIPT,
): Promise<{ lives: WorkerLives; brought: Brought }> {
  const brought = new Map<number, string[]>(TABS.map((tab) => [tab, []]));
  const lives = new WorkerLives(() => void background.main(), dieAt);
  await browser.storage.session.clear();
  if (marks === GUARD_TOO) await switchGuardOn();
  let guard: readonly { id: string }[] = [];
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(
    async (asked: unknown) => (JSON.stringify(asked)?.includes('guard') === true ? guard : []),
  );
  vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation((asked: unknown) =>
    lives.asked('scripts registered', async () => {
      if (JSON.stringify(asked).includes('guard.js')) guard = [{ id: 'guard' }];
    }),
  );
  vi.spyOn(browser.tabs, 'query').mockImplementation(async (query: object) =>
    JSON.stringify(query).includes('tiktok') ? TABS.map((id) => ({ id, status: 'complete' })) : [],
  );
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation((asked: unknown) => {
    const { target, files } = asked as { target: { tabId: number }; files: string[] };
    return lives.asked(`scripts ${target.tabId} ${files}`, async () => {
      brought.get(target.tabId)?.push(...files);
      return [];
    });
  });
  lives.inTabs = (name, target) => {
    const { tabId = 0 } = Object(target);
    const has = (script: string) => brought.get(tabId)?.some((file) => file.includes(script));
    return name === 'captureAlive' && has('capture') ? Promise.resolve(has('page')) : null;
  };
  lives.wake();
  void fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.1.0' });
  await seenThrough(lives, marks);
  if (!lives.running) {
    lives.wake();
    await seenThrough(lives, marks);
  }
  return { lives, brought };
}

async function switchGuardOn(): Promise<void> {
  const database = new LedgerDatabase();
  const standing = { value: { ...freshGuard, on: true }, pending: null };
  await database.standings.put({ id: 'guard', type: 'guard', standing });
  database.close();
}

/** Waits until the browser has it that every tab is done, or until the worker died. */
async function seenThrough(lives: WorkerLives, marks: readonly string[]): Promise<void> {
  for (let turns = 0; turns < 20_000; turns += 1) {
    const found = await browser.storage.session.get([...marks]);
    if (marks.every((mark) => found[mark] === true) || !lives.running) return;
    await new Promise(setImmediate);
  }
  throw new Error('the tabs were never done');
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('open tabs get all scripts after a load of the extension, whenever its first worker dies', async () => {
  const whole = await load();
  const files = whole.brought.get(1) ?? [];
  expect(files.map((file) => file.replace(/.*\//, ''))).toEqual(
    expect.arrayContaining(['capture.js', 'overlay.js', 'page.js']),
  );
  for (const tab of TABS) expect(whole.brought.get(tab)).toEqual(files);
  whole.lives.end();
  for (const [index, step] of whole.lives.steps.entries()) {
    if (!OURS.test(step)) continue;
    const { lives, brought } = await load(index + 1);
    for (const tab of TABS) {
      expect(new Set(brought.get(tab)), `tab ${tab}, died at ${step}`).toEqual(new Set(files));
      const captures = brought.get(tab)?.filter((file) => file.includes('capture.js'));
      expect(captures, `tab ${tab}, died at ${step}`).toHaveLength(1);
    }
    lives.end();
  }
});

it('open tabs get the guard that is on, whenever the worker dies that brings it', async () => {
  const guards = ({ brought }: { brought: Brought }) =>
    TABS.map((tab) => brought.get(tab)?.some((file) => file.endsWith('guard.js')));
  const whole = await load(0, GUARD_TOO);
  expect(guards(whole)).toEqual(TABS.map(() => true));
  whole.lives.end();
  for (const [index, step] of whole.lives.steps.entries()) {
    if (!/scripts registered|guard\.js/.test(step)) continue;
    const died = await load(index + 1, GUARD_TOO);
    expect(guards(died), `died at ${step}`).toEqual(TABS.map(() => true));
    died.lives.end();
  }
});

it('a load that was seen through is not seen through again by the next worker', async () => {
  const { lives, brought } = await load();
  lives.end();
  lives.inTabs = () => null;
  const before = TABS.map((tab) => brought.get(tab)?.length);
  lives.wake();
  // By the time that it answers, it has looked.
  await lives.deliver('hookNonce', undefined, captureIn(address));
  await lives.idle();
  expect(TABS.map((tab) => brought.get(tab)?.length)).toEqual(before);
  lives.end();
});
