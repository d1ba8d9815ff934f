import type { CaptureEvent } from '../core/gift-event.ts';
import type { Refusal } from '../core/refusals.ts';
import type { EpochMs } from '../core/time.ts';
import { type Json, parseJson } from './json.ts';
import { Refused, refusalOf } from './refused.ts';
import type { Decoded, Frame } from './types.ts';

/** What is being found in one frame. */
interface Found {
  readonly events: CaptureEvent[];
  readonly refused: Refusal[];
  toldAt: EpochMs | null;
}

/** What a decoder finds in one frame after the other: collects it, keeps frames to a size, and lets no error out. */
export class Findings {
  readonly #mostLength: number;
  readonly #nameOf: (error: unknown) => Refusal;
  #found: Found = { events: [], refused: [], toldAt: null };

  /**
   * `mostLength` is the length of the largest frame that is looked at, in bytes or characters; `nameOf` names what went
   * wrong where that is more than bad JSON and what decoders refuse.
   */
  constructor(mostLength: number, nameOf: (error: unknown) => Refusal = refusalOf) {
    this.#mostLength = mostLength;
    this.#nameOf = nameOf;
  }

  /**
   * What `read` tells of `frame`. A frame that is too large is not read and refused as `too-large`; what `read` throws
   * is refused by its name, and what it told until then stays.
   */
  async of(frame: Frame, read: () => void | Promise<void>): Promise<Decoded> {
    const found: Found = { events: [], refused: [], toldAt: null };
    this.#found = found;
    try {
      if (frame.body.length > this.#mostLength) throw new Refused('too-large');
      await read();
    } catch (error) {
      found.refused.push(this.#nameOf(error));
    }
    const { events, refused, toldAt } = found;
    return { events, refused, ...(toldAt === null ? {} : { toldAt }) };
  }

  /** What `read` tells of a part of the page, as the platform's `PageElements` put it into words; nothing of other frames. */
  ofElement(
    frame: Frame,
    read: (said: Json, seen: EpochMs) => readonly CaptureEvent[],
  ): Promise<Decoded> {
    const { via, body, at } = frame;
    return this.of(frame, () => {
      if (via === 'element' && typeof body === 'string') this.tell(...read(parseJson(body), at));
    });
  }

  /** Reads one part of a frame: whatever it throws, the others are read. */
  attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Events of the frame at hand, in their order. */
  tell(...events: readonly (CaptureEvent | null)[]): void {
    for (const event of events) {
      if (event !== null) this.#found.events.push(event);
    }
  }

  /** The moment at which the server says that it sent the frame at hand; null where it says none. */
  tellTime(time: EpochMs | null): void {
    this.#found.toldAt = time;
  }

  refuse(...reasons: readonly Refusal[]): void {
    this.#found.refused.push(...reasons);
  }

  /** Refuses what went wrong, by its name. */
  fail(error: unknown): void {
    this.refuse(this.#nameOf(error));
  }
}

/** What a frame says, as text. */
export function textOf(body: Frame['body']): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
