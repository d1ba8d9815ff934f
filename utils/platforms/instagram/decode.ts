import type { GiftSeen } from '../../core/gift-event.ts';
import type { RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { put } from '../bounded.ts';
import { Findings, textOf } from '../findings.ts';
import { at, type Json, numberAt, parseJson, textAt } from '../json.ts';
import { Refused } from '../refused.ts';
import { serverTime } from '../server-time.ts';
import type { Decoded, Decoder, Frame } from '../types.ts';
import { type Badge, badgePayment, badgesIn } from './badges.ts';
import { Broadcasts } from './broadcasts.ts';
import { Identity } from './identity.ts';
import { Commenters } from './people.ts';
import { UnknownGifts } from './unknown-gifts.ts';

/** The largest frame that is looked at: answers are below 100 kB, a document's data below 1 MB. */
const MOST_LENGTH = 4 * 1024 * 1024;

/** States whose first sight is kept. */
const MOST_STATES = 5_000;

/** Numbers that nobody was found for, each told once. */
const MOST_STRANGERS = 1_000;

/** Reads Instagram's frames: see `README.md` in this folder for the wire format and how sure each fact is. */
export class InstagramDecoder implements Decoder {
  readonly #found = new Findings(MOST_LENGTH);
  readonly #broadcasts = new Broadcasts();
  readonly #identity = new Identity();
  readonly #commenters = new Commenters();
  readonly #unknownGifts = new UnknownGifts();
  readonly #strangers = new Set<string>();
  /** When each state was seen first, by key and count. */
  readonly #since = new Map<string, EpochMs>();

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.of(frame, () => this.#read(frame));
  }

  #read({ via, dir, url, body, at: seen }: Frame): void {
    if (via === 'socket' || dir === 'out') return;
    const text = textOf(body);
    if (via === 'document') {
      this.#found.tell(this.#identity.learn(parseJson(text)));
      return;
    }
    const asked = /\/live\/(?:(web_info)|(\d{1,20})\/(\w+))\/?$/.exec(new URL(url).pathname);
    if (asked === null) return;
    const [, , room = '', about = 'info'] = asked;
    const answer = parseJson(text);
    // Asked by creator, an answer names the stream itself.
    this.#readAnswer(about, (room || textAt(answer, 'id')) as RoomId, answer, text, seen);
    this.#found.tellTime(serverTime(Math.floor(numberAt(answer, 'response_timestamp') ?? 0)));
  }

  #readAnswer(about: string, room: RoomId, answer: Json, text: string, seen: EpochMs): void {
    if (!/^\d{1,20}$/.test(room)) return;
    if (textAt(answer, 'status') === 'fail') {
      this.#readFailure(room, textAt(answer, 'message'), seen);
      return;
    }
    if (about !== 'info') this.#found.tell(this.#broadcasts.show(room, seen));
    if (about !== 'get_comment') {
      this.#found.tell(this.#broadcasts.learn(room, answer, seen));
      return;
    }
    if (!Array.isArray(at(answer, 'comments'))) throw new Refused('bad-message', 'comments');
    for (let found = this.#unknownGifts.find(text); found > 0; found -= 1) {
      this.#found.refuse('unknown-payment');
    }
    this.#commenters.learn(answer);
    for (const read of badgesIn(answer)) {
      this.#found.attempt(() => this.#readBadge(read(), room, seen));
    }
  }

  #readFailure(room: RoomId, message: string, seen: EpochMs): void {
    if (/media has been deleted/i.test(message)) {
      this.#found.tell(this.#broadcasts.end(room, seen));
    } else if (/login_required/i.test(message)) {
      this.#found.tell(this.#identity.loggedOut());
    }
  }

  #readBadge(badge: Badge | null, room: RoomId, seen: EpochMs): void {
    if (badge === null) return;
    const { of } = badge;
    const sender = typeof of === 'string' ? this.#commenters.find(of) : of;
    if (sender !== null) {
      this.#found.tell(this.#sinceFirst(badgePayment(badge, sender, { seen, room })));
      return;
    }
    this.#refuseStranger(String(of));
  }

  /** A state that is told again was seen when it was seen first: the ledger then has nothing to write. */
  #sinceFirst(payment: GiftSeen): GiftSeen {
    const state = `${payment.key} ${payment.count}`;
    const since = this.#since.get(state) ?? payment.at;
    put(this.#since, state, since, MOST_STATES);
    return { ...payment, at: since < payment.at ? since : payment.at };
  }

  /** A badge of nobody who is known: told once, since each answer states it again. */
  #refuseStranger(number: string): void {
    if (this.#strangers.has(number)) return;
    if (this.#strangers.size < MOST_STRANGERS) this.#strangers.add(number);
    throw new Refused('missing-id', number.slice(0, 20));
  }
}
