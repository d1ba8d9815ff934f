/**
 * Writes the frames of `utils/platforms/twitch/fixtures/*.ndjson` with the simulated site's encoder, which knows nothing
 * of the decoder. The expectation beside each file is written by hand.
 *
 *     node tests/platforms/write-twitch-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import {
  anonymousCheerer,
  anonymousGifter,
  lumi,
  me,
  mira,
  noor,
  otter,
  type TwitchPerson,
} from '../sim/twitch/people.ts';
import {
  accountAnswer,
  addresses,
  channelAnswer,
  cheer,
  cheerAnswer,
  cheerQuestion,
  combo,
  decoys,
  donation,
  drop,
  effect,
  entered,
  giftedSubscription,
  hypeChat,
  introduction,
  message,
  notice,
  pushed,
  redemption,
  subscription,
  type Told,
  welcome,
} from '../sim/twitch/wire.ts';

const folder = new URL('../../utils/platforms/twitch/fixtures/', import.meta.url);
const start = Date.UTC(2026, 10, 24, 10);

type Line = Readonly<Record<string, unknown>>;

/** A message of mine to come: its number makes its id. */
const told = (n: number, from = otter, to = mira, after = 0): Told => ({
  id: `1b5f0000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  to,
  from,
  at: start + after,
});

const socket = (url: string, dir: 'in' | 'out', text: string, after = 0): Line => ({
  at: start + after,
  via: 'socket',
  dir,
  url,
  text,
});

const heard = (lines: readonly string[], after = 0) =>
  socket(addresses.chat, 'in', lines.join(''), after);

const said = (...lines: readonly string[]): Line[] =>
  lines.map((line) => socket(addresses.chat, 'out', line));

const push = (body: object, by: 'hermes' | 'pubsub' = 'hermes', after = 0) =>
  socket(addresses[by], 'in', pushed(by, body), after);

const answered = (data: unknown, question: unknown = null, after = 0): Line => ({
  at: start + after,
  via: 'fetch',
  dir: 'in',
  url: addresses.answers,
  text: JSON.stringify(data),
  ...(question === null ? {} : { request: JSON.stringify(question) }),
});

/** A page that was opened on a channel. */
const opened = (channel: TwitchPerson = mira): Line[] => [
  ...said(...introduction(me.login), `JOIN #${channel.login}`),
  heard([':tmi.twitch.tv 001 kai_watches :Welcome, GLHF!\r\n', welcome(me)]),
  heard([entered(channel)]),
];

function write(name: string, lines: readonly Line[]): void {
  const head = { capture: 1, platform: 'twitch', page: 'https://www.twitch.tv/miraplays' };
  const text = [head, ...lines].map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(new URL(`2026-11-24-${name}.ndjson`, folder), `${text}\n`);
}

write('single-cheer', [
  ...opened(),
  answered([channelAnswer(mira, 41_000_001)]),
  heard([message(told(1)), cheer(told(2), 100), message(told(3))]),
  heard([cheer(told(2), 100)], 60_000),
]);

write('hype-chats', [
  ...opened(),
  heard([
    hypeChat(told(1), '1250', 'USD', 2),
    hypeChat(told(2), '7500', 'KRW', 0),
    hypeChat(told(3), '500', 'JPY', 2),
    hypeChat(told(4), '12345', 'EUR', 3),
    hypeChat(told(5), '5-00', 'USD', 2),
    hypeChat(told(6), '500', 'ZZZ', 2),
  ]),
]);

write('subscriptions', [
  ...opened(),
  heard([
    subscription(told(1), '2000'),
    subscription(told(2, lumi), '3000', { 'msg-param-multimonth-duration': 6 }),
    giftedSubscription(told(3)),
    giftedSubscription(told(4, anonymousGifter), lumi, { 'msg-param-gift-months': 3 }),
    notice(told(5, mira), 'anonsubgift', { 'msg-param-sub-plan': '1000' }),
  ]),
]);

write('drops', [
  ...opened(),
  heard(drop(told(1), 5, '4645652708379472175')),
  ...drop(told(2, lumi), 3, '1f be bb 4a', false).map((line) => heard([line])),
  heard(drop(told(3, anonymousGifter), 10, '4645652708379472176')),
  heard(drop(told(1), 5, '4645652708379472175'), 60_000),
  // Of a drop that was announced before the page was opened.
  heard([
    giftedSubscription(told(4), lumi, {
      'msg-param-community-gift-id': '9',
      'msg-param-origin-id': '9',
    }),
  ]),
  // Bytes of nothing as an origin: no drop.
  heard([
    giftedSubscription(told(5), lumi, {
      'msg-param-origin-id': 'da 39 a3 ee 5e 6b 4b 0d 32 55 bf ef 95 60 18 90 af d8 07 09',
    }),
  ]),
]);

write('combos', [
  ...opened(),
  heard([combo(told(1), 5), combo(told(2, otter, mira, 1_000), 5), combo(told(3, lumi), 50, 'gg')]),
  // Twins of the second and the third, and cheers that are none.
  heard([cheer(told(4, otter, mira, 2_000), 5), cheer(told(5, lumi, mira, 500), 50)]),
  heard([cheer(told(6, otter, mira, 9_000), 5), cheer(told(7, lumi, mira, 600), 51)]),
]);

write('power-ups', [
  ...opened(),
  push(redemption(told(11), 'gigantic', 25)),
  heard([effect(told(1), 'gigantic'), effect(told(2, lumi), 'animated')]),
  push(redemption(told(12, lumi), 'animated', 30, 45), 'pubsub'),
  push(redemption(told(12, lumi), 'animated', 30, 45), 'hermes', 100),
  heard([effect(told(3, lumi), 'animated'), effect(told(4), 'celebration')], 200),
]);

write('charity', [
  ...opened(mira),
  heard([donation(told(1), 2_500, 'USD', 2), donation(told(2, me), 500, 'JPY', '')]),
]);

write('own-cheers', [
  answered([accountAnswer(me), channelAnswer(mira, 41_000_001)]),
  ...opened(),
  answered(
    [cheerAnswer(), channelAnswer(mira, 41_000_001)],
    [cheerQuestion('own-1', mira, 100, true), { operationName: 'Other' }],
  ),
  heard([cheer(told(1, anonymousCheerer), 100), cheer(told(2, anonymousCheerer), 500)], 900),
  heard([cheer(told(3, me), 25)], 1_000),
  answered(cheerAnswer(), cheerQuestion('own-2', mira, 25), 1_200),
  answered(cheerAnswer('INSUFFICIENT_BITS'), cheerQuestion('own-3', mira, 9_000), 1_300),
  answered(cheerAnswer(), cheerQuestion('own-4', mira, 300), 2_000),
  heard([message(told(4))], 20_000),
  heard([message(told(5))], 40_000),
]);

write('channels', [
  ...said('NICK justinfan12345', `JOIN #${mira.login}`),
  heard([entered(mira)]),
  heard([cheer(told(1), 10)]),
  ...said(`JOIN #${noor.login}`, `PART #${mira.login}`),
  heard([entered(noor)]),
  answered({ data: { user: { ...channelAnswer(noor, 41_000_002).data.userOrError } } }),
  heard([cheer(told(2, otter, noor), 20)]),
  answered([channelAnswer(noor, 0, '')]),
  heard([cheer(told(3, otter, noor), 30)]),
  // A line without the channel's number, in a channel that is known and in one that is not.
  heard([cheer(told(4, otter, noor), 40, { 'room-id': '' })]),
  heard([cheer(told(5, otter, lumi), 50, { 'room-id': '' })]),
]);

write('decoys', [
  ...opened(),
  heard(decoys((id) => ({ ...told(0), id }), noor)),
  push({ type: 'reward-redeemed', data: { redemption: { id: 'r', reward: { cost: 500 } } } }),
  push({ type: 'automatic-reward-redeemed', data: { redemption: { id: 'r', reward: {} } } }),
  answered(accountAnswer(null)),
  answered({ data: { user: { id: '1', login: 'a', friends: [] } } }),
  answered({ errors: [{ message: 'no' }], data: { sendCheer: null } }),
]);

write('refused', [
  ...opened(),
  heard([
    cheer(told(1), -5),
    cheer(told(2), 1e15),
    cheer({ ...told(3), id: '' }, 5),
    cheer(told(4), 5, { 'user-id': '' }),
    cheer(told(5), 5, { 'user-id': 'no id' }),
    cheer(told(6), 7),
    notice(told(7), 'submysterygift', { 'msg-param-mass-gift-count': 'many' }),
    hypeChat(told(8), '999999999999999', 'USD', 0),
  ]),
  socket(addresses.hermes, 'in', '{"type":"automatic-reward-redeemed"'),
  { ...answered({}), text: '[{"data":{"currentUser":{"id":"1"' },
]);
