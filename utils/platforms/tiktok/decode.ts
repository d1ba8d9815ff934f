import type {
  AccountSeen,
  CaptureEvent,
  Person,
  RankingSeen,
  RoomSeen,
} from '../../core/gift-event.ts';
import { Findings, textOf } from '../findings.ts';
import { type Json, parseJson } from '../json.ts';
import { refusalOf } from '../refused.ts';
import { serverTime } from '../server-time.ts';
import type { Decoded, Decoder, Frame, Refusal } from '../types.ts';
import { readBattleMessage, readRunningTotals } from './battle-message.ts';
import { readChestMessage } from './chest-message.ts';
import { isCoinFacts, readCoinFacts } from './coin-facts.ts';
import { readPushFrame, readResponse, type WebcastMessage } from './envelope.ts';
import { readGiftList } from './gift-list.ts';
import { readGiftMessage, type Surroundings } from './gift-message.ts';
import { GzipError, gunzip, looksGzipped } from './gunzip.ts';
import {
  readAccountAnswer,
  readAppContextAnswer,
  readDocumentData,
  readRoomAnswer,
  readRoomInfoAnswer,
  regionOf,
} from './page-data.ts';
import { WireError } from './protobuf.ts';
import { readRanking } from './ranking-message.ts';
import { readControlMessage, readEnteredRoom, readIntroMessage, roomSeen } from './room-message.ts';
import { readSendAnswer, type SentGift, sentGiftSeen } from './send-answer.ts';
import { steppedOver } from './structure.ts';
import { readSubscriptionMessage } from './subscription-message.ts';

/** The largest frame that is looked at: real ones are below 100 kB, the gift list is 3.3 MB. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Sends kept while the viewer's account is not known; a page sends a handful before its own gift comes back. */
const MOST_WAITING_SENDS = 50;

/** Kinds of messages that are told apart; a page that makes up more has them gathered. */
const MOST_UNKNOWN = 30;

type ReadMessage = (payload: Uint8Array, around: Surroundings) => CaptureEvent | null;

/**
 * The messages that carry money or say which stream it is. All others are stepped over: chat, likes and joins, and
 * the decoys of `README.md` (pinned copies, banners, battle scores, goals).
 * What a ranking says is no payment; it tells how much of what was given was seen.
 */
const readers = new Map<string, ReadMessage>([
  ['WebcastGiftMessage', readGiftMessage],
  ['WebcastEnvelopeMessage', readChestMessage],
  ['WebcastSubNotifyMessage', readSubscriptionMessage],
  ['WebcastLinkMicBattle', readBattleMessage],
  ['WebcastLinkMicFanTicketMethod', readRunningTotals],
  ['WebcastRoomUserSeqMessage', readRanking],
  ['WebcastControlMessage', readControlMessage],
  ['WebcastLiveIntroMessage', readIntroMessage],
]);

const wanted: ReadonlySet<string> = new Set(readers.keys());

/** Frames of a socket that carry a `Response`; `hb` and `ack` carry none. */
const carriesResponse: ReadonlySet<string> = new Set(['msg', 'im_enter_room_resp']);

/** The name under which what went wrong is counted. */
function wireRefusalOf(error: unknown): Refusal {
  if (error instanceof WireError) return 'bad-message';
  if (error instanceof GzipError) return 'bad-gzip';
  return refusalOf(error);
}

function bytesOf(body: Frame['body']): Uint8Array | null {
  return typeof body === 'string' ? null : body;
}

/** Reads TikTok's frames: see `README.md` in this folder for the wire format and how sure each fact is. */
export class TikTokDecoder implements Decoder {
  readonly #found = new Findings(MOST_BYTES, wireRefusalOf);
  readonly #hosts = new Map<string, Person>();
  readonly #waitingSends: SentGift[] = [];
  #room = '';
  #region = '';
  #ranking = '';
  #me: Person | null = null;

  readonly unknown = new Map<string, number>();

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.of(frame, () => this.#read(frame));
  }

