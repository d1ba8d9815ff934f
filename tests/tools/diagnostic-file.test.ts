import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Samples } from '../../entrypoints/capture.content/samples.ts';
import { browserOf, diagnosticOf } from '../../utils/core/diagnostic.ts';
import { epochMs } from '../../utils/core/time.ts';
import { kick } from '../../utils/platforms/kick/index.ts';
import { readDiagnostic, samplesByFile } from './diagnostic-file.ts';
import { replayFile } from './replay-file.ts';

const refusedGift = {
  at: epochMs(1_795_514_400_000),
  via: 'socket',
  dir: 'in',
  url: 'wss://ws-us2.pusher.com/app/32cbd69e4b950bf97679?protocol=7',
  body: JSON.stringify({
    event: 'KicksGifted',
    channel: 'channel_4242',
    data: JSON.stringify({
      message: 'for my friend Mira',
      sender: { id: 991_122, username: 'noor_plays' },
      gift: { gift_id: 'hype_train', name: 'Hype Train', amount: -5_000 },
    }),
  }),
} as const;

const health = {
  platform: 'kick',
  frames: 7,
  gifts: 0,
  sockets: 1,
  lastFrameAt: epochMs(1_795_514_400_000),
  lastGiftAt: null,
  refused: { 'missing-id': 1 },
  dropped: 0,
  unknown: { WebcastNewThing: 3 },
} as const;

async function diagnostic() {
  const samples = new Samples(kick.structure);
  for (let n = 0; n < 5; n += 1) await samples.add('missing-id', refusedGift);
  return diagnosticOf(
    [{ health, samples: samples.read() }],
    { version: '0.1.0', browser: 'Chrome 144' },
    1_795_514_400_000 + 150_000,
  );
}

describe('a diagnostic', () => {
  it('holds counts and the structure of a few refused frames, and nobody’s words', async () => {
    const made = await diagnostic();
    expect(made.pages[0]).toMatchObject({
      frames: 7,
      minutesSinceFrame: 2,
      minutesSinceGift: null,
      unknown: { WebcastNewThing: 3 },
    });
    expect(made.pages[0]?.samples).toHaveLength(3);
    const text = JSON.stringify(made);
    for (const secret of ['Mira', 'friend', 'noor', '991122', '4242', '5000', 'Hype', '1795514']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('KicksGifted');
    expect(text).toContain('username');
  });

  it('becomes capture files of which a decoder makes what it made of the frames', async () => {
    const files = samplesByFile(readDiagnostic(JSON.stringify(await diagnostic())), ['kick']);
    expect(files).toMatchObject([{ platform: 'kick', reason: 'missing-id' }]);
    const folder = mkdtempSync(join(tmpdir(), 'gift-ledger-diagnostic-'));
    const path = join(folder, 'made.ndjson');
    writeFileSync(path, files[0]?.lines.join('\n') ?? '');
    const { frames, refused } = await replayFile(path);
    rmSync(folder, { recursive: true });
    expect({ frames, refused }).toEqual({ frames: 3, refused: { 'missing-id': 3 } });
  });

  it('is refused where it is none', () => {
    expect(() => readDiagnostic('{"giftLedgerDiagnostic":2}')).toThrow();
    expect(() => readDiagnostic('no JSON')).toThrow(SyntaxError);
  });

  it.each([
    [
      'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/144.0.1.2 Safari/537.36',
      'Chrome 144',
    ],
    ['Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/144.0.1.2 Safari/537.36 Edg/144.0.5', 'Edge 144'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
    ['curl', ''],
  ])('names the browser of %s', (agent, name) => {
    expect(browserOf(agent)).toBe(name);
  });
});
