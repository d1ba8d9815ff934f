import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import background from '../../entrypoints/background/index.ts';
import { address, frames, lookInside, page } from '../faults/small-stream.ts';
import { captureIn, WorkerLives } from '../faults/worker-lives.ts';

vi.mock(
  '../../utils/messaging/protocol.ts',
  async () => (await import('../faults/worker-lives.ts')).bus,
);

let lives: WorkerLives;

beforeEach(() => {
  lives = new WorkerLives(() => void background.main());
  lives.wake();
});

afterEach(() => lives.end());

const extension = () => new URL(captureIn(address).id === '' ? '' : 'chrome-extension://x/').href;

/** Who may not say anything to the background. */
const strangers: readonly (readonly [string, object])[] = [
  ['another extension', captureIn(address, { id: 'another' })],
  ['another site', captureIn('https://evil.example/live')],
  ['a site that only looks like one', captureIn('https://www.tiktok.com.evil.example/live')],
  ['a site without encryption', captureIn('http://www.tiktok.com/@mira.plays/live')],
  [
    'a frame of another site inside a stream’s page',
    captureIn(address, {
      url: 'https://evil.example/',
      origin: 'https://evil.example',
      frameId: 7,
    }),
  ],
  [
    'a page of the extension that is none',
    captureIn('https://evil.example/', { url: extension() }),
  ],
  ['nobody', {}],
];

/** Messages that only pages of the extension itself may send. */
const ownOnly = ['undoNotice', 'redoNotice', 'ledgerChanged', 'fetchRates'];

/** What each message is sent with: something that would be taken from the right sender. */
const data: Readonly<Record<string, unknown>> = {
  record: { page, events: frames.flat() },
  openLedger: '#ledger',
  changeOverlay: { platform: 'tiktok', settings: { hidden: true } },
  alertSeen: 'x',
  guardNote: 'guard-blind',
  findGifts: { typed: 'rose', platform: 'tiktok' },
  undoNotice: 'x',
  redoNotice: 'x',
};

describe('a message to the background', () => {
  it.each(strangers)('from %s is refused, whichever it is', async (_, sender) => {
    expect(lives.messages.length).toBeGreaterThan(14);
    for (const name of lives.messages) {
      await expect(lives.deliver(name, data[name], sender), name).rejects.toMatchObject({
        name: 'WrongSender',
      });
    }
    await lookInside(async ({ entries, pages, notices }) => {
      expect([await entries.count(), await pages.count(), await notices.count()]).toEqual([
        0, 0, 0,
      ]);
    });
  });

  it.each(ownOnly)('%s from a page of a platform is refused', async (name) => {
    await expect(lives.deliver(name, data[name], captureIn(address))).rejects.toMatchObject({
      name: 'WrongSender',
    });
  });

  it('about another platform than the page’s own is refused as a whole', async () => {
    const batch = {
      page,
      events: [...frames.flat(), { type: 'account', platform: 'kick', me: null }],
    };
    await expect(lives.deliver('record', batch, captureIn(address))).rejects.toMatchObject({
      name: 'WrongSender',
    });
    await lookInside(async ({ entries }) => expect(await entries.count()).toBe(0));
  });

  it('from a frame without an address belongs to the page around it', async () => {
    const frame = captureIn(address, { url: 'about:srcdoc', origin: 'null', frameId: 3 });
    await lives.deliver('record', data.record, frame);
    await lookInside(async ({ entries }) => expect(await entries.count()).toBe(3));
  });

  it('with far too much in it is refused as none, and costs nothing', async () => {
    const flood = { page, events: Array.from({ length: 2_001 }, () => frames[1]?.[0]) };
    await expect(lives.deliver('record', flood, captureIn(address))).rejects.toMatchObject({
      name: 'BadMessage',
    });
  });
});
