import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { EntryId, GiftId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import type { Units } from '../../core/units.ts';
import { at, type Json, listAt, numberAt, textAt } from '../json.ts';
import { checkedId, checkedUnits, isNamedOnly } from '../limits.ts';
import { checkedNumber } from './channels.ts';

/** Chat shows a cheer within seconds of the answer to sending it; after that it is not expected any more. */
const EXPECTED_MS = 30_000;

/** Cheers that wait for chat, and lines of chat that wait for the answer. */
const MOST_WAITING = 20;

/** A cheer that the page sent and that was taken. */
export interface SentCheer {
  /** Made by the page, and not the id of the message in chat as far as anybody knows. */
  readonly id: string;
  readonly channel: string;
  readonly bits: Units;
  readonly isAnonymous: boolean;
}

/** The cheer that one question asked to send and its answer says was taken; null for all others. Throws Refused. */
export function sentCheer(question: Json, answer: Json): SentCheer | null {
  const input = at(question, 'variables', 'input');
  const bits = numberAt(input, 'bits');
  const taken = at(answer, 'data', 'sendCheer');
  const refused = [at(taken, 'error'), at(taken, 'dropReason')].some((why) => why !== null);
  if (!/SendCheer/.test(textAt(question, 'operationName')) || !bits || taken === null) return null;
  if (refused || listAt(answer, 'errors').length > 0) return null;
  return {
    id: checkedId(textAt(input, 'id')),
    channel: checkedNumber(textAt(input, 'targetID')),
    bits: checkedUnits(bits),
    isAnonymous: at(input, 'isAnonymous') === true,
  };
}

/**
 * Brings cheers that the page sent together with the same cheers in chat, so that an anonymous one is known to be the
 * viewer's, and one that chat never shows is counted all the same.
 */
export class OwnCheers {
  #sent: { readonly cheer: SentCheer; readonly room: RoomId; readonly seen: EpochMs }[] = [];
  #shown: { readonly event: GiftSeen; readonly seen: EpochMs }[] = [];

  /** The page sent a cheer. Gives what chat showed of it already, as the viewer's. */
  send(cheer: SentCheer, room: RoomId, me: Person, seen: EpochMs): GiftSeen[] {
    const index = this.#shown.findIndex(
      (shown) => near(shown.seen, seen) && same(shown.event, cheer, me),
    );
    const found = this.#shown[index];
    if (found === undefined) {
      this.#sent = [...this.#sent, { cheer, room, seen }].slice(-MOST_WAITING);
      return [];
    }
    this.#shown.splice(index, 1);
    return [mine(found.event, me)];
  }

  /** Chat shows a cheer. Gives it as the viewer's where the page sent it. */
  show(event: GiftSeen, me: Person | null, seen: EpochMs): GiftSeen[] {
    const { sender } = event;
    if (me === null || sender === null || !(isNamedOnly(sender) || sender.id === me.id)) return [];
    const index = this.#sent.findIndex(
      (sent) => near(sent.seen, seen) && same(event, sent.cheer, me),
    );
    if (index < 0) {
      this.#shown = [...this.#shown, { event, seen }].slice(-MOST_WAITING);
      return [];
    }
    this.#sent.splice(index, 1);
    return [mine(event, me)];
  }

  /** Cheers that chat should have shown by `now`, as payments of their own. */
  overdue(me: Person | null, now: EpochMs): GiftSeen[] {
    const late = this.#sent.filter(({ seen }) => now - seen > EXPECTED_MS);
    if (late.length === 0 || me === null) return [];
    this.#sent = this.#sent.filter((sent) => !late.includes(sent));
    return late.map(({ cheer, room, seen }) => unseen(cheer, room, me, seen));
  }
}

const near = (a: EpochMs, b: EpochMs) => Math.abs(a - b) <= EXPECTED_MS;

function same({ room, unitPrice, sender }: GiftSeen, cheer: SentCheer, me: Person): boolean {
  const fits = cheer.isAnonymous ? sender !== null && isNamedOnly(sender) : sender?.id === me.id;
  return fits && room.split('.')[0] === cheer.channel && unitPrice === cheer.bits;
}

function mine(event: GiftSeen, me: Person): GiftSeen {
  return { ...event, sender: me, evidence: 'send' };
}

function unseen({ id, bits }: SentCheer, room: RoomId, me: Person, seen: EpochMs): GiftSeen {
  return {
    type: 'gift',
    kind: 'gift',
    platform: 'twitch',
    key: `twitch:sent:${id}` as EntryId,
    room,
    at: seen,
    sender: me,
    recipient: null,
    gift: { id: 'cheer' as GiftId, name: 'Cheer', icon: '' },
    unit: 'twitch:bit',
    unitPrice: bits,
    count: 1,
    ended: true,
    added: bits,
    evidence: 'send',
  };
}
