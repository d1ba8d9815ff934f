import type { Brand } from './brand.ts';
import { type EpochMs, epochMs } from './time.ts';

/** One installation of the extension, made up at random when it first runs. */
export type DeviceId = Brand<string, 'DeviceId'>;

/**
 * When an operation was made, by a hybrid logical clock: wall time, a counter within the millisecond, the device.
 * Sorts as text in the order of making; no two operations have the same.
 */
export type Stamp = Brand<string, 'Stamp'>;

/** Thrown for text that is no device id: 4 to 32 lower-case letters and digits. */
export class NotADevice extends Error {
  override readonly name = 'NotADevice';
}

/** Thrown for text that no logical clock wrote. */
export class NotAStamp extends Error {
  override readonly name = 'NotAStamp';
}

/** How far another device's clock may be ahead before the own clock no longer follows it, in milliseconds. */
export const MOST_SKEW_MS = 24 * 3_600_000;

/** Digits in base 36 that hold every moment a date can name, and more operations than a millisecond can have. */
const WALL_DIGITS = 11;
const COUNTER_DIGITS = 4;
const MOST_IN_A_MS = 36 ** COUNTER_DIGITS - 1;

const shape = new RegExp(
  `^([0-9a-z]{${WALL_DIGITS}})\\.([0-9a-z]{${COUNTER_DIGITS}})\\.([0-9a-z]{4,32})$`,
);

/** Makes a {@link DeviceId}. Throws {@link NotADevice}. */
export function deviceId(text: string): DeviceId {
  if (!/^[0-9a-z]{4,32}$/.test(text)) {
    throw new NotADevice(text);
  }
  return text as DeviceId;
}

/** What a stamp says. `wall` is in epoch milliseconds, as the device's clock had it or later. */
export interface StampParts {
  readonly wall: EpochMs;
  readonly counter: number;
  readonly device: DeviceId;
}

/** Takes a stamp apart. Throws {@link NotAStamp} for text that no clock wrote. */
export function readStamp(text: string): StampParts {
  const [, wall = '', counter = '', device = ''] = shape.exec(text) ?? [];
  try {
    return {
      wall: epochMs(Number.parseInt(wall, 36)),
      counter: Number.parseInt(counter, 36),
      device: deviceId(device),
    };
  } catch {
    throw new NotAStamp(text);
  }
}

/** Checks that text is a stamp. Throws {@link NotAStamp}. */
export function stamp(text: string): Stamp {
  readStamp(text);
  return text as Stamp;
}

function write({ wall, counter, device }: StampParts): Stamp {
  const time = wall.toString(36).padStart(WALL_DIGITS, '0');
  return `${time}.${counter.toString(36).padStart(COUNTER_DIGITS, '0')}.${device}` as Stamp;
}

/** The later of two stamps. */
export function laterStamp(a: Stamp, b: Stamp): Stamp {
  return a > b ? a : b;
}

/**
 * The stamp of a new operation on `device` at `now`: above `last`, the device's clock, also after the wall clock was
 * turned back, and above `seen`, the operation that the new one replaces or undoes, if there is one. So what a user
 * changes knowingly always wins, even over an operation of a device whose clock runs years ahead.
 */
export function nextStamp(
  last: Stamp | null,
  now: EpochMs,
  device: DeviceId,
  seen: Stamp | null = null,
): Stamp {
  const floor = last === null || seen === null ? (last ?? seen) : laterStamp(last, seen);
  const before = floor === null ? null : readStamp(floor);
  if (before === null || now > before.wall) {
    return write({ wall: now, counter: 0, device });
  }
  return before.counter < MOST_IN_A_MS
    ? write({ wall: before.wall, counter: before.counter + 1, device })
    : write({ wall: epochMs(before.wall + 1), counter: 0, device });
}

/** Whether a stamp is further ahead of `now` than clocks usually differ. */
export function isFromFuture(remote: Stamp, now: EpochMs): boolean {
  return readStamp(remote).wall - now > MOST_SKEW_MS;
}

/**
 * The device's clock after it has seen `remote`. The operation itself is always taken in, or two devices would not
 * come to the same ledger; but a stamp more than a day ahead of `now` does not move the clock, or one device with a
 * wrong date would push every later operation of all others there.
 */
export function receiveStamp(last: Stamp | null, remote: Stamp, now: EpochMs): Stamp | null {
  if (isFromFuture(remote, now)) {
    return last;
  }
  return last === null ? remote : laterStamp(last, remote);
}
