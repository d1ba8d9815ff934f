import { describe, expect, it } from 'vitest';
import { Watch } from '../../entrypoints/capture.content/watch.ts';
import { epochMs } from '../../utils/core/time.ts';
import type { Frame } from '../../utils/platforms/types.ts';

const frame = (second: number, part: Partial<Frame> = {}): Frame => ({
  at: epochMs(600_000 + second * 1_000),
  via: 'socket',
  dir: 'in',
  url: 'wss://webcast-ws.tiktok.com/webcast/im/',
  body: '',
  ...part,
});

describe('seeing a stream', () => {
  it('is told once a minute, and anew for another stream', () => {
    const watch = new Watch('tiktok');
    const told = [0, 1, 59, 60, 61].map((second) => watch.see(frame(second), '7001').length);
    expect(told).toEqual([1, 0, 0, 1, 0]);
    expect(watch.see(frame(62), '7002')).toEqual([
      { type: 'watch', platform: 'tiktok', room: '7002', at: 662_000 },
    ]);
  });

  it('is not told by what the page sends or holds, nor without a stream', () => {
    const watch = new Watch('tiktok');
    expect(watch.see(frame(0), '')).toEqual([]);
    expect(watch.see(frame(0, { dir: 'out' }), '7001')).toEqual([]);
    expect(watch.see(frame(0, { via: 'document' }), '7001')).toEqual([]);
  });
});
