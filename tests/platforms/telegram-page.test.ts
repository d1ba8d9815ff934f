// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import { epochMs } from '../../utils/core/time.ts';
import { telegram } from '../../utils/platforms/telegram/index.ts';
import { languages } from '../../utils/platforms/telegram/words.ts';
import {
  type Client,
  chatHtml,
  messageHtml,
  starsListHtml,
  type TelegramMessage,
} from '../sim/telegram/markup.ts';
import { channel, hashOf, me, mira, otter, type TelegramPeer } from '../sim/telegram/people.ts';
import { phrases } from '../sim/telegram/phrases.ts';

const { elements } = telegram;
if (elements === undefined) throw new Error('nothing is read of the page');
const page = elements;

const now = new Date(2026, 10, 24, 18, 5).getTime();
const yesterday = now - 86_400_000;

const message = (part: Partial<TelegramMessage> = {}): TelegramMessage => ({
  kind: 'gift',
  chat: mira,
  id: 77,
  at: now,
  from: me,
  stars: 1_500,
  text: '',
  ...part,
});

/** What is read of a chat that holds these messages. */
function read(
  client: Client,
  messages: readonly TelegramMessage[],
  { chat = mira, language = 'en' }: { chat?: TelegramPeer; language?: string } = {},
): string[] {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  document.body.innerHTML = chatHtml(client, chat, messages, language, now);
  const url = new URL(`https://web.telegram.org/${client}/${hashOf(client, chat)}`);
  return [...document.querySelectorAll(page.elements)]
    .map((element) => page.read(element, url))
    .filter((body) => body !== '');
}

async function decoded(bodies: readonly string[]): Promise<GiftSeen[]> {
  const decoder = telegram.createDecoder();
  const all = [JSON.stringify({ kind: 'page', me: me.id }), ...bodies];
  const events = [];
  for (const body of all) {
    const frame = { at: epochMs(now), via: 'element', dir: 'in', url: '', body } as const;
    const { events: some, refused } = await decoder.decode(frame);
    expect(refused).toEqual([]);
    events.push(...some);
  }
  return events.filter((event) => event.type === 'gift');
}

afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

const clients = ['a', 'k'] as const;
const spoken = Object.keys(phrases).flatMap((language) =>
  clients.map((client) => [client, language] as const),
);

it('reads the languages that the site is shown in, ten at least', () => {
  expect([...languages].sort()).toEqual(Object.keys(phrases).sort());
  expect(languages.length).toBeGreaterThanOrEqual(10);
});

describe.each(spoken)('/%s/ in %s', (client, language) => {
  it('tells who gave how many Stars to whom', async () => {
    const inChat = read(client, [message(), message({ id: 78, from: mira })], { language });
    const inChannel = read(
      client,
      [message({ id: 9, chat: channel }), message({ id: 10, chat: channel, from: otter })],
      { chat: channel, language },
    );
    const told = (await decoded([...inChat, ...inChannel])).map((gift) => [
      gift.key,
      gift.unitPrice,
      gift.sender?.id ?? null,
      gift.recipient?.id ?? null,
    ]);
    expect(told).toEqual([
      [`telegram:gift:${me.id}:${mira.id}:77`, 1_500, me.id, mira.id],
      [`telegram:gift:${me.id}:${mira.id}:78`, 1_500, mira.id, me.id],
      [`telegram:gift:${channel.id}:9`, 1_500, me.id, channel.id],
      // /a/ tells no id of somebody else in a channel.
      [`telegram:gift:${channel.id}:10`, 1_500, client === 'k' ? otter.id : null, channel.id],
    ]);
  });

  it('dates a gift of an earlier day', async () => {
    const older = now - 40 * 86_400_000;
    const lastYear = now - 400 * 86_400_000;
    const bodies = read(
      client,
      [lastYear, older, yesterday, now].map((at, n) => message({ id: n + 1, at })),
      { language },
    );
    const days = (await decoded(bodies)).map(({ at }) => new Date(at).toDateString());
    expect(days).toEqual(
      [lastYear, older, yesterday, now].map((at) => new Date(at).toDateString()),
    );
  });

  it('keeps still about everything else that is said', () => {
    const other = [
      message({
        kind: 'text',
        text: `You sent a gift for <b>50 Stars</b> ${phrases[language]?.sent}`,
      }),
      message({ kind: 'joined', from: otter }),
      message({ kind: 'upgrade', from: otter }),
      message({ kind: 'premium' }),
    ];
    expect(read(client, other, { language })).toEqual([]);
  });
});

