import type { Person, RoomSeen } from '../../core/gift-event.ts';
import type { RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { put } from '../bounded.ts';
import { at, type Json, textAt } from '../json.ts';
import { keptName } from '../limits.ts';
import { personIn } from './people.ts';

/** Streams that are kept: a page shows one at a time. */
const MOST = 100;

interface Broadcast {
  readonly host: Person | null;
  readonly title: string | null;
  readonly ended: boolean;
}

const unknown: Broadcast = { host: null, title: null, ended: false };

/** What is known of streams. A stream's own number is the room; the page shows the one whose comments it asks for. */
export class Broadcasts {
  readonly #broadcasts = new Map<RoomId, Broadcast>();
  #current: RoomId | null = null;

  /** The page asks for a stream's comments, or tells that it watches it. Gives the stream where it is another one. */
  show(room: RoomId, seen: EpochMs): RoomSeen | null {
    if (this.#current === room) return null;
    this.#current = room;
    return this.#seen(room, seen);
  }

  /** Learns from an answer that describes a stream; null where it tells nothing new. */
  learn(room: RoomId, answer: Json, seen: EpochMs): RoomSeen | null {
    const host = personIn(at(answer, 'broadcast_owner'));
    const title = keptName(textAt(answer, 'broadcast_message')) || null;
    return this.#change(room, seen, {
      ...(host === null ? {} : { host }),
      ...(title === null ? {} : { title }),
      ...(hasStopped(answer) ? { ended: true } : {}),
    });
  }

  /** The stream is over. */
  end(room: RoomId, seen: EpochMs): RoomSeen | null {
    return this.#change(room, seen, { ended: true });
  }

  #change(room: RoomId, seen: EpochMs, change: Partial<Broadcast>): RoomSeen | null {
    const before = this.#broadcasts.get(room) ?? unknown;
    const after = { ...before, ...change };
    if (JSON.stringify(before) === JSON.stringify(after)) return null;
    put(this.#broadcasts, room, after, MOST);
    return this.#seen(room, seen);
  }

  #seen(room: RoomId, seen: EpochMs): RoomSeen {
    const broadcast = this.#broadcasts.get(room) ?? unknown;
    const current = room === this.#current;
    return { type: 'room', platform: 'instagram', room, at: seen, ...broadcast, current };
  }
}

/** `interrupted` streams may go on. */
function hasStopped(answer: Json): boolean {
  return /^(hard_stop|stopped)$/.test(textAt(answer, 'broadcast_status'));
}
