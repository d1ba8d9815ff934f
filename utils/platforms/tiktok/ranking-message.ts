import type { Person, RankingSeen } from '../../core/gift-event.ts';
import type { AccountId, RoomId } from '../../core/ids.ts';
import type { Units } from '../../core/units.ts';
import { checkedId, checkedUnits } from '../limits.ts';
import { messageTime, noCommon, readCommon } from './common.ts';
import type { Surroundings } from './gift-message.ts';
import { ProtobufReader } from './protobuf.ts';
import { readUser } from './user.ts';

/** The site shows three to eight people with their names. */
const MOST_RANKED = 20;

/** Reads `Contributor` {score=1, user=2}; null for one who is not named, or gave nothing. */
function readRank(rank: ProtobufReader): { account: AccountId; units: Units } | null {
  let score = 0;
  let user: Person | null = null;
  for (let field = rank.next(); field !== 0; field = rank.next()) {
    if (field === 1) score = rank.number();
    else if (field === 2) user = readUser(rank.message());
    else rank.skip();
  }
  return score === 0 || user === null ? null : { account: user.id, units: checkedUnits(score) };
}

/**
 * Reads `WebcastRoomUserSeqMessage` {common=1, ranks=2 repeated}: the coins that those who gave most in this room gave so
 * far, as the site tells, a little late. Nobody's payment: held against what was seen. Null where it names nobody. Throws
 * WireError and Refused.
 */
export function readRanking(payload: Uint8Array, around: Surroundings): RankingSeen | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  const people: { account: AccountId; units: Units }[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 2 && people.length < MOST_RANKED) {
      const rank = readRank(reader.message());
      if (rank !== null) people.push(rank);
    } else reader.skip();
  }
  return people.length === 0
    ? null
    : {
        type: 'ranking',
        platform: 'tiktok',
        room: checkedId(common.room) as RoomId,
        at: messageTime(common.createTime, around.seen),
        unit: 'tiktok:coin',
        people,
      };
}