  async #read(frame: Frame): Promise<void> {
    if (frame.via === 'socket') {
      await this.#readSocket(frame);
    } else if (frame.via === 'document') {
      this.#readDocument(parseJson(textOf(frame.body)), frame);
    } else if (frame.dir === 'in') {
      await this.#readAnswer(frame);
    }
  }

  #readDocument(data: Json, frame: Frame): void {
    if (isCoinFacts(data)) {
      const { events, refused } = readCoinFacts(data, frame.url, this.#region, frame.at);
      this.#found.tell(...events);
      this.#found.refuse(...refused);
    } else {
      this.#region = regionOf(data) || this.#region;
      this.#learn(readDocumentData(data, frame.at));
    }
  }

  async #readSocket(frame: Frame): Promise<void> {
    const bytes = bytesOf(frame.body);
    if (bytes === null) {
      return;
    }
    const push = await readPushFrame(bytes);
    if (frame.dir === 'out') {
      if (push.payloadType === 'im_enter_room') {
        this.#enter(readEnteredRoom(push.payload), frame);
      }
      return;
    }
    if (this.#room === '') {
      this.#enter(new URL(frame.url).searchParams.get('room_id') ?? '', frame);
    }
    if (carriesResponse.has(push.payloadType)) {
      this.#readMessages(push.payload, frame);
    }
  }

  async #readAnswer(frame: Frame): Promise<void> {
    const { pathname } = new URL(frame.url);
    if (pathname.startsWith('/webcast/im/fetch/')) {
      const bytes = bytesOf(frame.body);
      if (bytes !== null) {
        this.#readMessages(looksGzipped(bytes) ? await gunzip(bytes) : bytes, frame);
      }
      return;
    }
    const data = (): Json => parseJson(textOf(frame.body));
    if (pathname.startsWith('/webcast/gift/send/')) {
      this.#readSend(data(), frame);
    } else if (pathname.startsWith('/webcast/gift/list/')) {
      const prices = readGiftList(JSON.parse(textOf(frame.body)));
      this.#found.tell(prices);
    } else if (pathname.startsWith('/passport/web/account/info/')) {
      this.#learn(readAccountAnswer(data()));
    } else if (pathname.startsWith('/node-webapp/api/common-app-context')) {
      this.#learn(readAppContextAnswer(data()));
    } else if (pathname.startsWith('/api-live/user/room/')) {
      this.#learn(readRoomAnswer(data(), frame.at));
    } else if (/^\/webcast\/room\/(?:info|enter)\//.test(pathname)) {
      this.#learn(readRoomInfoAnswer(data(), frame.at));
    }
  }

  #readMessages(payload: Uint8Array, frame: Frame): void {
    const tell = (now: number) => this.#found.tellTime(serverTime(now));
    for (const message of readResponse(payload, wanted, tell, this.#pass)) {
      this.#found.attempt(() => this.#readMessage(message, frame));
    }
  }

  readonly #pass = (method: string): void => {
    if (steppedOver.has(method)) return;
    const known = this.unknown.has(method) || this.unknown.size < MOST_UNKNOWN;
    const name = known ? method : 'other';
    this.unknown.set(name, (this.unknown.get(name) ?? 0) + 1);
  };

  #readMessage({ method, payload, messageId }: WebcastMessage, frame: Frame): void {
    const event = readers.get(method)?.(payload, this.#around(frame, messageId)) ?? null;
    if (event === null) {
      return;
    }
    if (event.type === 'ranking' && !this.#isNews(event)) {
      return;
    }
    if (event.type === 'gift' && event.kind === 'gift' && event.sender !== null) {
      this.#recogniseMe(event.sender, event.key);
    }
    this.#learn([event]);
  }

  /** Rankings come every few seconds, mostly unchanged. */
  #isNews({ room, people }: RankingSeen): boolean {
    const told = JSON.stringify([room, people]);
    const before = this.#ranking;
    this.#ranking = told;
    return told !== before;
  }

  #readSend(data: Json, frame: Frame): void {
    const sent = readSendAnswer(data, frame.request ?? '', this.#around(frame, ''));
    if (sent === null) {
      return;
    }
    if (this.#me !== null) {
      this.#found.tell(sentGiftSeen(sent, this.#me));
    } else if (this.#waitingSends.length < MOST_WAITING_SENDS) {
      this.#waitingSends.push(sent);
    }
  }

  /** Where the page hides who is logged in, a gift that joins one's own sending tells: its sender is the viewer. */
  #recogniseMe(sender: Person, key: string): void {
    const mine = this.#waitingSends.some((sent) => sentGiftSeen(sent, sender).key === key);
    if (this.#me === null && mine) {
      this.#learn([{ type: 'account', platform: 'tiktok', me: sender }]);
    }
  }

  #around(frame: Frame, messageId: string): Surroundings {
    return {
      seen: frame.at,
      messageId,
      room: this.#room,
      hostOf: (room) => this.#hosts.get(room) ?? null,
    };
  }

  #enter(room: string, frame: Frame): void {
    const entered = room === this.#room ? null : roomSeen(room, frame.at, null, '', true);
    if (entered !== null) {
      this.#learn([entered]);
    }
  }

  /** Passes events on, and keeps what later frames need of them. */
  #learn(events: readonly CaptureEvent[]): void {
    for (const event of events) {
      if (event.type === 'room') this.#learnRoom(event);
      else if (event.type === 'account') this.#learnAccount(event);
      this.#found.tell(event);
    }
  }

  #learnRoom({ room, host, current }: RoomSeen): void {
    if (host !== null) this.#hosts.set(room, host);
    if (current) this.#room = room;
  }

  #learnAccount({ me }: AccountSeen): void {
    this.#me = me;
    if (me === null) {
      return;
    }
    for (const sent of this.#waitingSends.splice(0)) {
      this.#found.tell(sentGiftSeen(sent, me));
    }
  }
}
