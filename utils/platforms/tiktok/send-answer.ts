import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { GiftId, RoomId } from '../../core/ids.ts';
import { epochMs } from '../../core/time.ts';
import { at, type Json, numberAt, textAt } from '../json.ts';
import { checkedCount, checkedId } from '../limits.ts';
import { type GiftIdentity, giftKey, type Surroundings } from './gift-message.ts';
import { person } from './user.ts';

/** A gift that the viewer sent, by the platform's answer to the sending. */
export interface SentGift {
  readonly identity: Omit<GiftIdentity, 'sender'>;
  readonly recipient: Person | null;
  readonly count: number;
  readonly at: Surroundings['seen'];
}

/** An id that may stand as number or as text with `_str` behind its name; empty for 0. */
function idAt(data: Json, name: string): string {
  const text = textAt(data, `${name}_str`) || textAt(data, name);
  return text === '0' ? '' : text;
}

/**
 * Reads the answer of `/webcast/gift/send/` with the url-encoded request that it answers. Null where TikTok refused
 * to send (`status_code` not 0: nothing was charged) and where the answer has nothing to join it to the gift's message:
 * no ids, or a receiver of whom we cannot tell whether it is the host.
 */
export function readSendAnswer(data: Json, request: string, around: Surroundings): SentGift | null {
  if (numberAt(data, 'status_code') !== 0) {
    return null;
  }
  const answer = at(data, 'data');
  const asked = new URLSearchParams(request);
  const group = idAt(answer, 'group_id');
  const messageId = idAt(answer, 'msg_id');
  const room = asked.get('room_id') || around.room;
  const gift = idAt(answer, 'gift_id') || asked.get('gift_id') || '';
  const receiver = asked.get('to_user_id') ?? '';
  if (room === '' || gift === '' || (group === '' && messageId === '')) {
    return null;
  }
  const host = around.hostOf(room);
  if (receiver !== '' && host === null) {
    return null;
  }
  const now = numberAt(data, 'extra', 'now');
  return {
    identity: {
      room: checkedId(room),
      gift: checkedId(gift),
      group: group === '' ? '' : checkedId(group),
      messageId,
      guest: receiver === '' || receiver === host?.id ? '' : checkedId(receiver),
    },
    recipient: receiver === '' ? host : receiver === host?.id ? host : person(receiver, '', ''),
    count: checkedCount(numberAt(answer, 'repeat_count') ?? Number(asked.get('count') ?? 1)),
    at: now !== null && Number.isSafeInteger(now) && now > 0 ? epochMs(now) : around.seen,
  };
}

/** The sighting that a sent gift is, once the sender is known. Its price is not in the answer. */
export function sentGiftSeen(sent: SentGift, sender: Person): GiftSeen {
  return {
    type: 'gift',
    kind: 'gift',
    platform: 'tiktok',
    key: giftKey({ ...sent.identity, sender: sender.id }),
    room: sent.identity.room as RoomId,
    at: sent.at,
    sender,
    recipient: sent.recipient,
    gift: { id: sent.identity.gift as GiftId, name: '', icon: '' },
    unit: 'tiktok:coin',
    unitPrice: null,
    count: sent.count,
    ended: false,
    added: null,
    evidence: 'send',
  };
}
