import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { AccountId, EntryId, GiftId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import {
  believedTime,
  checkedCount,
  checkedId,
  checkedUnits,
  keptName,
  namedOnly,
} from '../limits.ts';
import { Refused } from '../refused.ts';
import type { IrcLine } from './irc.ts';
import { moneyOf } from './money-tags.ts';

/** What a line is told with: when it arrived, and the room that it is in. */
export interface Surroundings {
  readonly seen: EpochMs;
  readonly room: RoomId;
}

/** A payment with an amount in bits or money, or none. */
type What = Pick<GiftSeen, 'kind' | 'gift' | 'unit' | 'unitPrice' | 'count'> &
  Partial<Pick<GiftSeen, 'recipient'>>;

/** Effects that are paid in bits: how chat marks them, and what Twitch calls them. */
const powerUps: ReadonlyMap<string, string> = new Map([
  ['gigantified-emote-message', 'Gigantify an Emote'],
  ['animated-message', 'Message Effects'],
  ['CELEBRATION', 'On-Screen Celebration'],
]);

/** The accounts that stand for everyone who stays anonymous. */
const anonymous = /^ananonymous(?:cheerer|gifter)$/i;

/**
 * The payment that a line tells of; null for lines that tell of none. Twitch's own chat has no history: lines marked so
 * are of another service. Throws Refused.
 */
export function readPayment(line: IrcLine, around: Surroundings): GiftSeen | null {
  if (isCopy(line) || tag(line, 'historical') === '1') return null;
  const what = line.command === 'PRIVMSG' ? messagePayment(line, around.room) : noticePayment(line);
  if (what === null) return null;
  const { unit, unitPrice, count } = what;
  return {
    type: 'gift',
    platform: 'twitch',
    key: paymentKey(tag(line, 'id')),
    room: around.room,
    at: believedTime(Number(tag(line, 'tmi-sent-ts') || Number.NaN), around.seen),
    sender: senderOf(line),
    recipient: null,
    ended: true,
    added: unit !== null && unitPrice !== null && count === 1 ? unitPrice : null,
    evidence: 'page',
    ...what,
  };
}

/** The key of a payment by the id of the message that tells of it. */
export function paymentKey(id: string): EntryId {
  return `twitch:${checkedId(id)}` as EntryId;
}

/** In a shared chat every channel's messages come to all: only in its own channel one is counted. */
function isCopy(line: IrcLine): boolean {
  const source = tag(line, 'source-room-id');
  return source !== '' && source !== tag(line, 'room-id');
}

function tag({ tags }: IrcLine, name: string): string {
  return tags.get(name) ?? '';
}

function numberTag(line: IrcLine, name: string): number {
  const text = tag(line, name);
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function messagePayment(line: IrcLine, room: RoomId): What | null {
  if (tag(line, 'bits') !== '') {
    const bits = checkedUnits(numberTag(line, 'bits'));
    return bits === 0 ? null : { ...inBits, gift: gift('cheer', 'Cheer'), unitPrice: bits };
  }
  const paid = tag(line, 'pinned-chat-paid-amount');
  if (paid !== '') {
    const currency = tag(line, 'pinned-chat-paid-currency');
    const money = moneyOf(paid, currency, tag(line, 'pinned-chat-paid-exponent'));
    return { kind: 'gift', gift: gift('hype-chat', 'Hype Chat'), count: 1, ...money };
  }
  const effect = powerUps.has(tag(line, 'msg-id'))
    ? tag(line, 'msg-id')
    : tag(line, 'custom-reward-id');
  const name = powerUps.get(effect);
  return name === undefined
    ? null
    : { ...inBits, gift: gift(powerUpGift(effect, room), name), unitPrice: null };
}

const inBits = { kind: 'gift', unit: 'twitch:bit', count: 1 } as const;

/** An effect as a gift of its own in each channel: creators set the price. */
export function powerUpGift(effect: string, channel: string): string {
  return `${effect}.${channel.split('.')[0] ?? ''}`;
}

/** The name that Twitch gives an effect; empty for none. */
export function powerUpName(effect: string): string {
  return powerUps.get(effect) ?? '';
}

function gift(id: string, name: string): GiftSeen['gift'] {
  return { id: checkedId(id) as GiftId, name, icon: '' };
}

function noticePayment(line: IrcLine): What | null {
  switch (tag(line, 'msg-id')) {
    case 'sub':
    case 'resub':
      return ownSubscription(line);
    case 'subgift':
    case 'anonsubgift':
      return subscription(line, 1, tag(line, 'msg-param-gift-months'));
    case 'submysterygift':
    case 'anonsubmysterygift':
      return subscription(line, checkedCount(numberTag(line, 'msg-param-mass-gift-count')), '');
    case 'onetapgiftredeemed': {
      const id = tag(line, 'msg-param-gift-id');
      return {
        ...inBits,
        gift: gift(id === '' ? 'combo' : id, id === '' ? 'Combo' : keptName(id)),
        unitPrice: checkedUnits(numberTag(line, 'msg-param-bits-spent')),
      };
    }
    case 'charitydonation':
      return charity(line);
    default:
      return null;
  }
}

/** Somebody's own subscription. One with Prime costs nothing more, and months that were given or paid before are paid. */
function ownSubscription(line: IrcLine): What | null {
  const months = tag(line, 'msg-param-multimonth-duration');
  const paidBefore = Number(months) > 1 && Number(tag(line, 'msg-param-multimonth-tenure')) > 0;
  const free = tag(line, 'msg-param-sub-plan') === 'Prime';
  const given = tag(line, 'msg-param-was-gifted') === 'true';
  return free || given || paidBefore ? null : subscription(line, 1, months);
}

/** Its price is nowhere told. The gift's id holds tier and months: `1000`, `3000.6`. */
function subscription(line: IrcLine, count: number, months: string): What {
  const plan = tag(line, 'msg-param-sub-plan');
  const id = Number(months) > 1 ? `${plan}.${months}` : plan;
  return {
    kind: 'subscription',
    gift: plan === '' ? null : gift(id, ''),
    unit: null,
    unitPrice: null,
    count,
  };
}

/** A donation passes the creator by: it is to the charity, which stands where a receiver does. */
function charity(line: IrcLine): What {
  const name = keptName(tag(line, 'msg-param-charity-name'));
  const short = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const amount = tag(line, 'msg-param-donation-amount');
  const currency = tag(line, 'msg-param-donation-currency');
  return {
    kind: 'gift',
    gift: gift('charity', 'Charity donation'),
    count: 1,
    recipient: { id: `.charity.${short.slice(0, 50)}` as AccountId, handle: '', name },
    ...moneyOf(amount, currency, tag(line, 'msg-param-exponent')),
  };
}

function senderOf(line: IrcLine): Person {
  const login = tag(line, 'login') || (line.command === 'PRIVMSG' ? line.from : '');
  const notice = tag(line, 'msg-id');
  if (anonymous.test(login) || /^anonsub(?:mystery)?gift$/.test(notice)) {
    return namedOnly(
      anonymous.test(login) ? tag(line, 'display-name') || login : 'AnAnonymousGifter',
    );
  }
  const id = tag(line, 'user-id');
  if (id === '') throw new Refused('missing-id', 'sender');
  const name = tag(line, 'display-name') || tag(line, 'msg-param-user-display-name') || login;
  return { id: checkedId(id) as AccountId, handle: keptName(login), name: keptName(name) };
}
