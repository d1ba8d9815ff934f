/**
 * `npm run fuzz [-- --runs N] [-- --seed N] [-- --only PLATFORM]`: a million frames, cut and changed at random, through
 * all decoders. Each must give events that the background takes, or refuse by name; anything else is printed with what
 * repeats it. Frames are those of the fixtures, and of the recordings where they lie beside the project.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { readCaptureFrame } from '../../../utils/platforms/capture-file.ts';
import { platforms } from '../../../utils/platforms/index.ts';
import type { Frame, Platform } from '../../../utils/platforms/types.ts';
import { faultsOf, framesOf } from '../../platforms/conforming.ts';
import { damaged } from '../../platforms/damage.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
    only: { type: 'string', multiple: true },
  },
});
const seed = Number(values.seed);
const wanted = platforms.filter(({ site }) => values.only?.includes(site.id) ?? true);
const runs = Math.ceil(Number(values.runs) / wanted.length);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) {
  console.error('Usage: npm run fuzz [-- --runs N] [-- --seed N] [-- --only PLATFORM]');
  process.exit(2);
}

/** Recordings of real streams, kept beside the project and not in it. */
const recordings = new URL('../../../../shared/captures/', import.meta.url);

/** Longer ones would take most of the time, and change little of what they say. */
const LONGEST = 100_000;

function recordedFrames(folder: string): Frame[] {
  const inside = new URL(`${folder}/`, recordings);
  return !existsSync(inside)
    ? []
    : readdirSync(inside)
        .filter((name) => name.endsWith('.ndjson'))
        .flatMap((name) =>
          readFileSync(new URL(name, inside), 'utf8')
            .trim()
            .split('\n')
            .slice(1)
            .map(readCaptureFrame),
        )
        .filter(({ body }) => body.length < LONGEST);
}

/** A decoder reads so many frames before it is replaced: what it keeps must not harm it either. */
const FRAMES_A_DECODER = 50;

async function fuzz(platform: Platform): Promise<boolean> {
  const frames = [...framesOf(platform.site.id), ...recordedFrames(platform.site.id)];
  const started = Date.now();
  let decoder = platform.createDecoder();
  let read = 0;
  let events = 0;
  let refused = 0;
  const result = await fc.check(
    fc.asyncProperty(damaged(frames), async (frame) => {
      if (read % FRAMES_A_DECODER === 0) decoder = platform.createDecoder();
      read += 1;
      const decoded = await decoder.decode(frame);
      events += decoded.events.length;
      refused += decoded.refused.length;
      const faults = faultsOf(platform, decoded);
      if (faults.length > 0) throw new Error(faults.join(', '));
    }),
    { numRuns: runs, seed },
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${platform.site.id}: ${read} frames in ${seconds} s, ${events} events, ${refused} refusals: ${result.failed ? 'FAILED' : 'ok'}`,
  );
  if (result.failed) console.error(fc.defaultReportMessage(result));
  return !result.failed;
}

console.log(`seed ${seed}, ${runs * wanted.length} changed frames`);
const passed: boolean[] = [];
for (const platform of wanted) passed.push(await fuzz(platform));
process.exitCode = passed.every(Boolean) ? 0 : 1;
