import { describe, expect, it } from 'vitest';
import { epochMs } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import type { StoredPage } from '../../utils/storage/database.ts';
import { wholePage } from '../../utils/storage/whole-page.ts';

const session = (video: string) => (video === '' ? '' : (`youtube:${video}` as SessionId));

function page(
  frame: number,
  video: string,
  frames = 0,
  rest: Partial<StoredPage> = {},
): StoredPage {
  return {
    id: `1:${frame}`,
    tab: 1,
    frame,
    platform: 'youtube',
    nonce: '',
    session: session(video),
    seenAt: epochMs(1000 + frame),
    late: false,
    onStream: true,
    refusedHere: {},
    health: {
      frames,
      gifts: 0,
      sockets: 0,
      lastFrameAt: null,
      lastGiftAt: null,
      refused: {},
      dropped: 0,
      unknown: {},
    },
    ...rest,
  };
}

const told = (...frames: StoredPage[]) => {
  const whole = wholePage(frames);
  return whole && [whole.session, whole.health.frames];
};

describe('a page whose chat is in a frame of its own', () => {
  it('carries what its frame carries', () => {
    expect(told(page(0, 'a'), page(7, 'a', 3))).toEqual([session('a'), 3]);
  });

  it('does not take over from frames of the page before it, of other streams and of other sites', () => {
    const elsewhere = page(8, 'a', 5, { platform: 'tiktok' });
    expect(told(page(0, 'b', 1), page(7, 'a', 3), elsewhere)).toEqual([session('b'), 1]);
  });

  it('shows the stream of the frame that was heard of last, where it knows none itself', () => {
    expect(told(page(0, ''), page(7, 'a', 3), page(9, 'b', 2))).toEqual([session('b'), 2]);
  });

  it('shows none where its address is not one of a stream', () => {
    expect(told(page(0, '', 0, { onStream: false }), page(7, 'a', 3))).toEqual(['', 0]);
  });

  it('is not known where capture runs in a frame only', () => {
    expect(wholePage([page(7, 'a', 3)])).toBeUndefined();
  });
});
