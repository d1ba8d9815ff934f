import { createHash } from 'node:crypto';
import { moreGifts } from './catalogue-more.ts';

/** A gift as the site offers it. */
export interface Gift {
  readonly id: number;
  readonly name: string;
  /** Price in coins; the wire calls it `diamond_count`. */
  readonly coins: number;
  /** 1 can be sent in streaks; 2 (large) and 4 (such as Heart Me) are sent singly. */
  readonly type: 1 | 2 | 4;
  /** Address of its picture. */
  readonly icon: string;
  /** Stands for the picture that this project does not have. */
  readonly emoji: string;
  /** Set for gifts that cost points instead of coins. */
  readonly points?: number;
}

/** Id, name, coins, type, emoji. Ids, names and prices are the site's true ones as of 2023 to 2026. */
const wellKnown: readonly (readonly [number, string, number, 1 | 2 | 4, string])[] = [
  [5655, 'Rose', 1, 1, '🌹'],
  [5269, 'TikTok', 1, 1, '🎵'],
  [6064, 'GG', 1, 1, '👾'],
  [5827, 'Ice Cream Cone', 1, 1, '🍦'],
  [7934, 'Heart Me', 1, 4, '💗'],
  [6247, 'Heart', 1, 1, '❤️'],
  [5479, 'Coffee', 1, 1, '☕'],
  [5760, 'Weights', 1, 1, '🏋️'],
  [6093, 'Football', 1, 1, '🏈'],
  [6246, 'Thumbs Up', 1, 1, '👍'],
  [6784, 'Cake Slice', 1, 1, '🍰'],
  [16983, 'Music Mic', 1, 1, '🎤'],
  [17021, 'Mooncake', 1, 1, '🥮'],
  [9139, 'Team Bracelet', 2, 1, '📿'],
  [37, 'Panda', 5, 1, '🐼'],
  [5487, 'Finger Heart', 5, 1, '🫰'],
  [5650, 'Mic', 5, 1, '🎙️'],
  [12843, 'Pumpkin Pie', 5, 1, '🥧'],
  [6059, 'Hand Wave', 9, 1, '👋'],
  [6492, 'Drum', 9, 1, '🥁'],
  [5657, 'Lollipop', 10, 1, '🍭'],
  [6052, 'Gamepad', 10, 1, '🎮'],
  [8913, 'Rosa', 10, 1, '🥀'],
  [9322, 'Pumpkin Latte', 10, 1, '🎃'],
  [10576, 'Fried Chicken', 10, 1, '🍗'],
  [19131, 'Chocolate', 10, 1, '🍫'],
  [13000, 'Baby Hippo', 15, 1, '🦛'],
  [5658, 'Perfume', 20, 1, '🧴'],
  [5879, 'Doughnut', 30, 1, '🍩'],
  [6070, 'Mirror', 30, 1, '🪞'],
  [13682, 'Butterfly', 88, 1, '🦋'],
  [5659, 'Paper Crane', 99, 2, '🕊️'],
  [6104, 'Cap', 99, 4, '🧢'],
  [6432, 'Star', 99, 4, '⭐'],
  [15854, 'Little Wing', 99, 2, '🪽'],
  [5585, 'Confetti', 100, 2, '🎊'],
  [5660, 'Hand Hearts', 100, 2, '🤲'],
  [12988, 'Super GG', 100, 2, '🎯'],
  [13998, 'Heart Rain', 149, 4, '💞'],
  [5915, 'Music Note', 169, 2, '🎶'],
  [5509, 'Sunglasses', 199, 4, '🕶️'],
  [5586, 'Hearts', 199, 4, '💕'],
  [5880, 'Lock and Key', 199, 2, '🔐'],
  [6671, 'Love You', 199, 2, '💌'],
  [13683, 'Balloons', 200, 2, '🎈'],
  [5482, 'Shiba Inu', 222, 2, '🐕'],
  [6007, 'Boxing Gloves', 299, 2, '🥊'],
  [6265, 'Duck', 299, 2, '🦆'],
  [6267, 'Corgi', 299, 2, '🐶'],
  [6532, 'Dancing Cactus', 299, 2, '🌵'],
  [6071, 'Birthday Cake', 300, 2, '🎂'],
  [5899, 'Swing', 399, 2, '🛝'],
  [5731, 'Coral', 499, 2, '🪸'],
  [7168, 'Money Gun', 500, 2, '💸'],
  [5897, 'Swan', 699, 2, '🦢'],
  [5664, 'Pearl', 800, 2, '🦪'],
  [11046, 'Galaxy', 1000, 2, '🌌'],
  [11491, 'Giraffe', 1000, 2, '🦒'],
  [6090, 'Fireworks', 1088, 2, '🎆'],
  [5763, 'Speedboat', 1888, 2, '🚤'],
  [6369, 'Lion', 29999, 2, '🦁'],
  [9072, 'Universe', 44999, 2, '🪐'],
];

/** The gift that costs points: looks like a gift, is no payment. The id is invented. */
export const pointsGift: Gift = {
  ...gift(990_001, 'Wave of Points', 5, 1, '🪙'),
  points: 5,
};

/** An address in the form that the site uses. The 32 digits are invented. */
function iconOf(id: number): string {
  const digits = createHash('md5').update(`simulated gift ${id}`).digest('hex');
  return `https://p16-webcast.tiktokcdn.com/img/maliva/webcast-va/${digits}~tplv-obj.webp`;
}

function gift(id: number, name: string, coins: number, type: 1 | 2 | 4, emoji: string): Gift {
  return { id, name, coins, type, emoji, icon: iconOf(id) };
}

/** The gifts of an ordinary panel, cheapest first. */
export const gifts: readonly Gift[] = wellKnown.map((row) => gift(...row));

const all: readonly Gift[] = [...gifts, ...moreGifts.map((row) => gift(...row, '🎁'))];
const byId = new Map(all.map((one) => [one.id, one]));
const byIcon = new Map([...all, pointsGift].map((one) => [new URL(one.icon).pathname, one]));

/** A panel of `size` gifts, at most about 200: the well-known ones first. */
export function giftPanel(size: number): readonly Gift[] {
  return all.slice(0, size);
}

/** The gift with this id or name. Throws for unknown ones, so that a scenario's slip is seen at once. */
export function giftOf(which: number | string): Gift {
  const found = typeof which === 'number' ? byId.get(which) : all.find((one) => one.name === which);
  if (found === undefined) {
    throw new Error(`no gift ${which}`);
  }
  return found;
}

/** The gift with this id, if there is one. */
export function giftById(id: number): Gift | undefined {
  return byId.get(id);
}

/** The gift whose picture has this path, if there is one. */
export function giftByIcon(path: string): Gift | undefined {
  return byIcon.get(path);
}
