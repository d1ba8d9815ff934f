import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PlatformId } from '../../utils/core/ids.ts';
import { platforms } from '../../utils/platforms/index.ts';
import { replayFile } from '../tools/replay-file.ts';
import { kickTruth } from './truths/kick.ts';
import { tiktokTruth } from './truths/tiktok.ts';
import type { Truth } from './truths/truth.ts';
import { twitchTruth } from './truths/twitch.ts';
import { youtubeTruth } from './truths/youtube.ts';

/** Recordings of real streams, kept beside the project and not in it: these tests run where they are. */
const folder = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));

/** How each platform's truth is read: one line a platform. */
const truths: Readonly<Partial<Record<PlatformId, Truth>>> = {
  tiktok: tiktokTruth,
  kick: kickTruth,
  twitch: twitchTruth,
  youtube: youtubeTruth,
};

/** Recordings in which many payments have one made-up id: what is the same cannot be told there. */
const madeUpIds: ReadonlySet<string> = new Set(['chatty-rawmessagetest.ndjson']);

function filesOf(platform: string): string[] {
  const inside = join(folder, platform);
  return existsSync(inside) ? readdirSync(inside).filter((name) => name.endsWith('.ndjson')) : [];
}

/** A row with its fields in one order, so that rows can be compared as text. */
function inOrder(row: object): object {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const sorted = (rows: readonly object[]) => rows.map(inOrder).sort(byText);

describe.runIf(existsSync(folder)).each(
  platforms.flatMap(({ site: { id } }) => {
    const truth = truths[id];
    return truth === undefined ? [] : [[id, truth] as const];
  }),
)('recordings of %s', (platform, truth) => {
  it.each(filesOf(platform))('%s makes the rows of its truth', async (name) => {
    const path = join(folder, platform, name);
    const text = readFileSync(path.replace('.ndjson', '.expected.json'), 'utf8');
    const replayed = await replayFile(path, madeUpIds.has(name));
    const { read, wanted, sums, wantedSums } = truth(JSON.parse(text), replayed.rows);
    expect(sorted(read)).toEqual(sorted(wanted));
    expect(sums).toEqual(wantedSums);
    expect(replayed.refused).toEqual({});
  });
});
