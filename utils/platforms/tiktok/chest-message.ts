import type { GiftSeen } from '../../core/gift-event.ts';
import type { EntryId, RoomId } from '../../core/ids.ts';
import { checkedId, checkedUnits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { messageTime, noCommon, readCommon } from './common.ts';
import type { Surroundings } from './gift-message.ts';
import { ProtobufReader } from './protobuf.ts';
import { person } from './user.ts';

/** `EnvelopeInfo.business_type` of a chest that a user paid coins for; others (19, super-fan box) are promotions. */
const PAID_BY_USER = 1;

/** `WebcastEnvelopeMessage.display` of a new chest; 2 takes one off the screen and repeats only its id. */
const NEW = 1;

interface Envelope {
  id: string;
  business: number;
  senderName: string;
  coins: number | null;
  senderId: string;
  room: string;
}

/** Reads `EnvelopeInfo` {envelope_id=1, business_type=2, send_user_name=4, diamond_count=5, send_user_id=8, room_id=11}. */
function readEnvelope(info: ProtobufReader): Envelope {
  const envelope: Envelope = {
    id: '',
    business: PAID_BY_USER,
    senderName: '',
    coins: null,
    senderId: '',
    room: '',
  };
  for (let field = info.next(); field !== 0; field = info.next()) {
    if (field === 1) envelope.id = info.text();
    else if (field === 2) envelope.business = info.number();
    else if (field === 4) envelope.senderName = info.text();
    else if (field === 5) envelope.coins = info.number();
    else if (field === 8) envelope.senderId = info.text();
    else if (field === 11) envelope.room = info.text();
    else info.skip();
  }
  return envelope;
}

/**
 * Makes an entry's sighting from a `WebcastEnvelopeMessage` {common=1, envelope_info=2, display=3}: a treasure chest
 * whose coins go to viewers. Null for chests taken off the screen and for those that no user paid for. Throws
 * WireError and Refused.
 */
export function readChestMessage(payload: Uint8Array, around: Surroundings): GiftSeen | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  let envelope: Envelope | null = null;
  let display = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 2) envelope = readEnvelope(reader.message());
    else if (field === 3) display = reader.number();
    else reader.skip();
  }
  if (display !== NEW) {
    return null;
  }
  if (envelope === null) {
    throw new Refused('missing-id', 'envelope');
  }
  if (envelope.business !== PAID_BY_USER || envelope.coins === null || envelope.coins === 0) {
    return null;
  }
  const coins = checkedUnits(envelope.coins);
  const room = checkedId(envelope.room || common.room);
  return {
    type: 'gift',
    kind: 'chest',
    platform: 'tiktok',
    key: `tiktok:chest:${checkedId(envelope.id)}` as EntryId,
    room: room as RoomId,
    at: messageTime(common.createTime, around.seen),
    sender: envelope.senderId === '' ? null : person(envelope.senderId, '', envelope.senderName),
    recipient: around.hostOf(room),
    gift: null,
    unit: 'tiktok:coin',
    unitPrice: coins,
    count: 1,
    ended: true,
    added: coins,
    evidence: 'page',
  };
}
