import type { EpochMs } from '../../core/time.ts';
import { believedTime } from '../limits.ts';
import { inMilliseconds } from '../server-time.ts';
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

/** The time of a message: its own where it is believable beside the moment `seen` when it arrived, else that. */
export function messageTime(createTime: number, seen: EpochMs): EpochMs {
  return believedTime(inMilliseconds(createTime), seen);
}
