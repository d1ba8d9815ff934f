/** How fast frames are decoded. */
import { epochMs } from '../../utils/core/time.ts';
import { TikTokDecoder } from '../../utils/platforms/tiktok/decode.ts';
import type { Frame } from '../../utils/platforms/types.ts';
import { type FullDecoder, fullDecoderFor } from './full-decode.ts';
import { aside, atLeast, type Metric, median } from './metrics.ts';
import { busyFrames } from './tiktok-frames.ts';

const FRAMES = 400;
const ROUNDS = 15;
const URL = 'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/?room_id=1';

const frameOf = (body: Uint8Array): Frame => ({
  at: epochMs(Date.now()),
  via: 'socket',
  dir: 'in',
  url: URL,
  body,
});

/** Microseconds a frame of the project's decoder, which must find the gift in each. */
async function timeOurs(bodies: readonly Uint8Array[]): Promise<number> {
  const decoder = new TikTokDecoder();
  const frames = bodies.map(frameOf);
  let gifts = 0;
  const start = performance.now();
  for (const frame of frames) {
    const { events } = await decoder.decode(frame);
    for (const { type } of events) if (type === 'gift') gifts += 1;
  }
  const time = performance.now() - start;
  if (gifts !== bodies.length) throw new Error(`${gifts} gifts in ${bodies.length} frames`);
  return (time * 1000) / bodies.length;
}

function timeFull(bodies: readonly Uint8Array[], decode: FullDecoder): number {
  const start = performance.now();
  let messages = 0;
  for (const body of bodies) messages += decode(body);
  const time = performance.now() - start;
  if (messages !== bodies.length * 20) throw new Error(`${messages} messages`);
  return (time * 1000) / bodies.length;
}

/** Measures decoding against a full decoder, in turns and in this process. */
export async function measureDecoding(say: (line: string) => void): Promise<readonly Metric[]> {
  const plain = busyFrames(FRAMES, false);
  const packed = busyFrames(FRAMES, true);
  const decodeFully = fullDecoderFor(plain);
  const ours: number[] = [];
  const full: number[] = [];
  const unpacking: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timeOurs(plain));
    full.push(timeFull(plain, decodeFully));
    unpacking.push(await timeOurs(packed));
  }
  const size = plain.reduce((sum, { length }) => sum + length, 0) / plain.length;
  say(
    `Decoding: frames of 20 messages, ${Math.round(size)} bytes unpacked, one gift in each; in Node.`,
  );
  say('The full decoder is protobuf-es, with a schema generated from the same frames.');
  return [
    atLeast('decoding, full decoder ÷ ours', median(full) / median(ours), '×', 4),
    aside('decoding, ours, plain frame', median(ours), 'µs'),
    aside('decoding, ours, gzip frame', median(unpacking), 'µs'),
    aside('decoding, full decoder, plain frame', median(full), 'µs'),
  ];
}
