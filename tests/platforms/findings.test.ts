import { describe, expect, it } from 'vitest';
import type { AccountSeen } from '../../utils/core/gift-event.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { Findings } from '../../utils/platforms/findings.ts';
import type { Json } from '../../utils/platforms/json.ts';
import { Refused } from '../../utils/platforms/refused.ts';
import type { Frame } from '../../utils/platforms/types.ts';

const frameOf = (body: Frame['body']): Frame => ({
  at: epochMs(0),
  via: 'socket',
  dir: 'in',
  url: 'https://example.com/',
  body,
});
const frame = frameOf('12345');
const loggedOut: AccountSeen = { type: 'account', platform: 'kick', me: null };
const fail = (error: unknown) => () => {
  throw error;
};

describe('what is found in a frame', () => {
  it('is what was told, in order, and without what is none', async () => {
    const found = new Findings(5);
    const other: AccountSeen = { ...loggedOut, platform: 'twitch' };
    expect(await found.of(frame, () => found.tell(loggedOut, null, other))).toEqual({
      events: [loggedOut, other],
      refused: [],
    });
  });

  it('does not hold what was found in the frame before', async () => {
    const found = new Findings(5);
    await found.of(frame, () => {
      found.tell(loggedOut);
      found.tellTime(epochMs(7));
      found.refuse('bad-page');
    });
    expect(await found.of(frame, () => undefined)).toEqual({ events: [], refused: [] });
  });

  it('is its own where the next frame comes before it is read to the end', async () => {
    const found = new Findings(5);
    const first = found.of(frame, () => found.tell(loggedOut));
    const second = found.of(frame, () => found.refuse('bad-page'));
    expect(await first).toEqual({ events: [loggedOut], refused: [] });
    expect(await second).toEqual({ events: [], refused: ['bad-page'] });
  });

  it.each([
    ['text', '123456'],
    ['bytes', new Uint8Array(6)],
  ])('is a refusal where %s is too large, and nothing reads it', async (_, body) => {
    const found = new Findings(5);
    const read = () => found.tell(loggedOut);
    expect(await found.of(frameOf(body), read)).toEqual({ events: [], refused: ['too-large'] });
  });

  it.each([
    ['what a decoder refuses', new Refused('missing-id'), 'missing-id'],
    ['broken JSON', new SyntaxError('no object'), 'bad-json'],
    ['anything else', new TypeError('no function'), 'bad-frame'],
  ])('is named after the error: %s', async (_, error, name) => {
    const found = new Findings(5);
    const decoded = await found.of(frame, () => {
      found.tell(loggedOut);
      found.tellTime(epochMs(7));
      fail(error)();
    });
    expect(decoded).toEqual({ events: [loggedOut], refused: [name], toldAt: 7 });
  });

  it('goes on behind a part that fails, also where reading takes time', async () => {
    const found = new Findings(5, (error) =>
      error instanceof RangeError ? 'bad-gzip' : 'bad-frame',
    );
    const decoded = await found.of(frame, async () => {
      found.attempt(fail(new RangeError()));
      found.tell(loggedOut);
      await Promise.resolve();
      throw new TypeError('late');
    });
    expect(decoded).toEqual({ events: [loggedOut], refused: ['bad-gzip', 'bad-frame'] });
  });

  it('is in parts of the page only where the platform is known from them', async () => {
    const found = new Findings(20);
    const read = (said: Json, seen: EpochMs) => {
      expect([said, seen]).toEqual([{ kind: 'page' }, 3]);
      return [loggedOut];
    };
    const part: Frame = { ...frameOf('{"kind":"page"}'), at: epochMs(3), via: 'element' };
    expect((await found.ofElement(part, read)).events).toEqual([loggedOut]);
    const nothing = { events: [], refused: [] };
    expect(await found.ofElement({ ...part, via: 'document' }, read)).toEqual(nothing);
    expect(await found.ofElement({ ...part, body: '{' }, read)).toEqual({
      events: [],
      refused: ['bad-json'],
    });
  });
});
