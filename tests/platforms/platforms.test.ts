import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import { platformIds } from '../../utils/core/ids.ts';
import { platforms } from '../../utils/platforms/index.ts';
import { siteOf, sites } from '../../utils/platforms/sites.ts';
import { skeletonOf } from '../../utils/platforms/skeleton.ts';
import { replayFile } from '../tools/replay-file.ts';
import { faultsOf, fileOf, fixturesOf, folders, framesOf, keysOf } from './conforming.ts';
import { damaged } from './damage.ts';

/** Names, handles, titles and ids that events tell, word by word; short ones are in anything. */
function wordsSaid(events: readonly CaptureEvent[]): readonly string[] {
  const said: string[] = [];
  const gather = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      const words = value.match(word) ?? [];
      if (/^(?:handle|name|title)$/.test(key)) said.push(...words);
      // What has no digit in an id is our own word for a kind.
      else if (/^(?:id|room|key|orderId)$/.test(key)) {
        said.push(...words.filter((each) => /\d/.test(each)));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [inside, each] of Object.entries(value)) gather(each, inside);
    }
  };
  for (const event of events) gather(event, '');
  return said.filter(({ length }) => length > 3);
}

const word = /[\p{L}\p{M}\p{N}_]+/gu;

/** All words in what a skeleton shows, whatever stands around them. */
function wordsIn(body: Uint8Array | string, ...texts: readonly string[]): ReadonlySet<string> {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return new Set([text, ...texts].flatMap((each) => each.match(word) ?? []));
}

/** Ten thousand changed frames, shared out among the platforms. */
const RUNS = Math.ceil(10_000 / folders.length);

/** The lists that a platform has a line in: two lines each, what is imported and what is listed. */
const lists = ['sites.ts', 'hooks.ts', 'index.ts'] as const;

it('have a folder for each platform that the ledger knows, and no other', () => {
  expect([...platformIds].sort()).toEqual([...folders].sort());
});

it('are known elsewhere by nothing but their id and unit', () => {
  const general: Record<string, string> = import.meta.glob(
    [
      '../../{entrypoints,components,utils}/**/*.{ts,tsx}',
      '!../../utils/platforms/*/*',
      '!../../utils/platforms/{sites,hooks,index,gift-cells}.ts',
    ],
    { eager: true, query: '?raw', import: 'default' },
  );
  const naming = Object.entries(general)
    .filter(([, text]) => folders.some((folder) => text.includes(`platforms/${folder}/`)))
    .map(([path]) => path);
  expect(naming).toEqual([]);
});

describe.each(folders)('platform %s', (folder) => {
  const platform = platforms.find(({ site }) => site.id === folder);
  if (platform === undefined) throw new Error(`${folder} is not in utils/platforms/index.ts`);
  const fixtures = fixturesOf(folder).map((fixture) => ({
    name: fixture.href.slice(fixture.href.lastIndexOf('/') + 1),
    path: fileURLToPath(`${fixture.href}.ndjson`),
    expected: fileURLToPath(`${fixture.href}.expected.json`),
  }));
  const frames = framesOf(folder);

  it.each(lists)('has a line in %s', (list) => {
    const text = readFileSync(new URL(`../../utils/platforms/${list}`, import.meta.url), 'utf8');
    expect(text.match(new RegExp(`'\\./${folder}/`, 'g'))).toHaveLength(1);
  });

  it('is asked for before its pages are looked at, unless it is there from the installation on', () => {
    const site = sites.find(({ id }) => id === folder);
    expect(site?.optional === true || folder === 'tiktok').toBe(true);
    expect(platform.site).toBe(site);
  });

  it('says in a README what is certain and what is not', () => {
    expect(fileOf(folder, 'README.md')).toMatch(/not known/i);
  });

  it('has fixtures, each with its written expectation', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(5);
    expect(fixtures.filter(({ expected }) => !existsSync(expected))).toEqual([]);
  });

  it.each(fixtures)('reads $name as expected', async ({ path, expected }) => {
    const { rows, refused, page: learned } = await replayFile(path);
    const wanted = JSON.parse(readFileSync(expected, 'utf8'));
    expect(rows).toHaveLength(wanted.rows.length);
    expect({ rows, refused, page: learned }).toMatchObject(wanted);
    expect(refused).toEqual(wanted.refused);
  });

  it('gives events that the background takes', async () => {
    const decoder = platform.createDecoder();
    for (const frame of frames) {
      expect(faultsOf(platform, await decoder.decode(frame))).toEqual([]);
    }
  });

  it('gives the same ids for the same frame, to another decoder and to the same one again', async () => {
    const [first, second] = [platform.createDecoder(), platform.createDecoder()];
    for (const frame of frames) {
      const keys = keysOf(await first.decode(frame));
      expect(keysOf(await second.decode(frame))).toEqual(keys);
    }
    for (const frame of frames) {
      const alone = platform.createDecoder();
      const keys = keysOf(await alone.decode(frame));
      expect(keysOf(await alone.decode(frame))).toEqual(expect.arrayContaining([...keys]));
    }
  });

  it('shows of a frame its structure and nobody’s name, id or text', async () => {
    const decoder = platform.createDecoder();
    const said = new Set<string>();
    for (const frame of frames) {
      const { events } = await decoder.decode(frame);
      for (const word of wordsSaid(events)) {
        const isOurs = word === folder || /^10*$/.test(word) || platform.structure.test(word);
        if (!isOurs) said.add(word);
      }
    }
    expect(said.size).toBeGreaterThan(10);
    for (const frame of frames) {
      const skeleton = await skeletonOf(frame, platform.structure);
      if (skeleton === null) continue;
      const told = wordsIn(skeleton.body, skeleton.url, skeleton.request ?? '');
      expect([...said].filter((word) => told.has(word))).toEqual([]);
    }
  });

  it('keeps the structure of a frame: its decoder goes as far with it', async () => {
    let understood = 0;
    for (const frame of frames) {
      const skeleton = await skeletonOf(frame, platform.structure);
      if (skeleton === null) continue;
      const { events, refused } = await platform.createDecoder().decode(skeleton);
      understood += events.length + refused.length > 0 ? 1 : 0;
    }
    expect(understood / frames.length).toBeGreaterThan(0.3);
  });

  it('gives events or a named refusal for any cut or changed frame, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damaged(frames), { minLength: 1, maxLength: 4 }), async (some) => {
        const decoder = platform.createDecoder();
        for (const frame of some) {
          expect(faultsOf(platform, await decoder.decode(frame))).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('addresses', () => {
  it.each([
    ['https://www.tiktok.com/@a/live', 'tiktok'],
    ['https://tiktok.com/', 'tiktok'],
    ['http://www.tiktok.com/', undefined],
    ['https://tiktok.com.evil.example/', undefined],
    ['https://nottiktok.com/', undefined],
    ['https://www.instagram.com/mira/live/', 'instagram'],
    ['https://instagram.com.evil.example/', undefined],
    ['https://kick.com/mira', 'kick'],
    ['https://dashboard.kick.com/stream', 'kick'],
    ['https://sidekick.com/', undefined],
    ['https://www.twitch.tv/miraplays', 'twitch'],
    ['https://dashboard.twitch.tv/u/miraplays/stream-manager', 'twitch'],
    ['https://nottwitch.tv/', undefined],
    ['https://www.youtube.com/watch?v=x', 'youtube'],
    ['https://studio.youtube.com/live_chat', 'youtube'],
    ['https://notyoutube.com/', undefined],
  ])('%s belongs to %s', (address, id) => {
    expect(siteOf(new URL(address))?.id).toBe(id);
  });
});
