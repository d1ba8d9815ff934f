import type { WatchSeen } from '../../utils/core/gift-event.ts';
import type { PlatformId, RoomId } from '../../utils/core/ids.ts';
import type { Frame } from '../../utils/platforms/types.ts';

const MINUTE_MS = 60_000;

/** Tells once a minute that a stream is being seen, so that gaps in what was seen can be told from quiet minutes. */
export class Watch {
  readonly #platform: PlatformId;
  #told = '';

  constructor(platform: PlatformId) {
    this.#platform = platform;
  }

  /** What a frame tells that came while the page showed `room`; empty where it shows none. */
  see({ via, dir, at }: Frame, room: string): readonly WatchSeen[] {
    const minute = `${room} ${Math.floor(at / MINUTE_MS)}`;
    if (room === '' || via === 'document' || dir === 'out' || minute === this.#told) return [];
    this.#told = minute;
    return [{ type: 'watch', platform: this.#platform, room: room as RoomId, at }];
  }
}
