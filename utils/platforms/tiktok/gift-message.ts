import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { EntryId, GiftId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { type Units, units } from '../../core/units.ts';
import {
  checkedAmount,
  checkedCount,
  checkedId,
  checkedUnits,
  keptAddress,
  keptName,
} from '../limits.ts';
import { Refused } from '../refused.ts';
import { messageTime, noCommon, readCommon } from './common.ts';
import { ProtobufReader } from './protobuf.ts';
import { person, readUser } from './user.ts';

/** What the frame around a gift message knows. */
export interface Surroundings {
  readonly seen: EpochMs;
  readonly messageId: string;
  /** The room that the page is in, for answers to requests that name none; may be empty. */
  readonly room: string;
  /** The stream's host where known: a receiver that the message names and who is not the host is a guest. */
  hostOf(room: string): Person | null;
}

/** The parts of a gift that make its payment's identity. */
export interface GiftIdentity {
  readonly room: string;
  readonly sender: string;
  readonly gift: string;
  /** Start of the streak in the sender's own milliseconds; empty for gifts that come alone. */
  readonly group: string;
  readonly messageId: string;
  /** Who gets it, where that is a guest and not the host; else empty. */
  readonly guest: string;
}

/**
 * The key of a gift's payment: the streak where there is one, else the message. A receiver is part of it only where
 * it is a guest: messages to the host name none, while the answer to one's own sending always does.
 */
export function giftKey({ room, sender, gift, group, messageId, guest }: GiftIdentity): EntryId {
  const parts =
    group === ''
      ? ['tiktok', 'gift', room, checkedId(messageId)]
      : ['tiktok', 'streak', room, sender, gift, group, ...(guest === '' ? [] : [guest])];
  return parts.join(':') as EntryId;
}

interface Gift {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly price: number | null;
  readonly costsPoints: boolean;
}

const noGift: Gift = { id: '', name: '', icon: '', price: null, costsPoints: false };

/** Reads `Image` {url_list=1} and gives its first address. */
function readImage(image: ProtobufReader): string {
  for (let field = image.next(); field !== 0; field = image.next()) {
    if (field === 1) return image.text();
    image.skip();
  }
  return '';
}

/** Reads `ug_gift_info` {is_ug_gift=1}: such gifts are paid for in points, not in coins. */
function readCostsPoints(info: ProtobufReader): boolean {
  for (let field = info.next(); field !== 0; field = info.next()) {
    if (field === 1) return info.number() !== 0;
    info.skip();
  }
  return false;
}

/** Reads `Gift` {image=1, id=5, diamond_count=12, name=16, ug_gift_info=118}. `diamond_count` is the price in coins. */
function readGift(gift: ProtobufReader): Gift {
  let { id, name, icon, price, costsPoints } = noGift;
  for (let field = gift.next(); field !== 0; field = gift.next()) {
    if (field === 1) icon = readImage(gift.message());
    else if (field === 5) id = gift.id();
    else if (field === 12) price = gift.number();
    else if (field === 16) name = gift.text();
    else if (field === 118) costsPoints = readCostsPoints(gift.message());
    else gift.skip();
  }
  return { id, name, icon, price, costsPoints };
}

/** Reads `monitor_info` {to_user_id=8}, which names the receiver even where `to_user` is absent. */
function readMonitorReceiver(info: ProtobufReader): string {
  for (let field = info.next(); field !== 0; field = info.next()) {
    if (field === 8) return info.id();
    info.skip();
  }
  return '';
}

/** The fields of a `WebcastGiftMessage` as they stand on the wire. */
interface GiftFields {
  common: typeof noCommon;
  giftId: string;
  added: number;
  repeatCount: number;
  sender: Person | null;
  toUser: Person | null;
  repeatEnd: number;
  group: string;
  gift: Gift;
  monitorReceiver: string;
  memberId: string;
  memberNumber: string;
  memberName: string;
}

/**
 * Reads `WebcastGiftMessage` {common=1, gift_id=2, fan_ticket_count=3, repeat_count=5, user=7, to_user=8,
 * repeat_end=9, group_id=11, gift=15, monitor_info=23, to_member_id=45, to_member_id_int=46, to_member_nickname=47}.
 */
function readFields(payload: Uint8Array): GiftFields {
  const reader = new ProtobufReader(payload);
  const fields: GiftFields = {
    common: noCommon,
    giftId: '',
    added: 0,
    repeatCount: 0,
    sender: null,
    toUser: null,
    repeatEnd: 0,
    group: '',
    gift: noGift,
    monitorReceiver: '',
    memberId: '',
    memberNumber: '',
    memberName: '',
  };
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) fields.common = readCommon(reader.message());
    else if (field === 2) fields.giftId = reader.id();
    else if (field === 3) fields.added = reader.number();
    else if (field === 5) fields.repeatCount = reader.number();
    else if (field === 7) fields.sender = readUser(reader.message());
    else if (field === 8) fields.toUser = readUser(reader.message());
    else if (field === 9) fields.repeatEnd = reader.number();
    else if (field === 11) fields.group = reader.id();
    else if (field === 15) fields.gift = readGift(reader.message());
    else if (field === 23) fields.monitorReceiver = readMonitorReceiver(reader.message());
    else if (field === 45) fields.memberId = reader.text();
    else if (field === 46) fields.memberNumber = reader.id();
    else if (field === 47) fields.memberName = reader.text();
    else reader.skip();
  }
  return fields;
}

