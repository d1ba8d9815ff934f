/**
 * Writes the frames of `utils/platforms/{telegram,facebook}/fixtures/*.ndjson`: what is read of the simulated sites' pages,
 * whose markup knows nothing of the extension. The expectation beside each file is written by hand.
 *
 *     TZ=UTC node tests/platforms/write-observed-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { facebookElements } from '../../utils/platforms/facebook/elements.ts';
import { telegramElements } from '../../utils/platforms/telegram/elements.ts';
import type { PageElements } from '../../utils/platforms/types.ts';
import { evening } from '../sim/facebook/facebook-sim.ts';
import { commentHtml, type FacebookComment } from '../sim/facebook/markup.ts';
import * as facebook from '../sim/facebook/people.ts';
import { facebookPage } from '../sim/facebook/web.ts';
import {
  type Client,
  chatHtml,
  starsListHtml,
  type TelegramMessage,
} from '../sim/telegram/markup.ts';
import {
  channel,
  hashOf,
  me,
  mira,
  noor,
  otter,
  type TelegramPeer,
} from '../sim/telegram/people.ts';

const start = Date.UTC(2026, 10, 24, 10);
Date.now = () => start;

const window = new Window();
Object.assign(globalThis, { HTMLElement: window.HTMLElement, NodeFilter: window.NodeFilter });
/** The same document under the browser's own type. */
function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}

const made: unknown = window.document;
if (!isDocument(made)) throw new TypeError('no document');
const document = made;

interface Line {
  readonly at: number;
  readonly via: 'element';
  readonly dir: 'in';
  readonly url: string;
  readonly text: string;
}

const line = (url: string, text: string, after = 0): Line => ({
  at: start + after,
  via: 'element',
  dir: 'in',
  url,
  text,
});

/** All that is read of the document as it stands. */
function read(page: PageElements, url: string): Line[] {
  return [...document.querySelectorAll(page.elements)]
    .map((element) => page.read(element, new URL(url)))
    .filter((body) => body !== '')
    .map((body) => line(url, body));
}

function write(platform: 'telegram' | 'facebook', name: string, lines: readonly Line[]): void {
  const folder = new URL(`../../utils/platforms/${platform}/fixtures/`, import.meta.url);
  const head = { capture: 1, platform, page: lines[0]?.url ?? '' };
  const text = [head, ...lines].map((one) => JSON.stringify(one)).join('\n');
  writeFileSync(new URL(`2026-11-24-${name}.ndjson`, folder), `${text}\n`);
}

// Telegram

let last = 100;

const said = (from: TelegramPeer, stars: number, part: Partial<TelegramMessage> = {}) => {
  last += 1;
  const message: TelegramMessage = {
    kind: 'gift',
    chat: mira,
    id: last,
    at: start,
    text: '',
    from,
    stars,
    ...part,
  };
  return message;
};

const addressOf = (client: Client, chat: TelegramPeer) =>
  `https://web.telegram.org/${client}/${hashOf(client, chat)}`;

function chat(
  client: Client,
  messages: readonly TelegramMessage[],
  language = 'en',
  of: TelegramPeer = mira,
): Line[] {
  document.body.innerHTML = chatHtml(client, of, messages, language, start);
  return read(telegramElements, addressOf(client, of));
}

const login = line(addressOf('k', mira), JSON.stringify({ kind: 'page', me: me.id }));

write('telegram', 'single-gift', [login, ...chat('k', [said(me, 50)])]);

const both = [said(me, 1_500), said(mira, 25)];
write('telegram', 'both-clients-and-repeats', [
  login,
  ...chat('k', both),
  ...chat('a', both),
  ...chat('k', both, 'ru'),
]);

const toChannel = [said(me, 100, { chat: channel }), said(otter, 10, { chat: channel })];
write('telegram', 'channel', [
  login,
  ...chat('k', toChannel, 'en', channel),
  ...chat('a', toChannel, 'de', channel),
]);

write('telegram', 'digits-and-days', [
  login,
  ...chat('k', [said(me, 1_234)], 'ar'),
  ...chat('k', [said(me, 5_678)], 'fa'),
  ...chat(
    'a',
    [said(me, 7, { at: start - 86_400_000 }), said(me, 8, { at: start - 420 * 86_400_000 })],
    'pt',
  ),
]);

