import { type EpochMs, epochMs } from '../../core/time.ts';
import { believedTime } from '../limits.ts';
import type { ProtobufReader } from './protobuf.ts';

/** What `Common`, the first field of every message, says that the ledger needs. */
export interface Common {
  readonly messageId: string;
  readonly room: string;
  /** As sent: milliseconds, in some messages seconds, 0 where missing. */
  readonly createTime: number;
}

export const noCommon: Common = { messageId: '', room: '', createTime: 0 };

/** Reads `Common` {msg_id=2, room_id=3, create_time=4}. */
export function readCommon(common: ProtobufReader): Common {
  let { messageId, room, createTime } = noCommon;
  for (let field = common.next(); field !== 0; field = common.next()) {
    if (field === 2) messageId = common.id();
    else if (field === 3) room = common.id();
    else if (field === 4) createTime = common.number();
    else common.skip();
  }
  return { messageId, room, createTime };
}

/** Below this a time is in seconds: as milliseconds it would lie before 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** When TikTok's web streams began, and a moment that no server of today can tell. */
const EARLIEST = Date.UTC(2020);
const LATEST = Date.UTC(2100);

/** What a server says that the time is, whatever the device's clock says; null where it cannot be. */
export function serverTime(now: number): EpochMs | null {
  const time = now < FIRST_MILLISECONDS ? now * 1000 : now;
  return Number.isSafeInteger(time) && time > EARLIEST && time < LATEST ? epochMs(time) : null;
}

/** The time of a message: its own where it is believable beside the moment `seen` when it arrived, else that. */
export function messageTime(createTime: number, seen: EpochMs): EpochMs {
  const time = createTime < FIRST_MILLISECONDS ? createTime * 1000 : createTime;
  return believedTime(time, seen);
}
