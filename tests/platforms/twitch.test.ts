import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, mergeEntries } from '../../utils/core/entry.ts';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import { epochMs } from '../../utils/core/time.ts';
import { TwitchDecoder } from '../../utils/platforms/twitch/decode.ts';
import { linesOf, readLine, sentAt } from '../../utils/platforms/twitch/irc.ts';
import { moneyOf } from '../../utils/platforms/twitch/money-tags.ts';
import { twitchPage } from '../../utils/platforms/twitch/page.ts';
import type { Decoded, Frame } from '../../utils/platforms/types.ts';
import { anonymousCheerer, lumi, me, mira, otter } from '../sim/twitch/people.ts';
import {
  accountAnswer,
  addresses,
  cheer,
  cheerAnswer,
  cheerQuestion,
  combo,
  drop,
  effect,
  entered,
  message,
  pushed,
  redemption,
  type Told,
  welcome,
} from '../sim/twitch/wire.ts';

const start = epochMs(Date.UTC(2026, 10, 24, 10));

const told = (id: string, from = otter, after = 0): Told => ({
  id,
  to: mira,
  from,
  at: start + after,
});

const chat = (text: string, after = 0, dir: Frame['dir'] = 'in'): Frame => ({
  at: epochMs(start + after),
  via: 'socket',
  dir,
  url: addresses.chat,
  body: text,
});

const push = (body: object): Frame => ({
  ...chat(pushed('hermes', body)),
  url: addresses.hermes,
});

const answer = (data: object, question: object = {}): Frame => ({
  ...chat(JSON.stringify(data)),
  via: 'fetch',
  url: addresses.answers,
  request: JSON.stringify(question),
});

/** What frames come to, as the ledger joins them: amount and sender by key. */
async function entries(frames: readonly Frame[], decoder = new TwitchDecoder()) {
  const gifts: GiftSeen[] = [];
  for (const frame of frames) {
    const { events } = await decoder.decode(frame);
    gifts.push(...events.filter((event) => event.type === 'gift'));
  }
  const joined = new Map(gifts.map((event) => [event.key, entryOf(event)]));
  for (const event of gifts) {
    joined.set(event.key, mergeEntries(joined.get(event.key) ?? entryOf(event), entryOf(event)));
  }
  return [...joined.values()].map(({ unitPrice, sender }) => `${unitPrice} ${sender}`).sort();
}

