import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { platforms } from '../../utils/platforms/index.ts';
import { serverTime } from '../../utils/platforms/server-time.ts';
import type { Decoder, Frame } from '../../utils/platforms/types.ts';
import { evening as broadcast } from '../sim/instagram/people.ts';
import { infoAnswer } from '../sim/instagram/wire.ts';
import * as kick from '../sim/kick/people.ts';
import { addresses, frames, fullSend, kicksBody, kicksGifted } from '../sim/kick/wire.ts';
import { pushFrame, response } from '../sim/tiktok/encode-frame.ts';
import { me, otter } from '../sim/youtube/people.ts';
import { evening } from '../sim/youtube/streams.ts';
import { add, answeredAt, chatAnswer, textMessage } from '../sim/youtube/wire.ts';

const now = Date.UTC(2026, 10, 24, 12);

type Told = Pick<Frame, 'url' | 'body'> & Partial<Pick<Frame, 'via' | 'dir'>>;

const toldBy = async (decoder: Decoder | undefined, frame: Told, at: number) =>
  (await decoder?.decode({ at: epochMs(at), via: 'socket', dir: 'in', ...frame }))?.toldAt;

const decoderOf = (id: string) => platforms.find(({ site }) => site.id === id)?.createDecoder();

const tiktok = (time: number): Told => {
  const fields = { cursor: '', now: time, fetchType: 1, needAck: false } as const;
  return {
    url: 'https://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/?room_id=7001',
    body: pushFrame({ seqId: 1, logId: 1, type: 'msg', payload: response([], fields) }),
  };
};

const onKick = (time: number, provider: 'pusher' | 'centrifugo' = 'pusher'): Told => {
  const gift = kicksBody('5f0d0000-1', kick.otter, fullSend, time);
  const [body = ''] = frames(provider, [kicksGifted(kick.mira, gift)]);
  return { url: addresses[provider], body };
};

const onYoutube = (time: number): Told => {
  const words = '],"timestamp":{"seconds":"1"}';
  const item = { id: 'x', stream: evening, from: otter, micros: time * 1000 };
  const answer = chatAnswer(evening, { viewer: me }, [add(textMessage(item, words))]);
  return {
    via: 'fetch',
    url: 'https://www.youtube.com/youtubei/v1/live_chat/get_live_chat',
    body: new TextEncoder().encode(JSON.stringify(answeredAt(answer, time))),
  };
};

const onInstagram = (time: number): Told => ({
  via: 'fetch',
  url: `https://www.instagram.com/api/v1/live/${broadcast.id}/info/`,
  body: JSON.stringify(infoAnswer(broadcast, time / 1000)),
});

describe.each([
  ['tiktok', tiktok],
  ['kick', onKick],
  ['kick', (time: number) => onKick(time, 'centrifugo')],
  ['youtube', onYoutube],
  ['instagram', onInstagram],
] as const)('a frame of %s', (platform, frame) => {
  it('tells the time of the server, however far off the device’s clock is', async () => {
    for (const at of [now, now + 400 * 86_400_000, now - 400 * 86_400_000]) {
      expect(await toldBy(decoderOf(platform), frame(now), at)).toBe(now);
    }
  });

  it('tells no time that no server can tell', async () => {
    expect(await toldBy(decoderOf(platform), frame(5_000), now)).toBeUndefined();
  });
});

describe('Kick', () => {
  const chat = (created: string, content = 'hi'): Told => {
    const data = JSON.stringify({ id: '1', content, created_at: created });
    const channel = `chatrooms.${kick.mira.chatroom}.v2`;
    return {
      url: addresses.pusher,
      body: JSON.stringify({ event: 'App\\Events\\ChatMessageEvent', data, channel }),
    };
  };

  it('tells it by its chat too, of which one message a minute is looked at', async () => {
    const decoder = decoderOf('kick');
    const message = chat('2026-11-24T12:00:00+00:00', '"created_at":"2090-01-01T00:00:00Z"');
    expect(await toldBy(decoder, message, now)).toBe(now);
    expect(await toldBy(decoder, chat('2026-11-24T12:00:30Z'), now + 30_000)).toBeUndefined();
    const later = epochMs(now + 60_000);
    expect(await toldBy(decoder, chat('2026-11-24T12:01:00.5Z'), later)).toBe(later + 500);
  });

  it('tells none by what comes late, is pinned, was sent by the page, or is broken', async () => {
    const gift = kicksGifted(kick.mira, kicksBody('5f0d0000-1', kick.otter, fullSend, now));
    const publications = [{ data: { event: gift.event, data: gift.data } }];
    const url = addresses.centrifugo;
    const missed = { url, body: JSON.stringify({ id: 2, subscribe: { publications } }) };
    const pinned = {
      via: 'fetch',
      url: `https://web.kick.com/api/v1/kicks/${kick.mira.channel}/pinned-gifts`,
      body: JSON.stringify({ data: { pinned_gifts: [gift.data] } }),
    } as const;
    const sent = { ...onKick(now), dir: 'out' } as const;
    const broken = { url, body: '{"event":"ChatMessageEvent","data":"{' };
    for (const frame of [missed, pinned, sent, broken, chat('yesterday')]) {
      expect(await toldBy(decoderOf('kick'), frame, now)).toBeUndefined();
    }
  });
});

it('no time is taken that no server can tell', () => {
  const times: (EpochMs | null)[] = [-1, 5, Date.UTC(2101), Number.NaN].map(serverTime);
  expect(times).toEqual([null, null, null, null]);
  expect(serverTime(now / 1000)).toBe(now);
});
