/** A busy stream on the simulated site, frame by frame: chat, likes, joins, gifts, streaks and repeats in a seed's order. */
import { dice, oneOf } from '../sim/dice.ts';
import type { Sim, StreakHandle } from '../sim/sim.ts';
import { giftPanel } from '../sim/tiktok/catalogue.ts';
import type { Head } from '../sim/tiktok/encode-gift.ts';
import { like, member, social } from '../sim/tiktok/encode-other.ts';
import { viewers } from '../sim/tiktok/people.ts';

/** As many streaks are under way at once at most. */
const MOST_STREAKS = 12;

/** Gifts that are given: of every price, a few of them large. */
const gifts = giftPanel(62);
const streakable = gifts.filter(({ type }) => type === 1);

export class BusyStream {
  readonly #sim: Sim;
  readonly #room: string;
  readonly #from: string | null;
  readonly #roll: () => number;
  readonly #streaks: StreakHandle[] = [];
  #sent = 0;

  /** In the room of the host `room`; gifts are sent by `from`, else by changing viewers. */
  constructor(sim: Sim, room: string, seed: number, from: string | null = null) {
    this.#sim = sim;
    this.#room = room;
    this.#from = from;
    this.#roll = dice(seed);
  }

  /** Sends one frame; of a hundred some four begin a payment and eleven are ticks and ends of streaks. */
  async frame(): Promise<void> {
    const roll = this.#roll() * 100;
    if (roll < 38) return this.#sim.chat(1, this.#room);
    if (roll < 80) return this.#other(roll);
    if (roll < 85) return this.#sim.repeatLast(1 + Math.floor(this.#roll() * 4), this.#room);
    if (roll < 87) return void (await this.#sim.sendGift(this.#gift(gifts)));
    if (roll < 89 || this.#streaks.length === 0) return this.#begin();
    if (roll < 98) return oneOf(this.#streaks, this.#roll).tick(1 + Math.floor(this.#roll() * 3));
    return this.#streaks.splice(Math.floor(this.#roll() * this.#streaks.length), 1)[0]?.end();
  }

  /** Sends chat and likes only. */
  async quietFrame(): Promise<void> {
    return this.#roll() < 0.5 ? this.#sim.chat(1, this.#room) : this.#other(40);
  }

  /** Ends every streak that is under way. */
  async end(): Promise<void> {
    for (const streak of this.#streaks.splice(0)) await streak.end();
  }

  async #begin(): Promise<void> {
    if (this.#streaks.length >= MOST_STREAKS) await this.#streaks.shift()?.end();
    this.#streaks.push(await this.#sim.streak({ ...this.#gift(streakable), count: 1 }));
  }

  #gift(among: typeof gifts) {
    const from = this.#from ?? oneOf(viewers, this.#roll).handle;
    return { from, gift: oneOf(among, this.#roll).id, room: this.#room };
  }

  #other(roll: number): Promise<void> {
    const by = oneOf(viewers, this.#roll);
    const head = this.#head();
    const message =
      roll < 62
        ? like(head, by, 15, this.#sent)
        : roll < 76
          ? member(head, by, 300 + (this.#sent % 50))
          : social(head, by);
    return this.#sim.messages([message], this.#room);
  }

  #head(): Head {
    this.#sent += 1;
    return {
      // Beyond all ids that the site gives.
      msgId: 8_000_000_000_000_000_000n + BigInt(this.#sent),
      roomId: BigInt(this.#sim.roomId(this.#room)),
      createTime: Date.now(),
    };
  }
}
