import type { Scenario, Step } from './scenario.ts';

const mira = { room: 'mira.plays', page: 'https://www.tiktok.com/@mira.plays/live' } as const;
const rose = { from: 'me', gift: 'Rose' } as const;

/** One large gift of mine. */
export const singleGift: Scenario = {
  ...mira,
  name: 'single-gift',
  proves: 'a gift that has no streak and no end frame is one payment',
  sends: 'mine',
  steps: [
    { at: 200, do: 'chat', count: 2 },
    { at: 600, do: 'gift', from: 'me', gift: 'Galaxy' },
  ],
};

/** A streak whose counts skip values, and its end frame about three seconds later. */
export const streak: Scenario = {
  ...mira,
  name: 'streak',
  proves: 'cumulative counts (1, 3, 5, 7, 9, 10, 10 end) make one payment of ten',
  sends: 'mine',
  steps: [
    ...[1, 2, 2, 2, 2, 1].map(
      (add, n): Step => ({ at: 300 + n * 450, do: 'tick', streak: 'a', ...rose, add }),
    ),
    { at: 5850, do: 'end', streak: 'a' },
  ],
};

/** A streak that the site never ends. */
export const streakWithoutEnd: Scenario = {
  ...mira,
  name: 'streak-without-end',
  proves: 'what was sent stays counted when no end frame comes, marked as not confirmed',
  sends: 'mine',
  steps: [
    { at: 200, do: 'tick', streak: 'a', ...rose, add: 1 },
    { at: 700, do: 'tick', streak: 'a', ...rose, add: 4 },
    { at: 1200, do: 'chat', count: 3 },
  ],
};

/** Two streaks and a single gift, told in another order and three times each. */
export const shuffledRepeats: Scenario = {
  ...mira,
  name: 'shuffled-repeats',
  proves: 'frames in any order, any number of times, end frames first too, give the same payments',
  sends: 'both',
  steps: [
    { at: 0, do: 'hold' },
    { at: 0, do: 'tick', streak: 'a', ...rose, add: 1 },
    { at: 0, do: 'tick', streak: 'b', from: 'pixel.otter', gift: 'Rose', add: 2 },
    { at: 0, do: 'tick', streak: 'a', ...rose, add: 3 },
    { at: 0, do: 'gift', from: 'me', gift: 'Cap' },
    { at: 0, do: 'tick', streak: 'a', ...rose, add: 2 },
    { at: 0, do: 'end', streak: 'a' },
    { at: 0, do: 'tick', streak: 'b', from: 'pixel.otter', gift: 'Rose', add: 5 },
    { at: 0, do: 'end', streak: 'b' },
    { at: 100, do: 'release', times: 3, seed: 11 },
  ],
};

/** Two streaks of the same gift one after the other, to the same host. */
export const streakAgain: Scenario = {
  ...mira,
  name: 'streak-again',
  proves: 'a new streak of the same gift is a new payment, not a raise of the old one',
  sends: 'mine',
  steps: [
    { at: 100, do: 'tick', streak: 'a', ...rose, add: 3 },
    { at: 3400, do: 'end', streak: 'a' },
    { at: 3600, do: 'tick', streak: 'b', ...rose, add: 2 },
    { at: 6900, do: 'end', streak: 'b' },
  ],
};

/** The gift's name and price are not in the message. */
export const bareGift: Scenario = {
  ...mira,
  name: 'bare-gift',
  proves: 'a message with only a gift id is priced by what the page showed or the catalogue',
  sends: 'mine',
  steps: [
    { at: 200, do: 'gift', from: 'me', gift: 'Perfume', bare: true },
    { at: 400, do: 'gift', from: 'me', gift: 'Corgi', bare: true },
  ],
};

/** I send in the midst of others. */
export const othersBesideMine: Scenario = {
  ...mira,
  name: 'others-beside-mine',
  proves: "the same gift at the same moment by others is theirs; only mine is in the viewer's sums",
  sends: 'both',
  steps: [
    { at: 100, do: 'tick', streak: 'x', from: 'pixel.otter', gift: 'Rose', add: 1 },
    { at: 100, do: 'tick', streak: 'a', ...rose, add: 1 },
    { at: 200, do: 'gift', from: 'lumi_x', gift: 'Galaxy' },
    { at: 300, do: 'tick', streak: 'x', from: 'pixel.otter', gift: 'Rose', add: 9 },
    { at: 400, do: 'tick', streak: 'a', ...rose, add: 1 },
    { at: 500, do: 'gift', from: 'me', gift: 'Perfume', count: 2 },
    { at: 600, do: 'end', streak: 'x' },
    { at: 700, do: 'end', streak: 'a' },
    { at: 800, do: 'gift', from: 'basil.and.co', gift: 'Lion' },
  ],
};

/** Gifts to the host and to two guests of a multi-guest stream, in streaks at the same time. */
export const guestGift: Scenario = {
  ...mira,
  name: 'guest-gift',
  proves: 'a gift to a guest is told from one to the host, also within one streak of the same gift',
  sends: 'mine',
  steps: [
    { at: 100, do: 'tick', streak: 'host', ...rose, add: 1 },
    { at: 150, do: 'tick', streak: 'guest', ...rose, to: 'juno.strings', add: 2 },
    { at: 300, do: 'tick', streak: 'host', ...rose, add: 3 },
    { at: 350, do: 'tick', streak: 'guest', ...rose, to: 'juno.strings', add: 3 },
    { at: 500, do: 'gift', from: 'me', gift: 'Cap', to: 'old.tram' },
    { at: 900, do: 'end', streak: 'host' },
    { at: 900, do: 'end', streak: 'guest' },
  ],
};

/** Gifts that come in on my own stream. */
export const ownStream: Scenario = {
  name: 'own-stream',
  room: 'kai.watches',
  page: 'https://www.tiktok.com/@kai.watches/live',
  proves: 'on my own stream what others send is received; nothing is sent',
  sends: 'others',
  steps: [
    { at: 100, do: 'gift', from: 'pixel.otter', gift: 'Rose', count: 5 },
    { at: 200, do: 'gift', from: 'lumi_x', gift: 'Galaxy' },
    { at: 300, do: 'tick', streak: 'a', from: 'old.tram', gift: 'Doughnut', add: 1 },
    { at: 600, do: 'tick', streak: 'a', from: 'old.tram', gift: 'Doughnut', add: 2 },
    { at: 700, do: 'gift', from: 'pixel.otter', gift: 'Heart Me' },
    { at: 3900, do: 'end', streak: 'a' },
    { at: 4000, do: 'subscribe', from: 'yara.reads', months: 2 },
  ],
};

/** A treasure chest of mine and one of another's, each told as new twice and then hidden. */
export const chest: Scenario = {
  ...mira,
  name: 'chest',
  proves: 'a chest is one payment of its own kind, however often it is shown',
  sends: 'both',
  steps: [
    { at: 100, do: 'chest', from: 'me', coins: 100, people: 20 },
    { at: 500, do: 'chest', from: 'dune.rider7', coins: 500, people: 50 },
  ],
};

/** Subscriptions, which have no price. */
export const subscription: Scenario = {
  ...mira,
  name: 'subscription',
  proves: 'a subscription is a payment without a price, and its second notice is no second payment',
  sends: 'both',
  steps: [
    { at: 100, do: 'subscribe', from: 'me', months: 1 },
    { at: 400, do: 'subscribe', from: 'hanami.club', months: 7 },
  ],
};
