import type { GiftSeen } from '../../core/gift-event.ts';
import type { GiftId, RoomId } from '../../core/ids.ts';
import { type EpochMs, epochMs } from '../../core/time.ts';
import { put } from '../bounded.ts';
import { Findings, textOf } from '../findings.ts';
import { type Json, parseJson, textAt } from '../json.ts';
import { checkedId } from '../limits.ts';
import { Refused } from '../refused.ts';
import { serverTime } from '../server-time.ts';
import type { Decoded, Decoder, Frame } from '../types.ts';
import { subjectOf } from './channel-names.ts';
import { Channels } from './channels.ts';
import { type ChannelEvent, eventsIn, madeAt, subscriptionsIn } from './connection.ts';
import { Identity } from './identity.ts';
import {
  kicksKey,
  pinnedGifts,
  readGiftedSubscriptions,
  readKicksGifted,
  readSubscription,
  sentTransaction,
} from './payment-messages.ts';

/** The largest frame that is looked at: a large drop of subscriptions with all its names is below 100 kB. */
const MOST_LENGTH = 2 * 1024 * 1024;

/** A busy chat has a hundred messages a second: the server's time is taken from one of them so often. */
const TOLD_EVERY_MS = 60_000;

/** Requests to subscribe, and the page's own sendings, whose answers are awaited. */
const MOST_AWAITED = 100;

/** Reads Kick's frames: see `README.md` in this folder for the wire format and how sure each fact is. */
export class KickDecoder implements Decoder {
  readonly #found = new Findings(MOST_LENGTH);
  readonly #channels = new Channels();
  readonly #identity = new Identity();
  readonly #requests = new Map<number, string>();
  readonly #sent = new Set<string>();
  /** When the frame came that the server's time was last taken from. */
  #toldWith = epochMs(0);

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.of(frame, () => {
      this.#found.attempt(() => this.#read(frame));
      this.#found.tellTime(this.#timeIn(frame));
    });
  }

  /** What time it is for the server, once in a while; null where a frame does not say, or is broken. */
  #timeIn({ via, dir, body, at: seen }: Frame): EpochMs | null {
    const isNow = Math.abs(seen - this.#toldWith) < TOLD_EVERY_MS;
    if (isNow || via !== 'socket' || dir === 'out' || typeof body !== 'string') return null;
    try {
      const time = serverTime(Date.parse(madeAt(body)));
      if (time !== null) this.#toldWith = seen;
      return time;
    } catch {
      // What of it matters was refused by name already.
      return null;
    }
  }

  #read({ via, dir, url, body, request, at: seen }: Frame): void {
    // Centrifugo can also pack its frames in bytes: not seen on Kick, and not read.
    if (via === 'socket' && typeof body !== 'string') return;
    const text = textOf(body);
    if (via !== 'socket') {
      if (dir === 'in') this.#readAnswer(new URL(url).pathname, text, request ?? '', seen);
    } else if (dir === 'out') {
      this.#readSubscriptions(text, seen);
    } else {
      const channelOf = (id: number) => this.#requests.get(id) ?? '';
      for (const event of eventsIn(text, channelOf, (error) => this.#found.fail(error))) {
        this.#found.attempt(() => this.#readEvent(event, seen));
      }
    }
  }

  #readSubscriptions(text: string, seen: EpochMs): void {
    for (const { channel, on, request } of subscriptionsIn(text)) {
      if (request !== null) this.#await(request, channel);
      const subject = subjectOf(channel);
      if (subject?.kind === 'user') {
        if (on) this.#found.tell(this.#identity.followsUser(subject.id));
      } else if (subject !== null) {
        this.#found.tell(this.#channels.follow(subject.kind, subject.id, on, seen));
      }
    }
  }

  #await(request: number, channel: string): void {
    put(this.#requests, request, channel, MOST_AWAITED);
  }

  #readEvent({ channel, name, data }: ChannelEvent, seen: EpochMs): void {
    const subject = subjectOf(channel);
    if (name === 'subscription_succeeded') {
      if (subject?.kind === 'user') this.#found.tell(this.#identity.followsUser(subject.id));
      return;
    }
    if (name === 'GiftedSubscriptionsEvent' || name === 'SubscriptionEvent') {
      const chatroom =
        textAt(data, 'chatroom_id') || (subject?.kind === 'chatroom' ? subject.id : '');
      const around = {
        seen,
        room: this.#channels.roomOfChatroom(checkedId(chatroom)),
        place: chatroom,
      };
      const read = name === 'SubscriptionEvent' ? readSubscription : readGiftedSubscriptions;
      this.#pay(read(data, around));
      return;
    }
    if (subject?.kind !== 'channel') {
      throw new Refused('missing-id', channel.slice(0, 20));
    }
    this.#found.tell(this.#channels.hear(subject.id, seen));
    if (name === 'StreamerIsLive') {
      this.#found.tell(this.#channels.start(subject.id, data, seen));
    } else if (name === 'StopStreamBroadcast') {
      this.#found.tell(this.#channels.stop(subject.id, seen));
    } else {
      this.#pay(readKicksGifted(data, this.#around(subject.id, seen)));
    }
  }

  #around(channel: string, seen: EpochMs): { seen: EpochMs; room: RoomId; place: string } {
    return { seen, room: this.#channels.roomOf(channel), place: channel };
  }

  #readAnswer(path: string, text: string, request: string, seen: EpochMs): void {
    const kicks = /^\/api\/v1\/kicks\/(\d{1,20})\/(pinned-gifts|gift)$/.exec(path);
    const data = parseJson(text);
    if (kicks !== null) {
      const around = this.#around(kicks[1] ?? '', seen);
      if (kicks[2] === 'gift') {
        this.#readSent(data, request, around);
      } else {
        for (const gift of pinnedGifts(data)) {
          this.#found.attempt(() => this.#pay(readKicksGifted(gift, around)));
        }
      }
    } else if (path === '/api/v1/user') {
      this.#found.tell(this.#identity.learn(data));
      this.#found.tell(...this.#identity.takeWaiting());
    } else if (path.startsWith('/api/v2/channels/')) {
      this.#found.tell(this.#channels.learn(data, seen));
    }
  }

  /** The answer to one's own sending names the payment; what it cost, the message to everyone tells. */
  #readSent(data: Json, request: string, { seen, room }: { seen: EpochMs; room: RoomId }): void {
    const transaction = sentTransaction(data);
    if (transaction === '') {
      return;
    }
    const key = kicksKey(checkedId(transaction));
    this.#sent.add(key);
    const { me } = this.#identity;
    if (me === null) {
      return;
    }
    const gift = request === '' ? '' : textAt(parseJson(request), 'gift_id');
    this.#found.tell({
      type: 'gift',
      kind: 'gift',
      platform: 'kick',
      key,
      room,
      at: seen,
      sender: me,
      recipient: null,
      gift: gift === '' ? null : { id: checkedId(gift) as GiftId, name: '', icon: '' },
      unit: 'kick:kick',
      unitPrice: null,
      count: 1,
      ended: true,
      added: null,
      evidence: 'send',
    });
  }

  #pay(event: GiftSeen): void {
    const recognised = this.#identity.recognise(event, this.#sent.has(event.key));
    this.#found.tell(recognised);
    this.#found.tell(this.#identity.named(event));
    if (recognised !== null) this.#found.tell(...this.#identity.takeWaiting());
  }
}