/** Who the message itself names as receiver: host or guest. `0` is how TikTok writes "nobody" in text. */
function namedReceiver(fields: GiftFields): Person | null {
  if (fields.toUser !== null) {
    return fields.toUser;
  }
  const member = fields.memberId === '0' ? '' : fields.memberId || fields.memberNumber;
  return member === '' ? null : person(member, '', fields.memberName);
}

/**
 * The coins that this sighting says it added. TikTok gives them in every message but a streak's last, where the field
 * is absent; the price is what the message itself says, so nothing is known where that is missing.
 */
function addedUnits(fields: GiftFields, price: Units | null): Units | null {
  const believable = Number.isSafeInteger(fields.added) && fields.added >= 0;
  return price === null || !believable ? null : units(fields.added);
}

/**
 * Makes one sighting from a `WebcastGiftMessage`. Null for gifts that cost no coins (points, free ones).
 * Throws WireError for broken bytes, Refused for missing ids and absurd counts or prices.
 */
export function readGiftMessage(payload: Uint8Array, around: Surroundings): GiftSeen | null {
  const fields = readFields(payload);
  const { gift, sender } = fields;
  if (gift.costsPoints || gift.price === 0) {
    return null;
  }
  if (sender === null) {
    throw new Refused('missing-id', 'sender');
  }
  const room = checkedId(fields.common.room);
  const giftId = checkedId(fields.giftId || gift.id);
  const count = checkedCount(fields.repeatCount);
  const unitPrice = gift.price === null ? null : checkedUnits(gift.price);
  if (unitPrice !== null) {
    checkedAmount(count, unitPrice);
  }
  const host = around.hostOf(room);
  const named = namedReceiver(fields);
  const receiver =
    named ?? (fields.monitorReceiver === '' ? host : person(fields.monitorReceiver, '', ''));
  return {
    type: 'gift',
    kind: 'gift',
    platform: 'tiktok',
    key: giftKey({
      room,
      sender: sender.id,
      gift: giftId,
      group: fields.group,
      messageId: around.messageId || fields.common.messageId,
      guest: named === null || named.id === host?.id ? '' : named.id,
    }),
    room: room as RoomId,
    at: messageTime(fields.common.createTime, around.seen),
    sender,
    recipient: receiver !== null && receiver.id === host?.id ? host : receiver,
    gift: {
      id: giftId as GiftId,
      name: keptName(gift.name),
      icon: keptAddress(gift.icon),
    },
    unit: 'tiktok:coin',
    unitPrice,
    count,
    ended: fields.group === '' || fields.repeatEnd === 1,
    added: addedUnits(fields, unitPrice),
    evidence: 'page',
  };
}
