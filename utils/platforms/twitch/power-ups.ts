import type { CaptureEvent, GiftSeen, PricesSeen } from '../../core/gift-event.ts';
import type { EntryId, GiftId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import type { Units } from '../../core/units.ts';
import { put, remember } from '../bounded.ts';
import { at, type Json, numberAt, parseJson, textAt } from '../json.ts';
import { checkedUnits } from '../limits.ts';
import { checkedNumber } from './channels.ts';
import { powerUpGift, powerUpName } from './payment-lines.ts';

/** A line of chat and the notice of its price lie no further apart. */
const TOGETHER_MS = 30_000;

/** Lines and notices that wait for each other. */
const MOST_WAITING = 50;

/** Notices and prices that are kept so that what is sent again is known. */
const MOST_KNOWN = 500;

/** What notices call effects, and what chat calls them. */
const effects: ReadonlyMap<string, string> = new Map([
  ['SEND_GIGANTIFIED_EMOTE', 'gigantified-emote-message'],
  ['SEND_ANIMATED_MESSAGE', 'animated-message'],
  ['CELEBRATION', 'CELEBRATION'],
]);

/** A notice that somebody paid for an effect: the price is here, and not in chat. */
interface Redemption {
  readonly id: string;
  readonly effect: string;
  readonly channel: string;
  readonly sender: string;
  readonly price: Units;
}

/**
 * The effects that a frame of Twitch's push sockets tells of, in Hermes' envelope or the older one. Throws SyntaxError
 * and Refused.
 */
export function redemptionsIn(text: string): Redemption[] {
  if (!text.includes('automatic-reward-redeemed')) return [];
  const envelope = parseJson(text);
  const message = textAt(envelope, 'notification', 'pubsub') || textAt(envelope, 'data', 'message');
  const redemption = at(parseJson(message), 'data', 'redemption');
  const reward = at(redemption, 'reward');
  const effect = effects.get(textAt(reward, 'reward_type'));
  const price = priceOf(reward);
  if (effect === undefined || price === null) return [];
  return [
    {
      id: textAt(redemption, 'id'),
      effect,
      channel: checkedNumber(textAt(redemption, 'channel_id') || textAt(reward, 'channel_id')),
      sender: textAt(redemption, 'user', 'id'),
      price,
    },
  ];
}

/** Null where it was paid in channel points. A creator's own price is often told as 0: then Twitch's own holds. */
function priceOf(reward: Json): Units | null {
  if (textAt(reward, 'pricing_type') !== 'BITS') return null;
  const bits = numberAt(reward, 'bits_cost') || numberAt(reward, 'default_bits_cost');
  return bits ? checkedUnits(bits) : null;
}

/** Brings lines of chat together with the prices that are told beside them. Each notice is for one line. */
export class PowerUps {
  readonly #known = new Set<string>();
  readonly #prices = new Map<EntryId, Units>();
  #lines: { readonly event: GiftSeen; readonly seen: EpochMs }[] = [];
  #notices: { readonly redemption: Redemption; readonly seen: EpochMs }[] = [];

  /** An effect in chat, with its price where that was told already. */
  withPrice(event: GiftSeen, seen: EpochMs): GiftSeen {
    const known = this.#prices.get(event.key);
    if (known !== undefined) return priced(event, known);
    this.#lines = this.#lines.filter((line) => line.event.key !== event.key);
    const index = this.#notices.findIndex(
      (notice) => near(notice.seen, seen) && fits(event, notice.redemption),
    );
    const found = this.#notices[index];
    if (found === undefined) {
      this.#lines = [...this.#lines, { event, seen }].slice(-MOST_WAITING);
      return event;
    }
    this.#notices.splice(index, 1);
    return this.#price(event, found.redemption.price);
  }

  /** A price: for the channel's effect, and for the line of chat that it belongs to where that came before. */
  notice(redemption: Redemption, seen: EpochMs): CaptureEvent[] {
    const prices = pricesSeen(redemption);
    if (this.#known.has(redemption.id)) return [prices];
    if (redemption.id !== '') remember(this.#known, redemption.id, MOST_KNOWN);
    const index = this.#lines.findIndex(
      (line) => near(line.seen, seen) && fits(line.event, redemption),
    );
    const found = this.#lines[index];
    if (found === undefined) {
      this.#notices = [...this.#notices, { redemption, seen }].slice(-MOST_WAITING);
      return [prices];
    }
    this.#lines.splice(index, 1);
    return [prices, this.#price(found.event, redemption.price)];
  }

  #price(event: GiftSeen, price: Units): GiftSeen {
    put(this.#prices, event.key, price, MOST_KNOWN);
    return priced(event, price);
  }
}

const near = (a: EpochMs, b: EpochMs) => Math.abs(a - b) <= TOGETHER_MS;

function fits({ gift, sender }: GiftSeen, redemption: Redemption): boolean {
  const sameSender = redemption.sender === '' || redemption.sender === sender?.id;
  return sameSender && gift?.id === powerUpGift(redemption.effect, redemption.channel);
}

function priced(event: GiftSeen, price: Units): GiftSeen {
  return { ...event, unitPrice: price, added: price };
}

function pricesSeen({ effect, channel, price }: Redemption): PricesSeen {
  const id = powerUpGift(effect, channel) as GiftId;
  return {
    type: 'prices',
    platform: 'twitch',
    unit: 'twitch:bit',
    gifts: [{ id, name: powerUpName(effect), price, icon: '' }],
  };
}
