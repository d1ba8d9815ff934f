import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { EntryId, RoomId } from '../../core/ids.ts';
import { checkedId } from '../limits.ts';
import { Refused } from '../refused.ts';
import { messageTime, noCommon, readCommon } from './common.ts';
import type { Surroundings } from './gift-message.ts';
import { ProtobufReader } from './protobuf.ts';
import { readUser } from './user.ts';

/** `gift_source` of a subscription that the platform gave away, and of those that another viewer paid for. */
const GIVEN_BY_PLATFORM = 1;
const PAID_BY_ANOTHER: ReadonlySet<number> = new Set([2, 3]);

/** `message_type` of a subscription bought; the others announce gifted ones, ends and reminders. */
const SUBSCRIBED = 0;

/**
 * Makes an entry's sighting from a `WebcastSubNotifyMessage` {common=1, user=2, message_type=7, gift_source=11}. TikTok
 * says no price, and not who paid for a gifted one. Null for notices that are no purchase. Throws WireError and
 * Refused.
 */
export function readSubscriptionMessage(
  payload: Uint8Array,
  around: Surroundings,
): GiftSeen | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  let sender: Person | null = null;
  let messageType = SUBSCRIBED;
  let giftSource = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 2) sender = readUser(reader.message());
    else if (field === 7) messageType = reader.number();
    else if (field === 11) giftSource = reader.number();
    else reader.skip();
  }
  if (messageType !== SUBSCRIBED || giftSource === GIVEN_BY_PLATFORM) {
    return null;
  }
  if (sender === null) {
    throw new Refused('missing-id', 'subscriber');
  }
  const room = checkedId(common.room);
  const messageId = checkedId(around.messageId || common.messageId);
  return {
    type: 'gift',
    kind: 'subscription',
    platform: 'tiktok',
    key: `tiktok:subscription:${room}:${messageId}` as EntryId,
    room: room as RoomId,
    at: messageTime(common.createTime, around.seen),
    sender: PAID_BY_ANOTHER.has(giftSource) ? null : sender,
    recipient: around.hostOf(room),
    gift: null,
    unit: null,
    unitPrice: null,
    count: 1,
    ended: true,
    added: null,
    evidence: 'page',
  };
}
