import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import { platforms } from '../../utils/platforms/index.ts';
import type { Decoded, Frame, Platform } from '../../utils/platforms/types.ts';
import { faultsOf, framesOf } from '../platforms/conforming.ts';

/** What names, titles and ids may hold in a page that means harm. */
const texts: readonly (readonly [string, string])[] = [
  ['markup', '<img src=x onerror="alert(1)">'],
  ['control characters', 'a\u0000b\u001b[31m\u202e\u2066\u0007'],
  ['a lone surrogate', 'x\ud83d'],
  ['half a megabyte', 'W'.repeat(500_000)],
  ['a name of Object’s own', '__proto__'],
  ['an address that runs', 'javascript:alert(1)'],
];

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Fields in which people write what they like; without ids, nothing would be left of a payment to be kept. */
const written = /name|title|nick|text|display|message|content/i;

/** The same data with texts replaced, all or those that people write, and with what would reach `Object.prototype` if it were assigned. */
function poisoned(value: Value, text: string, which: RegExp, key = ''): unknown {
  if (typeof value === 'string') return which.test(key) ? text : value;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, text, which, key));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, item]) => [
    name,
    poisoned(item, text, which, name),
  ]);
  const harm = { polluted: 'yes' };
  return Object.fromEntries([...fields, ['__proto__', harm], ['constructor', { prototype: harm }]]);
}

function isJson({ body }: Frame): boolean {
  try {
    return typeof body === 'string' && typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
}

/** Every text in events: it is what screens show and tables keep. */
function textsIn(events: readonly CaptureEvent[]): string[] {
  const found: string[] = [];
  JSON.stringify(events, (_key, value: unknown) => {
    if (typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

async function decodeAll(platform: Platform, frames: readonly Frame[]): Promise<Decoded[]> {
  const decoder = platform.createDecoder();
  const all: Decoded[] = [];
  for (const frame of frames) all.push(await decoder.decode(frame));
  return all;
}

describe.each(platforms.map((platform) => [platform.site.id, platform] as const))(
  '%s',
  (id, platform) => {
    const frames = framesOf(id);
    const json = frames.filter(({ body }) => typeof body === 'string');

    it.each(texts)(
      '%s in every text of JSON: bounded, well formed, and nothing else changes',
      async (_, text) => {
        const changed = [/^/, written].flatMap((which) =>
          json.map((frame) =>
            isJson(frame)
              ? {
                  ...frame,
                  body: JSON.stringify(poisoned(JSON.parse(String(frame.body)), text, which)),
                }
              : frame,
          ),
        );
        for (const decoded of await decodeAll(platform, changed)) {
          expect(faultsOf(platform, decoded)).toEqual([]);
          for (const kept of textsIn(decoded.events)) {
            expect(kept.length).toBeLessThanOrEqual(500);
            expect(kept.isWellFormed()).toBe(true);
          }
        }
        expect(Reflect.get({}, 'polluted')).toBeUndefined();
      },
    );

    it.each([
      ['lists within lists', '['.repeat(200_000)],
      ['objects within objects', '{"data":'.repeat(200_000)],
      ['closed lists within lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ])('%s: refused by name, or nothing', async (_, body) => {
      const ways = new Map(
        frames.map((frame) => [`${frame.via} ${frame.dir} ${frame.url}`, frame]),
      );
      const decoded = await decodeAll(
        platform,
        [...ways.values()].map((frame) => ({
          ...frame,
          body: typeof frame.body === 'string' ? body : new TextEncoder().encode(body),
        })),
      );
      for (const one of decoded) {
        expect(faultsOf(platform, one)).toEqual([]);
        expect(one.events).toEqual([]);
      }
    });
  },
);
