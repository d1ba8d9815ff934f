import type { Scenario } from './scenario.ts';

const mira = { room: 'mira.plays', page: 'https://www.tiktok.com/@mira.plays/live' } as const;
const rose = { from: 'me', gift: 'Rose' } as const;

/** The connection breaks within a streak; the page comes back and gets the last messages again. */
export const reconnectReplay: Scenario = {
  ...mira,
  name: 'reconnect-replay',
  proves:
    'what happened while the socket was broken is counted, and the replay counts nothing twice',
  sends: 'mine',
  steps: [
    { at: 100, do: 'gift', from: 'me', gift: 'Finger Heart', count: 2 },
    { at: 200, do: 'tick', streak: 'a', ...rose, add: 2 },
    { at: 500, do: 'drop', refuseForMs: 150 },
    { at: 550, do: 'tick', streak: 'a', ...rose, add: 3 },
    { at: 560, do: 'gift', from: 'me', gift: 'Galaxy' },
    { at: 600, do: 'await-page' },
    { at: 700, do: 'repeat', last: 6 },
    { at: 900, do: 'tick', streak: 'a', ...rose, add: 1 },
    { at: 4200, do: 'end', streak: 'a' },
    { at: 4300, do: 'repeat', last: 4 },
  ],
};

/** Newcomers are told of gifts from before: one that nobody saw live, and one that was seen. */
export const historyOnJoin: Scenario = {
  ...mira,
  name: 'history-on-join',
  proves: 'history is not counted again (open the page, play, reload)',
  sends: 'both',
  steps: [
    { at: 0, do: 'old-gift', from: 'lumi_x', gift: 'Galaxy' },
    { at: 0, do: 'old-gift', from: 'me', gift: 'Perfume' },
    { at: 100, do: 'gift', from: 'me', gift: 'Cap' },
    { at: 200, do: 'remember-last-gift' },
  ],
};

/** The same stream in two tabs. */
export const twoTabs: Scenario = {
  ...mira,
  name: 'two-tabs',
  proves: 'payments that two tabs see are counted once (open the page twice)',
  sends: 'mine',
  steps: [
    { at: 100, do: 'tick', streak: 'a', ...rose, add: 1 },
    { at: 400, do: 'tick', streak: 'a', ...rose, add: 6 },
    { at: 600, do: 'gift', from: 'me', gift: 'Cap' },
    { at: 3800, do: 'end', streak: 'a' },
  ],
};

/** The feed plays another stream in small. */
export const previewSocket: Scenario = {
  name: 'preview-socket',
  room: 'noor.live',
  page: 'https://www.tiktok.com/live',
  proves: 'what happens in a preview of the feed is not a stream that the viewer watches',
  sends: 'others',
  steps: [
    { at: 0, do: 'await-page', way: 'preview' },
    { at: 100, do: 'gift', from: 'pixel.otter', gift: 'Galaxy' },
    { at: 200, do: 'gift', from: 'lumi_x', gift: 'Rose', count: 12 },
    { at: 300, do: 'chat', count: 4 },
  ],
};

/** The viewer goes from one stream to another on the same page and socket (click `@noor.live`). */
export const roomSwitch: Scenario = {
  ...mira,
  name: 'room-switch',
  proves:
    'after a switch gifts belong to the new room, and late messages of the old one change nothing',
  sends: 'mine',
  steps: [
    { at: 0, do: 'await-page' },
    { at: 100, do: 'gift', from: 'me', gift: 'Perfume' },
    { at: 200, do: 'tick', streak: 'a', ...rose, add: 4 },
    { at: 300, do: 'await-page', room: 'noor.live' },
    { at: 400, do: 'gift', room: 'noor.live', from: 'me', gift: 'Doughnut', count: 2 },
    { at: 500, do: 'stray', last: 2 },
    { at: 600, do: 'gift', room: 'noor.live', from: 'me', gift: 'Cap' },
  ],
};

/** The site withdraws its sockets; pages fetch every second instead. */
export const polling: Scenario = {
  ...mira,
  name: 'polling',
  proves: 'payments are seen in polled answers too, and what socket and poll both tell counts once',
  sends: 'mine',
  steps: [
    { at: 100, do: 'gift', from: 'me', gift: 'Perfume' },
    { at: 200, do: 'poll' },
    { at: 500, do: 'tick', streak: 'a', ...rose, add: 5 },
    { at: 700, do: 'gift', from: 'me', gift: 'Cap' },
    { at: 3800, do: 'end', streak: 'a' },
  ],
};

/** The stream ends within a streak. */
export const roomEnd: Scenario = {
  ...mira,
  name: 'room-end',
  proves: 'an ended stream closes its session; an open streak stays counted, not confirmed',
  sends: 'mine',
  steps: [
    { at: 100, do: 'gift', from: 'me', gift: 'Cap' },
    { at: 300, do: 'tick', streak: 'a', ...rose, add: 3 },
    { at: 800, do: 'end-room' },
  ],
};
