import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession } from '@playwright/test';
import * as z from 'zod/mini';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { readLedger } from '../e2e/ledger.ts';
import { brief, briefOfTruth, expect, test } from '../e2e/watching.ts';
import { frames, page as pageState } from '../faults/small-stream.ts';
import { startSim } from '../sim/server.ts';
import { builds } from '../tools/root.ts';
import { addFrame, foreignHost, foreignSite, worldsIn } from './foreign.ts';

const other = fileURLToPath(new URL('other-extension', import.meta.url));

const manifest = z.looseObject({
  content_scripts: z.array(z.looseObject({ matches: z.array(z.string()) })),
});

/** A copy of the build that runs on a foreign site too, where it must not: what else stands against its messages? */
function tooFarBuild(folder: string): string {
  cpSync(builds.chrome, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const told = z.parse(manifest, JSON.parse(readFileSync(file, 'utf8')));
  const scripts = told.content_scripts.map((script) => ({
    ...script,
    matches: [...script.matches, `${foreignSite}*`],
  }));
  writeFileSync(file, JSON.stringify({ ...told, content_scripts: scripts }));
  return folder;
}

/** What a script of ours might say; nothing of it is for a page of another site. */
const messages: Readonly<Record<string, unknown>> = {
  record: { page: pageState, events: frames.flat() },
  hookNonce: undefined,
  overlayState: undefined,
  changeOverlay: { platform: 'tiktok', settings: { hidden: true } },
  openLedger: '#ledger',
  tagPrices: undefined,
  guardState: undefined,
  ledgerChanged: undefined,
  fetchRates: undefined,
};

/** Sends a message from one of our worlds; the name of the error that comes back, or how else it ended. */
async function say(session: CDPSession, contextId: number, type: string): Promise<unknown> {
  const message = JSON.stringify({ id: 1, type, data: messages[type], timestamp: 1 });
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((resolve) => chrome.runtime.sendMessage(${message}, (answer) =>
      resolve(chrome.runtime.lastError?.message ?? answer?.err?.name ?? 'taken')))`,
  });
  return result.value;
}

test('messages from frames of another site and from another extension, and its hooks on top of ours', async () => {
  const sim = await startSim({ speed: 4 });
  const folder = mkdtempSync(join(tmpdir(), 'gift-ledger-too-far-'));
  const tooFar = tooFarBuild(folder);
  const both = [tooFar, other].join();
  const browser = await launchChromium({
    extensionPath: tooFar,
    simPort: sim.port,
    grantedHosts: [foreignHost],
    // The last of each counts.
    args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`],
  });
  try {
    const { context, extensionId } = browser;
    const inside = await browser.openPage('manifest.json');
    const expectOnlyTruth = () =>
      expect
        .poll(async () => (await readLedger(inside)).entries.map(brief).sort())
        .toEqual(sim.truth({ mine: true }).map(briefOfTruth).sort());

    /** Says everything from every world of ours that a session sees. */
    const sayAll = async (session: CDPSession) => {
      const worlds = await worldsIn(session, extensionId);
      const answers = worlds.flatMap((world) =>
        Object.keys(messages).map(async (type) => `${type}: ${await say(session, world, type)}`),
      );
      return { worlds: worlds.length, answers: new Set(await Promise.all(answers)) };
    };
    const refused = new Set(Object.keys(messages).map((type) => `${type}: WrongSender`));

    await test.step('a foreign page that holds a stream', async () => {
      const stream = sim.pageUrl('mira.plays', { framed: '1' });
      const holder = await context.newPage();
      await holder.goto(foreignSite);
      await addFrame(holder, 'about:blank');
      const held = await addFrame(holder, stream);
      await sim.waitForClients(1);
      await sim.sendGift({ from: 'me', gift: 'Doughnut' });
      await expectOnlyTruth();
      const outer = await sayAll(await context.newCDPSession(holder));
      // The page itself, and its empty frame.
      expect.soft(outer).toEqual({ worlds: 2, answers: refused });
      const inner = await context.newCDPSession(held);
      const [world = 0] = await worldsIn(inner, extensionId);
      // The same is taken from the stream itself.
      expect(await say(inner, world, 'overlayState')).toBe('taken');
      await holder.close();
    });

    await test.step('a foreign frame in a stream’s page', async () => {
      const page = await context.newPage();
      await page.goto(sim.pageUrl('mira.plays', { framed: '1' }));
      await sim.waitForClients(1);
      const frame = await addFrame(page, foreignSite);
      expect.soft(await sayAll(await context.newCDPSession(frame))).toEqual({
        worlds: 1,
        answers: refused,
      });
      await page.close();
    });

    await test.step('another extension', async () => {
      const page = await context.newPage();
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(sim.pageUrl('mira.plays', { extension: extensionId }));
      await sim.waitForClients(1);
      await sim.sendGift({ from: 'me', gift: 'Rose', count: 3 });
      // A new socket, made through what the other put on top of everything.
      sim.dropSockets();
      await sim.waitForClients(1);
      await sim.sendGift({ from: 'me', gift: 'Cap' });
      await expectOnlyTruth();
      const { others, said } = await page.evaluate(() => ({
        others: Object.values<number>(Reflect.get(window, 'others')),
        said: document.documentElement.dataset.others?.trim().split('\n'),
      }));
      // Its hooks go on working: made, sent, heard, fetched, loaded.
      expect.soft(others.slice(0, 4).map((count) => count > 0)).toEqual([true, true, true, true]);
      expect
        .soft(new Set(said?.map((line) => line.replace(/^\w+: /, ''))))
        .toEqual(new Set(['Could not establish connection. Receiving end does not exist.']));
      expect.soft(said).toHaveLength(4);
      expect(errors).toEqual([]);
    });
    await expectOnlyTruth();
  } finally {
    await browser.close();
    await sim.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