document.body.innerHTML = starsListHtml('k', 1_234, [{ stars: -50, title: 'Mira', date: 'today' }]);
const list = read(telegramElements, addressOf('k', mira));
write('telegram', 'decoys', [
  login,
  ...chat('k', [
    said(me, 0, { kind: 'text', text: 'You sent a gift for <b>50 Stars</b>' }),
    said(otter, 0, { kind: 'joined' }),
    said(otter, 50, { kind: 'upgrade' }),
    said(me, 0, { kind: 'premium' }),
  ]),
  ...list,
]);

last = 200;
write('telegram', 'several-chats', [
  login,
  ...chat('k', [said(otter, 33, { chat: otter }), said(me, 44, { chat: otter })], 'en', otter),
  ...chat('a', [said(noor, 55, { chat: noor }), said(me, 66, { chat: noor })], 'fr', noor),
]);

const changed = (change: object) => {
  const [told] = chat('k', [said(me, 50)]);
  const body = { ...JSON.parse(told?.text ?? '{}'), ...change };
  return line(addressOf('k', mira), JSON.stringify(body));
};
write('telegram', 'refused', [
  changed({}),
  login,
  changed({ cost: '50 Euro' }),
  changed({ cost: '0.5 Stars' }),
  changed({ line: 'You sold a gift for' }),
  changed({ chat: '@mira' }),
  changed({ message: '12.0001' }),
  changed({ at: 0 }),
  changed({
    names: [
      { id: '1', name: 'a' },
      { id: '2', name: 'b' },
    ],
  }),
  line(addressOf('k', mira), '{"kind":"nothing"}'),
  line(addressOf('k', mira), '{"kind":"unclear"}'),
  line(addressOf('k', mira), '{"kind":'),
  line(addressOf('k', mira), '{"kind":"new"}'),
  line(addressOf('k', mira), JSON.stringify({ kind: 'balance', stars: '1.2K' })),
  line(addressOf('k', mira), JSON.stringify({ kind: 'page', me: 'not an id' })),
]);

// Facebook

const video = `https://www.facebook.com/miraplays/videos/${evening.id}`;

const comment = (
  n: number,
  from: facebook.FacebookPerson,
  stars: number,
  text = 'Hello',
  ago = '1 m',
): FacebookComment => ({ id: `800000000000001_${n}`, video: evening.id, from, text, stars, ago });

function beside(comments: readonly FacebookComment[], language = 'en', live = true): Line[] {
  document.documentElement.innerHTML = facebookPage(
    new URLSearchParams({ lang: language }),
    live,
  ).replace(/<script type="module".*?<\/script>/, '');
  const place = document.getElementById('comments');
  if (place !== null) place.innerHTML = comments.map((one) => commentHtml(one, language)).join('');
  return [
    line(video, facebookElements.about(document, new URL(video))),
    ...read(facebookElements, video),
  ];
}

write('facebook', 'single-stars', beside([comment(1, facebook.me, 50)]));

const several = [
  comment(1, facebook.me, 50),
  comment(2, facebook.otter, 1_000),
  comment(3, facebook.namesake, 5),
];
write('facebook', 'several-and-drawn-again', [
  ...beside(several),
  ...beside(several.map((one) => ({ ...one, ago: '9 m' }))),
  ...beside(several, 'ja'),
]);

write('facebook', 'languages', [
  ...beside([comment(4, facebook.me, 1_250)], 'de'),
  ...beside([comment(5, facebook.me, 1_250)], 'ar'),
  ...beside([comment(6, facebook.me, 1_250)], 'th'),
  ...beside([comment(7, facebook.me, 1_250)], 'pl'),
]);

write(
  'facebook',
  'decoys',
  beside([comment(8, facebook.otter, 0, '5,000 sent'), comment(9, facebook.me, 0)]),
);

const otherwise = (change: object) => {
  const told = beside([comment(10, facebook.otter, 50)]).at(-1);
  return line(video, JSON.stringify({ ...JSON.parse(told?.text ?? '{}'), ...change }));
};
write('facebook', 'refused', [
  otherwise({ mark: 'Send 50 Stars' }),
  otherwise({ mark: '1.5 sent' }),
  otherwise({ comment: '' }),
  otherwise({ path: '' }),
  otherwise({ video: '' }),
  otherwise({ live: false }),
  line(video, '{"kind":"nothing"}'),
  line(video, '{"kind":'),
  line(video, '{"kind":"new"}'),
]);