describe('what leaves a chat', () => {
  it.each(clients)('of /%s/ is a line of a gift, and nothing that was written', (client) => {
    const secret = 'Meet me at nine';
    const bodies = read(client, [
      message({ kind: 'text', text: secret }),
      message(),
      message({ kind: 'text', id: 79, from: mira, text: secret }),
    ]);
    expect(bodies).toHaveLength(1);
    expect(bodies.join()).not.toContain(secret);
    expect(Object.keys(JSON.parse(bodies[0] ?? '{}')).sort()).toEqual(
      ['at', 'chat', 'cost', 'kind', 'line', 'message', 'names', 'title'].sort(),
    );
  });

  it.each(clients)(
    'of /%s/ is only that there is a line, where its words are not known',
    (client) => {
      const line = 'A present: <b>50 Stars</b>, our secret gift';
      document.body.innerHTML = chatHtml(client, mira, [message()], 'en', now);
      const text = document.querySelector('.service-msg, [role="button"]');
      if (text !== null) text.innerHTML = line;
      const url = new URL(`https://web.telegram.org/${client}/#${mira.id}`);
      const bodies = [...document.querySelectorAll(page.elements)].map((one) =>
        page.read(one, url),
      );
      expect(bodies).toEqual([JSON.stringify({ kind: 'unclear' })]);
    },
  );

  it.each(clients)('of /%s/ waits until a message has an id of its own', (client) => {
    document.body.innerHTML = chatHtml(client, mira, [], 'en', now);
    const list = document.querySelector('.bubbles-inner, .messages-container');
    if (list !== null) list.innerHTML = messageHtml(client, message(), 'en', '76.0001');
    const url = new URL(`https://web.telegram.org/${client}/#${mira.id}`);
    const sending = [...document.querySelectorAll(page.elements)];
    expect(sending).toHaveLength(1);
    expect(sending.map((element) => page.read(element, url))).toEqual(['']);
  });

  it('of a chat that slides away is nothing', () => {
    read('a', [message()]);
    const slide = document.querySelector('.Transition_slide');
    slide?.classList.remove('Transition_slide-active');
    const left = document.querySelector('.ActionMessage');
    if (left === null) throw new Error('no message');
    expect(page.read(left, new URL(`https://web.telegram.org/a/#${otter.id}`))).toBe('');
  });
});

it.each(clients)('/%s/ tells that there is a list of Stars, whose rows have no ids', (client) => {
  const rows = [
    { stars: -50, title: 'Mira', date: 'Nov 24' },
    { stars: 1_000, title: 'Top-Up', date: 'Nov 23' },
  ];
  document.body.innerHTML = starsListHtml(client, 1_234, rows);
  const url = new URL(`https://web.telegram.org/${client}/`);
  const bodies = [...document.querySelectorAll(page.elements)].map((one) => page.read(one, url));
  const kinds = bodies.map((body) => JSON.parse(body).kind);
  expect(kinds).toEqual([...(client === 'k' ? ['balance'] : []), 'listed', 'listed']);
});

describe('who uses the page', () => {
  const at = (path: string) => new URL(`https://web.telegram.org${path}`);

  it('is told by the id that both clients keep', () => {
    localStorage.setItem('user_auth', JSON.stringify({ dcID: 2, id: me.id }));
    expect(page.about(document, at('/k/'))).toBe(JSON.stringify({ kind: 'page', me: me.id }));
    // Another account of several: its id stands beside its keys, which are not looked at.
    expect(page.about(document, at('/a/?account=2'))).toBe('');
    localStorage.removeItem('user_auth');
    expect(page.about(document, at('/a/'))).toBe(JSON.stringify({ kind: 'page', me: null }));
  });

  it('is not asked for elsewhere, and a page without a chat is nothing to report', () => {
    expect(page.shows(at('/'))).toBe(false);
    expect(page.shows(at('/k/'))).toBe(true);
    expect(page.lacking(document, at('/k/'))).toBe('');
    expect(page.lacking(document, at('/k/#777000'))).not.toBe('');
    document.body.innerHTML = chatHtml('k', mira, [], 'en', now);
    expect(page.lacking(document, at('/k/#777000'))).toBe('');
  });
});
