import type { Person } from '../../core/gift-event.ts';
import type { EntryId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { Findings, textOf } from '../findings.ts';
import { at, type Json, parseJson, textAt } from '../json.ts';
import type { PricePlace } from '../price-text.ts';
import type { Decoded, Decoder, Frame } from '../types.ts';
import { answeredAt } from './answered-at.ts';
import {
  type ChatItem,
  holding,
  itemsIn,
  mayHoldItems,
  textInside,
  wordsOf,
} from './chat-items.ts';
import { Identity } from './identity.ts';
import { assignedData } from './inline-data.ts';
import { placeIn } from './page-place.ts';
import { personOf, readPayment } from './payments.ts';
import { Rooms } from './rooms.ts';
import { plainId } from './tokens.ts';

/** The largest frame that is looked at: a watch page's data is about 1 MB. */
const MOST_LENGTH = 4 * 1024 * 1024;

/** Reads YouTube's frames: see `README.md` in this folder for the wire format and how sure each fact is. */
export class YoutubeDecoder implements Decoder {
  readonly #found = new Findings(MOST_LENGTH);
  readonly #rooms = new Rooms();
  readonly #identity = new Identity();
  #place: PricePlace;

  constructor(place: PricePlace = { language: '', region: '' }) {
    this.#place = place;
  }

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.of(frame, () => this.#read(frame));
  }

  #read({ via, dir, url, body, request = '', at: seen }: Frame): void {
    if (via === 'socket' || dir === 'out') return;
    const text = textOf(body);
    if (via === 'document') {
      this.#readScript(text, seen);
      return;
    }
    this.#place = placeIn(request, this.#place);
    const path = new URL(url).pathname;
    if (path.endsWith('/next')) {
      this.#readWatch(text, seen);
    } else {
      this.#readChat(text, path.endsWith('/send_message') ? 'send' : 'page', seen);
    }
    // Documents may be old copies: only answers tell the time.
    this.#found.tellTime(answeredAt(text));
  }

  #readScript(text: string, seen: EpochMs): void {
    if (text.includes('ytcfg.set(')) this.#place = placeIn(text, this.#place);
    if (text.includes('ytInitialPlayerResponse')) {
      this.#found.tell(
        this.#rooms.learnPlayer(parseJson(assignedData(text, 'ytInitialPlayerResponse')), seen),
      );
      return;
    }
    const data = assignedData(text, 'ytInitialData');
    if (data === '') return;
    if (data.includes('"twoColumnWatchNextResults"')) this.#readWatch(data, seen);
    else this.#readChat(data, 'page', seen);
  }

  #readWatch(text: string, seen: EpochMs): void {
    // Most videos are no streams: their data is not taken apart.
    if (text.includes('"currentVideoEndpoint"') && text.includes('"liveChatRenderer"')) {
      this.#found.tell(this.#rooms.learnWatch(parseJson(text), seen));
    }
  }

  #readChat(text: string, evidence: 'page' | 'send', seen: EpochMs): void {
    this.#found.tell(this.#identity.learn(text));
    this.#found.tell(this.#rooms.learnChat(text, seen));
    if (evidence === 'page' && !mayHoldItems(text)) {
      // Cut off or no answer at all: nobody can tell what it held.
      if (!/^\{.*\}$/s.test(text.trim())) throw new SyntaxError('no object');
      return;
    }
    const data = parseJson(text);
    const actions =
      at(data, 'continuationContents', 'liveChatContinuation', 'actions') ??
      at(data, 'contents', 'liveChatRenderer', 'actions') ??
      at(data, 'actions');
    if (evidence === 'send') this.#found.tell(this.#identity.wrote(authorOf(actions)));
    for (const item of itemsIn(actions)) {
      this.#found.attempt(() => this.#readItem(item, evidence, seen));
    }
    this.#found.tell(...this.#identity.takeWaiting());
  }

  #readItem(found: ChatItem, evidence: 'page' | 'send', seen: EpochMs): void {
    if (found.kind === 'widget') {
      this.#learnSender(found.item);
      return;
    }
    const room = this.#rooms.roomOf(found.item);
    const payment = readPayment(found, { seen, room, place: this.#place, evidence });
    if (payment !== null) this.#found.tell(this.#identity.named(payment));
  }

  /** What is shown beside the chat while a combo runs: not a gift, but it says who sends it. */
  #learnSender(widget: Json): void {
    const gift = at(widget, 'content', 'giftAttributionItemViewModel');
    const channel = textInside(widget, 'liveChatAuthorExternalChannelId');
    const person = personOf(channel, wordsOf(at(gift, 'authorName')));
    const id = textAt(gift, 'id');
    if (id !== '') this.#identity.learnPerson(jewelsKey(id), person);
    if (person?.handle) this.#identity.learnPerson(person.name, person);
  }
}

const jewelsKey = (id: string) => `youtube:jewels:${plainId(id)}` as EntryId;

/** Who wrote the message that an answer to sending tells of. */
function authorOf(actions: Json): Person | null {
  const message = holding(actions, 'authorExternalChannelId');
  return personOf(textAt(message, 'authorExternalChannelId'), wordsOf(at(message, 'authorName')));
}
