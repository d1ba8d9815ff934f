import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBatch } from '../../utils/messaging/batch-schema.ts';
import { readCaptureFrame } from '../../utils/platforms/capture-file.ts';
import * as hooks from '../../utils/platforms/hooks.ts';
import { platforms } from '../../utils/platforms/index.ts';
import { siteOf, sites } from '../../utils/platforms/sites.ts';
import type { Frame } from '../../utils/platforms/types.ts';
import { replayFile } from '../tools/replay-file.ts';

const home = new URL('../../utils/platforms/', import.meta.url);
const folders = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Fixture {
  readonly name: string;
  readonly path: string;
  readonly expected: string;
}

function fixturesOf(folder: string): Fixture[] {
  const inside = new URL(`${folder}/fixtures/`, home);
  return readdirSync(inside)
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => ({
      name: name.slice(0, -'.ndjson'.length),
      path: fileURLToPath(new URL(name, inside)),
      expected: fileURLToPath(new URL(name.replace('.ndjson', '.expected.json'), inside)),
    }));
}

const page = {
  platform: 'tiktok',
  nonce: '',
  room: '',
  onStream: true,
  late: false,
  counts: {
    frames: 0,
    gifts: 0,
    sockets: 0,
    lastFrameAt: null,
    lastGiftAt: null,
    refused: {},
    dropped: 0,
  },
};

describe.each(folders)('platform %s', (folder) => {
  const platform = platforms.find(({ site }) => site.id === folder);
  const fixtures = fixturesOf(folder);
  const frames = fixtures.flatMap(({ path }) =>
    readFileSync(path, 'utf8').trim().split('\n').slice(1).map(readCaptureFrame),
  );

  it('is in each of the three lists', () => {
    expect(platform).toBeDefined();
    expect(sites.map(({ id }) => id)).toContain(folder);
    expect(Object.keys(hooks).length).toBeGreaterThan(0);
    expect(readFileSync(new URL('hooks.ts', home), 'utf8')).toContain(`./${folder}/hook.ts`);
  });

  it('says in a README what is certain and what is not', () => {
    expect(readFileSync(new URL(`${folder}/README.md`, home), 'utf8')).toMatch(/not known/i);
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
    const decoder = platform?.createDecoder();
    for (const frame of frames) {
      const decoded = await decoder?.decode(frame);
      const sent: unknown = JSON.parse(JSON.stringify({ page, events: decoded?.events ?? [] }));
      expect(parseBatch(sent).bad).toBe(0);
    }
  });

  it('gives the same ids for the same frame', async () => {
    for (const frame of frames) {
      const ids = await Promise.all(
        [0, 1].map(async () => {
          const decoded = await platform?.createDecoder().decode(frame);
          return decoded?.events.map((event) => (event.type === 'gift' ? event.key : event.type));
        }),
      );
      expect(ids[0]).toEqual(ids[1]);
    }
  });

  const damaged: fc.Arbitrary<Frame> = fc
    .tuple(
      fc.constantFrom(...frames),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    )
    .map(([frame, cut, changes]) => ({ ...frame, body: damage(frame.body, cut, changes) }));

  it('gives events or a named refusal for any cut or changed frame, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (frame) => {
        const decoded = await platform?.createDecoder().decode(frame);
        for (const refusal of decoded?.refused ?? []) expect(refusal).toMatch(/^[a-z]+-[a-z]+$/);
        expect(parseBatch({ page, events: decoded?.events ?? [] }).bad).toBe(0);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** The body cut at a random place, with some bytes changed. */
function damage(
  body: Frame['body'],
  cut: number,
  changes: readonly (readonly [number, number])[],
): Frame['body'] {
  if (typeof body === 'string') {
    return body.slice(0, cut % (body.length + 1));
  }
  const bytes = body.slice(0, cut % 3 === 0 ? cut % (body.length + 1) : body.length);
  for (const [where, value] of changes) {
    if (bytes.length > 0) bytes[where % bytes.length] = value;
  }
  return bytes;
}

describe('addresses', () => {
  it.each([
    ['https://www.tiktok.com/@a/live', 'tiktok'],
    ['https://tiktok.com/', 'tiktok'],
    ['http://www.tiktok.com/', undefined],
    ['https://tiktok.com.evil.example/', undefined],
    ['https://nottiktok.com/', undefined],
    ['https://kick.com/mira', 'kick'],
    ['https://dashboard.kick.com/stream', 'kick'],
    ['https://sidekick.com/', undefined],
  ])('%s belongs to %s', (address, id) => {
    expect(siteOf(new URL(address))?.id).toBe(id);
  });
});
