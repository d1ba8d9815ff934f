/**
 * Writes the frames of `utils/platforms/kick/fixtures/*.ndjson` with the simulated site's encoder, which knows nothing
 * of the decoder. The expectation beside each file is written by hand.
 *
 *     node tests/platforms/write-kick-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import { lumi, me, mira, noor, otter } from '../sim/kick/people.ts';
import {
  addresses,
  type ChannelMessage,
  channelAnswer,
  channelsOf,
  decoys,
  frames,
  fullSend,
  giftedSubscriptions,
  hellYeah,
  kicksBody,
  kicksGifted,
  oldGiftedSubscription,
  type Provider,
  rageQuit,
  subscribeFrame,
  subscription,
  unsubscribeFrame,
} from '../sim/kick/wire.ts';

const folder = new URL('../../utils/platforms/kick/fixtures/', import.meta.url);
const start = Date.UTC(2026, 10, 24, 10);

type Line = Readonly<Record<string, unknown>>;

const took = (n: number) => `0b5f0000-0000-4000-8000-00000000000${n}`;

const heard = (provider: Provider, messages: readonly ChannelMessage[], after = 0): Line[] =>
  frames(provider, messages).map((text) => ({
    at: start + after,
    via: 'socket',
    dir: 'in',
    url: addresses[provider],
    text,
  }));

const said = (provider: Provider, text: string): Line => ({
  at: start,
  via: 'socket',
  dir: 'out',
  url: addresses[provider],
  text,
});

const answered = (url: string, data: unknown, request?: unknown): Line => ({
  at: start,
  via: 'fetch',
  dir: 'in',
  url,
  text: JSON.stringify(data),
  ...(request === undefined ? {} : { request: JSON.stringify(request) }),
});

const channel = (of = mira, stream = 9001) =>
  answered(`https://kick.com/api/v2/channels/${of.username}`, channelAnswer(of, stream));

const follow = (provider: Provider, of = mira): Line[] =>
  channelsOf(of).map((name, index) => said(provider, subscribeFrame(provider, name, index + 2)));

const kicks = (n: number, from = otter, gift = fullSend) =>
  kicksGifted(mira, kicksBody(n === 0 ? '' : took(n), from, gift, start));

function write(name: string, lines: readonly Line[]): void {
  const head = { capture: 1, platform: 'kick', page: 'https://kick.com/mira_plays' };
  const text = [head, ...lines].map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(new URL(`2026-11-24-${name}.ndjson`, folder), `${text}\n`);
}

write('single-gift', [channel(), ...follow('centrifugo'), ...heard('centrifugo', [kicks(1)])]);

write('both-connections-and-repeats', [
  ...follow('pusher'),
  ...follow('centrifugo'),
  ...heard('pusher', [kicks(1), kicks(2, lumi, hellYeah)]),
  ...heard('centrifugo', [kicks(2, lumi, hellYeah), kicks(1)], 60_000),
  answered(`https://web.kick.com/api/v1/kicks/${mira.channel}/pinned-gifts`, {
    data: {
      pinned_gifts: [
        kicksBody(took(1), otter, fullSend, start),
        kicksBody(took(3), lumi, rageQuit, start - 240_000),
      ],
    },
  }),
  {
    ...said('centrifugo', ''),
    dir: 'in',
    text: JSON.stringify({
      id: 2,
      subscribe: {
        recovered: true,
        publications: [{ data: { event: 'KicksGifted', data: kicks(3, lumi, rageQuit).data } }],
      },
    }),
  },
]);

write('without-an-id', [
  ...follow('pusher'),
  ...heard('pusher', [kicks(0)], 1_000),
  ...heard('pusher', [kicks(0)], 2_000),
  ...heard('pusher', [kicks(0)], 61_000),
  ...heard('pusher', [kicksGifted(mira, kicksBody(took(1), null, hellYeah, start))]),
]);

const names = Array.from({ length: 25 }, (_, index) => `viewer_${index}`);
write('gifted-subscriptions', [
  channel(),
  ...heard('centrifugo', giftedSubscriptions(mira, otter, names, 'pi_3Made0Up', 3)),
  ...heard('pusher', giftedSubscriptions(mira, lumi, names.slice(0, 5), '110003713021000')),
  ...heard('pusher', giftedSubscriptions(mira, lumi, names.slice(0, 5), '110003713021000'), 90_000),
  ...heard('pusher', oldGiftedSubscription(mira, lumi, 'viewer_7')),
  ...heard('pusher', oldGiftedSubscription(mira, lumi, 'viewer_7'), 90_000),
]);

write('own-subscription', [
  said('centrifugo', subscribeFrame('centrifugo', `private-userfeed.${me.id}`, 2)),
  ...heard('centrifugo', subscription(noor, me, 3)),
  ...heard('centrifugo', subscription(noor, lumi, 3)),
  answered('https://kick.com/api/v1/user', { id: me.id, username: me.username, email: 'x@y.test' }),
  channel(noor, 0),
  ...heard('centrifugo', giftedSubscriptions(noor, me, ['lumi_x'], '77')),
]);

write('own-gift', [
  channel(),
  ...follow('centrifugo'),
  answered(
    `https://web.kick.com/api/v1/kicks/${mira.channel}/gift`,
    { data: { gift_transaction_id: took(4) } },
    { gift_id: 'rage_quit', message: '', idempotency_key: '1' },
  ),
  ...heard('centrifugo', [kicks(4, me, rageQuit)]),
  answered(
    `https://web.kick.com/api/v1/kicks/${mira.channel}/gift`,
    { data: { gift_transaction_id: took(5) } },
    { gift_id: 'hell_yeah', message: '', idempotency_key: '2' },
  ),
]);

write('streams', [
  ...follow('pusher'),
  ...heard('pusher', [
    {
      channel: `channel.${mira.channel}`,
      event: 'App\\Events\\StreamerIsLive',
      data: { livestream: { id: 9002, channel_id: mira.channel, session_title: 'Second try' } },
    },
    kicks(1),
    {
      channel: `channel.${mira.channel}`,
      event: 'App\\Events\\StopStreamBroadcast',
      data: { livestream: { id: 9002, channel: { id: mira.channel, is_banned: false } } },
    },
    kicks(2),
  ]),
  ...channelsOf(mira).map((name) => said('pusher', unsubscribeFrame('pusher', name, 9))),
  ...follow('pusher', noor),
  ...heard('pusher', giftedSubscriptions(noor, otter, ['viewer_1'], '88')),
]);

write('decoys', [channel(), ...follow('centrifugo'), ...heard('centrifugo', decoys(mira, otter))]);

const broken = (text: string): Line => ({ ...said('pusher', text), dir: 'in' });
const odd = (change: object, gift: object = {}) => {
  const body = kicksBody(took(6), otter, fullSend, start);
  return heard('pusher', [
    { ...kicks(6), data: { ...body, ...change, gift: { ...body.gift, ...gift } } },
  ]);
};
write('refused', [
  broken('{"event":"KicksGifted","data":"{'),
  broken('{"event":"KicksGifted","data":"{","channel":"channel_1"}'),
  broken('{"type":"ping"}'),
  ...odd({}, { amount: -5 }),
  ...odd({}, { amount: 1e15 }),
  ...odd({}, { gift_id: '' }),
  ...odd({ sender: { id: 'no id', username: 'x' } }),
  ...heard('pusher', [{ ...kicks(7), channel: 'chatroom_1' }]),
  ...heard('pusher', giftedSubscriptions(mira, { ...otter, username: '' }, [], '')),
  ...heard('pusher', giftedSubscriptions(mira, otter, [], '99')),
]);
