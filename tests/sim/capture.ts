import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isRecord } from './json.ts';
import type { Sim } from './sim.ts';

/** Whose stream was recorded, and in which room. */
export interface RecordedHost {
  readonly handle: string;
  readonly id: bigint;
  readonly roomId: bigint;
}

/** An id for a host that nobody named: recordings do not say it. */
const UNNAMED_HOST = 6_900_000_000_000_000_001n;

/** A recording to replay: whose page it was made on, and the frames that its socket received. */
export interface Capture {
  readonly host: RecordedHost;
  readonly frames: readonly { readonly at: number; readonly body: Uint8Array }[];
}

/** Longest pause between two frames: recordings have gaps in which nothing was kept. */
const LONGEST_PAUSE_MS = 1000;

/**
 * Reads a capture file. Throws for files of other platforms and for broken ones. `hostId` is the id of the host's
 * account, for those who know it: with it the host can be logged in on the own stream (`?as=<handle>`).
 */
export async function loadCapture(path: string, hostId: bigint = UNNAMED_HOST): Promise<Capture> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  const [head, ...rest] = lines.map((line): unknown => JSON.parse(line));
  if (!isRecord(head) || head.platform !== 'tiktok' || typeof head.page !== 'string') {
    throw new Error(`${path} is no capture of this platform`);
  }
  const handle = /\/@([^/]+)\/live/.exec(head.page)?.[1];
  if (handle === undefined) {
    throw new Error(`${path} was not made on a stream's page`);
  }
  const frames = rest.flatMap((line) =>
    isRecord(line) && line.via === 'socket' && line.dir === 'in' && typeof line.body === 'string'
      ? [{ at: Number(line.at), url: String(line.url), body: Buffer.from(line.body, 'base64') }]
      : [],
  );
  const roomId = new URL(frames[0]?.url ?? 'wss://none.invalid').searchParams.get('room_id');
  return { host: { handle, id: hostId, roomId: BigInt(roomId ?? '1') }, frames };
}

/** Replays the frames in order to the first page that enters the recorded room. */
export async function playCapture(sim: Sim, capture: Capture, speed: number): Promise<void> {
  const { handle } = capture.host;
  await sim.waitForClients(1, { room: handle }, 86_400_000);
  let last = capture.frames[0]?.at ?? 0;
  for (const frame of capture.frames) {
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(0, frame.at - last)) / speed;
    last = frame.at;
    await wait(pause, undefined, { ref: false });
    await sim.raw(frame.body, handle);
  }
}
