import type { Scenario, Step } from './scenario.ts';

const mira = { room: 'mira.plays', page: 'https://www.tiktok.com/@mira.plays/live' } as const;

/** Everything that looks like a payment and is none. */
export const decoys: Scenario = {
  ...mira,
  name: 'decoys',
  proves: 'pins, banners, battles, ranks, goals, points and totals are not counted',
  sends: 'mine',
  steps: [
    { at: 100, do: 'gift', from: 'me', gift: 'Perfume' },
    { at: 300, do: 'decoys' },
    { at: 600, do: 'decoys' },
  ],
};

/** A thousand messages a second for a moment, with gifts among them. */
export const burst: Scenario = {
  ...mira,
  name: 'burst',
  proves: 'nothing is lost or counted twice among 6000 messages, and the page stays quick',
  sends: 'both',
  steps: Array.from({ length: 60 }, (_, n): Step[] => [
    { at: n * 50, do: 'chat', count: 80 },
    { at: n * 50, do: 'like', count: 15 },
    { at: n * 50, do: 'chat', count: 19 },
    ...(n % 6 === 0
      ? [
          { at: n * 50, do: 'tick', streak: 'a', from: 'me', gift: 'Rose', add: 1 } as const,
          { at: n * 50, do: 'gift', from: 'north.pier', gift: 'Doughnut' } as const,
        ]
      : []),
  ]).flat(),
};

/** Frames that no healthy server sends. */
export const garbage: Scenario = {
  ...mira,
  name: 'garbage',
  proves:
    'broken, huge and absurd frames are refused by name and the next good gift is still counted',
  sends: 'mine',
  steps: [
    { at: 100, do: 'gift', from: 'me', gift: 'Perfume' },
    { at: 300, do: 'garbage' },
    { at: 1500, do: 'gift', from: 'me', gift: 'Cap' },
  ],
};

/** Senders whose names are markup, control characters or a whole page long. */
export const hostileNames: Scenario = {
  name: 'hostile-names',
  room: 'kai.watches',
  page: 'https://www.tiktok.com/@kai.watches/live',
  proves: 'names of strangers never become markup, addresses or broken layouts',
  sends: 'others',
  steps: ['img.onerror', 'script.tag', 'rtl.switch', 'very.long', 'toString'].map(
    (from, n): Step => ({ at: 100 + n * 100, do: 'gift', from, gift: 'Doughnut' }),
  ),
};
