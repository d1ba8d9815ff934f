import { expect, it } from 'vitest';
import { epochMs } from '../../utils/core/time.ts';
import { serverTime } from '../../utils/platforms/server-time.ts';
import { TikTokDecoder } from '../../utils/platforms/tiktok/decode.ts';
import { pushFrame, response } from '../sim/tiktok/encode-frame.ts';

const now = Date.UTC(2026, 10, 24, 12);

const toldAt = async (serverNow: number, at: number) => {
  const fields = { cursor: '', now: serverNow, fetchType: 1, needAck: false } as const;
  const { toldAt: told } = await new TikTokDecoder().decode({
    at: epochMs(at),
    via: 'socket',
    dir: 'in',
    url: 'https://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/?room_id=7001',
    body: pushFrame({ seqId: 1, logId: 1, type: 'msg', payload: response([], fields) }),
  });
  return told;
};

it('a frame tells the time of TikTok’s server, however far off the device’s clock is', async () => {
  expect(await toldAt(now, now + 400 * 86_400_000)).toBe(now);
  expect(await toldAt(now, now - 400 * 86_400_000)).toBe(now);
});

it('no time is taken that no server can tell', async () => {
  expect(await toldAt(0, now)).toBeUndefined();
  expect([-1, 5, Date.UTC(2101), Number.NaN].map(serverTime)).toEqual([null, null, null, null]);
  expect(serverTime(now / 1000)).toBe(now);
});
