import { dice, oneOf } from '../dice.ts';
import type { Scenario, Step } from './scenario.ts';

/** Cheap gifts are sent often, dear ones rarely: as on real streams. */
const CHEAP = ['Rose', 'TikTok', 'GG', 'Ice Cream Cone', 'Finger Heart', 'Heart'];
const DEAR = ['Rosa', 'Perfume', 'Doughnut', 'Cap', 'Hand Hearts', 'Corgi', 'Galaxy'];
const PEOPLE = ['pixel.otter', 'lumi_x', 'old.tram', 'basil.and.co', 'yara.reads', 'hanami.club'];

/** The first half minute, always the same, so that pictures of it are alike. */
const opening: readonly Step[] = [
  { at: 0, do: 'viewers', count: 1284 },
  { at: 100, do: 'chat', count: 3 },
  { at: 500, do: 'join', by: 'yara.reads' },
  { at: 900, do: 'gift', from: 'pixel.otter', gift: 'Rose', count: 3 },
  { at: 1300, do: 'chat', count: 1, by: 'lumi_x', text: 'the lighthouse again!!' },
  { at: 1700, do: 'follow', by: 'basil.and.co' },
  { at: 2000, do: 'tick', streak: 'me-1', from: 'me', gift: 'Rose', add: 1 },
  { at: 2500, do: 'tick', streak: 'me-1', from: 'me', gift: 'Rose', add: 2 },
  { at: 2900, do: 'tick', streak: 'me-1', from: 'me', gift: 'Rose', add: 2 },
  { at: 3300, do: 'chat', count: 1, by: 'me', text: 'for the lighthouse keeper' },
  { at: 3900, do: 'gift', from: 'hanami.club', gift: 'Doughnut' },
  { at: 4600, do: 'chat', count: 2 },
  { at: 6200, do: 'end', streak: 'me-1' },
  { at: 7500, do: 'gift', from: 'me', gift: 'Perfume' },
  { at: 9000, do: 'chat', count: 1 },
];

function* evenings(): Iterable<Step> {
  yield* opening;
  const roll = dice(2026);
  let at = 10_000;
  let streaks = 1;
  let viewers = 1284;
  for (;;) {
    at += 600 + Math.floor(roll() * 2200);
    const luck = roll();
    if (luck < 0.5) {
      yield { at, do: 'chat', count: 1 };
    } else if (luck < 0.62) {
      yield { at, do: 'like', count: 1 + Math.floor(roll() * 14) };
    } else if (luck < 0.72) {
      yield { at, do: luck < 0.69 ? 'join' : 'follow', by: oneOf(PEOPLE, roll) };
    } else if (luck < 0.78) {
      viewers = Math.max(900, viewers + Math.floor(roll() * 61) - 30);
      yield { at, do: 'viewers', count: viewers };
    } else if (luck < 0.88) {
      yield { at, do: 'gift', from: oneOf(PEOPLE, roll), gift: oneOf(DEAR, roll) };
    } else {
      // Now and then it is me who sends.
      const from = roll() < 0.12 ? 'me' : oneOf(PEOPLE, roll);
      const gift = oneOf(CHEAP, roll);
      streaks += 1;
      const streak = `s${streaks}`;
      const ticks = 1 + Math.floor(roll() * 5);
      for (let n = 0; n < ticks; n += 1) {
        yield { at, do: 'tick', streak, from, gift, add: 1 + Math.floor(roll() * 3) };
        at += 350 + Math.floor(roll() * 400);
      }
      at += 2600;
      yield { at, do: 'end', streak };
    }
  }
}

/** A lively stream without end, for people to look at and to send gifts on. */
export const evening: Scenario = {
  name: 'evening',
  room: 'mira.plays',
  page: 'https://www.tiktok.com/@mira.plays/live',
  proves: 'nothing by itself: it is what `npm start` shows and pictures are made of',
  sends: 'both',
  // Begun anew for every play.
  steps: { [Symbol.iterator]: () => evenings()[Symbol.iterator]() },
};
