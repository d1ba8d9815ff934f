import type { Person, RoomSeen } from '../../core/gift-event.ts';
import type { RoomId } from '../../core/ids.ts';
import { checkedId, keptName } from '../limits.ts';
import { messageTime, noCommon, readCommon } from './common.ts';
import type { Surroundings } from './gift-message.ts';
import { ProtobufReader } from './protobuf.ts';
import { readUser } from './user.ts';

/** `WebcastControlMessage.action` of a stream that is over; 1 pauses and 2 resumes it, 4 suspends it. */
const ENDED = 3;

/** Reads `WebcastControlMessage` {common=1, action=2}; null unless the stream ended. Throws WireError and Refused. */
export function readControlMessage(payload: Uint8Array, around: Surroundings): RoomSeen | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  let action = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 2) action = reader.number();
    else reader.skip();
  }
  if (action !== ENDED) {
    return null;
  }
  return {
    type: 'room',
    platform: 'tiktok',
    room: checkedId(common.room) as RoomId,
    at: messageTime(common.createTime, around.seen),
    host: null,
    title: null,
    ended: true,
    current: false,
  };
}

/**
 * Reads `WebcastLiveIntroMessage` {common=1, user=5}: the host in person. It names no room (measured), so it is taken
 * for the one that the page is in. Throws WireError and Refused.
 */
export function readIntroMessage(payload: Uint8Array, around: Surroundings): RoomSeen | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  let host: Person | null = null;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 5) host = readUser(reader.message());
    else reader.skip();
  }
  return host === null ? null : roomSeen(common.room || around.room, around.seen, host, '', false);
}

/** The room that an outgoing `EnterRoom` {room_id=1} names; empty where it names none. Throws WireError. */
export function readEnteredRoom(payload: Uint8Array): string {
  const reader = new ProtobufReader(payload);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) return reader.id();
    reader.skip();
  }
  return '';
}

/** What the page knows of a stream, as one event; null without a room id. */
export function roomSeen(
  room: string,
  seen: Surroundings['seen'],
  host: Person | null,
  title: string,
  current: boolean,
): RoomSeen | null {
  return room === '' || room === '0'
    ? null
    : {
        type: 'room',
        platform: 'tiktok',
        room: checkedId(room) as RoomId,
        at: seen,
        host,
        title: title === '' ? null : keptName(title),
        ended: false,
        current,
      };
}