describe('lines of chat', () => {
  it('are read with tags, sender, command and channel', () => {
    const line = readLine(
      '@a=1\\s\\:\\\\\\r\\n\\x;b;c= :otter!o@o.tmi.twitch.tv PRIVMSG #mira :hi #x',
    );
    expect(Object.fromEntries(line.tags)).toEqual({ a: '1 ;\\\r\nx', b: '', c: '' });
    expect(line).toMatchObject({ from: 'otter', command: 'PRIVMSG', channel: 'mira' });
    expect(readLine('PING :tmi.twitch.tv')).toMatchObject({ command: 'PING', channel: '' });
    expect(readLine('')).toMatchObject({ command: '' });
  });

  it('come several in a frame', () => {
    expect(linesOf('PING\r\nPONG\r\n\r\n')).toHaveLength(2);
  });

  it('tell the time in their tags only, never in what somebody writes', async () => {
    expect(sentAt(message(told('1'), {}, 'tmi-sent-ts=1999999999999;'))).toBe(start);
    expect(sentAt(':o!o@o PRIVMSG #mira :@tmi-sent-ts=1999999999999 ')).toBe(0);
    const { toldAt }: Decoded = await new TwitchDecoder().decode(chat(message(told('1')), 9e9));
    expect(toldAt).toBe(start);
  });

  it('are no payment whatever somebody writes', () => {
    const line = '@id=x;room-id=1;user-id=2 :o!o@o.tmi.twitch.tv PRIVMSG #mira :';
    const words = fc.string({ unit: fc.constantFrom(...' ;=@:#s1bits', 'msg-id=', '\\') });
    return fc.assert(
      fc.asyncProperty(words, async (text) => {
        const said = chat(`${line}${text.replaceAll('\n', ' ')} @bits=100;msg-id=x \r\n`);
        expect(await entries([said])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('money', () => {
  it.each([
    ['1250', 'USD', '2', 'money:USD', 1250],
    ['1250', 'USD', '', 'money:USD', 1250],
    ['7500', 'KRW', '0', 'money:KRW', 7500],
    ['7500', 'KRW', '2', 'money:KRW', 75],
    ['7', 'KWD', '0', 'money:KWD', 7000],
    ['5-00', 'USD', '2', 'money:USD', null],
    ['5.00', 'USD', '2', 'money:USD', null],
    ['12345', 'USD', '3', 'money:USD', null],
    ['500', 'USD', '-2', 'money:USD', null],
    ['500', '$', '2', null, null],
    ['500', '', '2', null, null],
  ])('%s %s with %s digits is %s %s', (amount, currency, exponent, unit, unitPrice) => {
    expect(moneyOf(amount, currency, exponent)).toEqual({ unit, unitPrice });
  });

  it('more than anyone can have paid is refused', () => {
    expect(() => moneyOf('999999999999999', 'USD', '0')).toThrow('absurd-price');
  });
});

describe('what chat tells twice', () => {
  const pair = [combo(told('c1'), 5), cheer(told('m1', otter, 2_000), 5)];

  it.each([
    ['combo first', pair],
    ['cheer first', pair.toReversed()],
    ['both in one frame', [pair.join('')]],
    ['again after a reconnect', [...pair, ...pair]],
  ])('is one entry: %s', async (_, lines) => {
    expect(await entries(lines.map((line) => chat(line)))).toEqual([`5 ${otter.id}`]);
  });

  it.each([
    ['another amount', cheer(told('m1'), 6)],
    ['another person', cheer(told('m1', lumi), 5)],
    ['later', cheer(told('m1', otter, 3_001), 5)],
    ['another combo', combo(told('m1'), 5)],
  ])('is two entries with %s', async (_, other) => {
    expect(await entries([chat(`${pair[0]}${other}`)])).toHaveLength(2);
  });

  it('is not told twice by drops that name no origin', async () => {
    const none = 'da 39 a3 ee 5e 6b 4b 0d 32 55 bf ef 95 60 18 90 af d8 07 09';
    const lines = drop(told('d1'), 1, none, false);
    expect(await entries([chat(lines.join(''))])).toHaveLength(2);
  });

  it('is as many as there were combos, where several have a cheer each', async () => {
    const lines = [1, 2, 3].map((n) => combo(told(`c${n}`), 5));
    const cheers = [1, 2, 3, 4].map((n) => cheer(told(`m${n}`), 5));
    expect(await entries([chat([...lines, ...cheers].join(''))])).toHaveLength(4);
  });
});

describe('effects', () => {
  const line = chat(effect(told('e1'), 'animated'));

  it.each([
    ['before', [push(redemption(told('r1'), 'animated', 30)), line]],
    ['after', [line, push(redemption(told('r1'), 'animated', 30))]],
    ['after, twice', [line, ...[1, 2].map(() => push(redemption(told('r1'), 'animated', 30)))]],
  ])('have the price that is told %s them', async (_, frames) => {
    expect(await entries(frames)).toEqual([`30 ${otter.id}`]);
  });

  it('keep their price when they are heard again', async () => {
    const [first, second] = ['r1', 'r2'].map((id, n) =>
      push(redemption(told(id), 'animated', 30 + n)),
    );
    const other = chat(effect(told('e2'), 'animated'));
    const frames = [line, first, line, other, second].filter((frame) => frame !== undefined);
    expect(await entries(frames)).toEqual([`30 ${otter.id}`, `31 ${otter.id}`]);
  });

  it.each([
    ['somebody else', redemption(told('r1', lumi), 'animated', 30)],
    ['another effect', redemption(told('r1'), 'gigantic', 30)],
    ['another channel', redemption({ ...told('r1'), to: lumi }, 'animated', 30)],
    [
      'points',
      JSON.parse(JSON.stringify(redemption(told('r1'), 'animated', 30)).replace('BITS', 'POINTS')),
    ],
  ])('have none by a notice for %s', async (_, notice) => {
    expect(await entries([line, push(notice)])).toEqual([`null ${otter.id}`]);
  });
});

describe('cheers of one’s own', () => {
  const opened = [answer(accountAnswer(me)), chat(entered(mira))];
  const sent = (isAnonymous: boolean, bits = 100) =>
    answer(cheerAnswer(), cheerQuestion('own-1', mira, bits, isAnonymous));
  const later = chat(message(told('later')), 40_000);

  it.each([
    ['the answer first', [sent(true), chat(cheer(told('a1', anonymousCheerer), 100))]],
    ['chat first', [chat(cheer(told('a1', anonymousCheerer), 100)), sent(true)]],
  ])('are known though anonymous, %s', async (_, frames) => {
    expect(await entries([...opened, ...frames, later])).toEqual([`100 ${me.id}`]);
  });

  it('are not those of others who stay anonymous', async () => {
    const other = chat(cheer(told('a1', anonymousCheerer), 100));
    const own = chat(cheer(told('m1', me), 100));
    expect(await entries([...opened, sent(false), other, own, later])).toEqual([
      '100 .ananonymouscheerer',
      `100 ${me.id}`,
    ]);
  });

  it('are counted where chat does not show them, once that is sure', async () => {
    const soon = chat(message(told('soon')), 20_000);
    expect(await entries([...opened, sent(false), soon])).toEqual([]);
    expect(await entries([...opened, sent(false), later, later])).toEqual([`100 ${me.id}`]);
  });

  it.each([
    ['was refused', answer(cheerAnswer('INSUFFICIENT_BITS'), cheerQuestion('o', mira, 9))],
    ['was not sent', answer(cheerAnswer(), { operationName: 'Other' })],
  ])('are not counted where the cheer %s', async (_, frame) => {
    expect(await entries([...opened, frame, later])).toEqual([]);
  });
});

it('who is logged in is told once', async () => {
  const decoder = new TwitchDecoder();
  const accounts = async (frame: Frame) =>
    (await decoder.decode(frame)).events.filter(({ type }) => type === 'account');
  await accounts(chat(`NICK ${me.login}\r\n`, 0, 'out'));
  expect(await accounts(chat(welcome(me)))).toEqual([
    {
      type: 'account',
      platform: 'twitch',
      me: { id: String(me.id), handle: me.login, name: me.name },
    },
  ]);
  expect(await accounts(answer(accountAnswer(me)))).toEqual([]);
  expect(await accounts(chat('NICK justinfan77\r\n', 0, 'out'))).toMatchObject([{ me: null }]);
});

describe('pages that show a stream', () => {
  it.each([
    'https://www.twitch.tv/miraplays',
    'https://www.twitch.tv/popout/miraplays/chat?popout=',
    'https://www.twitch.tv/embed/miraplays/chat?parent=example.com',
    'https://www.twitch.tv/moderator/miraplays',
    'https://dashboard.twitch.tv/u/miraplays/stream-manager',
    'https://dashboard.twitch.tv/popout/u/miraplays/stream-manager/chat',
  ])('%s', (url) => expect(twitchPage.showsStream(new URL(url))).toBe(true));

  it.each([
    'https://www.twitch.tv/',
    'https://www.twitch.tv/directory',
    'https://www.twitch.tv/videos/123',
    'https://www.twitch.tv/settings/profile',
    'https://dashboard.twitch.tv/u/miraplays/analytics',
  ])('not %s', (url) => expect(twitchPage.showsStream(new URL(url))).toBe(false));
});
