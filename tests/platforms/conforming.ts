/** What every decoder must do with any frame: checked by the unit tests on some, by `npm run fuzz` on a million. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseBatch } from '../../utils/messaging/batch-schema.ts';
import { readCaptureFrame } from '../../utils/platforms/capture-file.ts';
import type { Decoded, Frame, Platform } from '../../utils/platforms/types.ts';

const home = new URL('../../utils/platforms/', import.meta.url);

/** The folders of all platforms. */
export const folders: readonly string[] = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The addresses of a platform's fixtures, without their ending. */
export function fixturesOf(folder: string): readonly URL[] {
  const inside = new URL(`${folder}/fixtures/`, home);
  return readdirSync(inside)
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => new URL(name.slice(0, -'.ndjson'.length), inside));
}

/** All frames of a platform's fixtures. */
export function framesOf(folder: string): readonly Frame[] {
  return fixturesOf(folder).flatMap((fixture) =>
    readFileSync(new URL(`${fixture.href}.ndjson`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(readCaptureFrame),
  );
}

/** A file in a platform's folder. */
export function fileOf(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}`, home), 'utf8');
}

/** What is wrong with what a decoder made of a frame; nothing where all is well. */
export function faultsOf({ site }: Platform, { events, refused }: Decoded): readonly string[] {
  const page = {
    platform: site.id,
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
      unknown: {},
    },
  };
  const { bad } = parseBatch(JSON.parse(JSON.stringify({ page, events })));
  return [
    ...refused.filter((name) => !/^[a-z]+-[a-z]+$/.test(name)).map((name) => `refusal ${name}`),
    ...events
      .filter(({ platform }) => platform !== site.id)
      .map(({ platform }) => `an event of ${platform}`),
    ...(bad === 0 ? [] : [`${bad} events that the background refuses`]),
  ];
}

/** The keys of payments, in order. */
export function keysOf({ events }: Decoded): readonly string[] {
  return events.flatMap((event) => (event.type === 'gift' ? [event.key] : []));
}
