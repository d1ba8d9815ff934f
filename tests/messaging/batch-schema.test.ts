import { describe, expect, it } from 'vitest';
import { BadMessage, parseBatch, parseOverlayChange } from '../../utils/messaging/batch-schema.ts';
import { sighting } from '../core/sightings.ts';

const page = {
  platform: 'tiktok',
  nonce: 'abc',
  room: '7001',
  onStream: true,
  late: false,
  toldAt: 5,
  counts: {
    frames: 1,
    gifts: 1,
    sockets: 1,
    lastFrameAt: null,
    lastGiftAt: 5,
    refused: { 'bad-gzip': 2 },
    dropped: 0,
    unknown: {},
  },
};

describe('a batch from a page', () => {
  it('is taken as it is where it is right', () => {
    const events = [sighting(), { type: 'account', platform: 'tiktok', me: null }];
    expect(parseBatch({ page, events })).toEqual({ page, events, bad: 0 });
  });

  it.each([
    ['a negative count', { count: -1 }],
    ['a count of nothing', { count: 0 }],
    ['a fraction', { count: 1.5 }],
    ['a billion coins', { unitPrice: 1_000_000_000 }],
    ['a price beyond 2^53', { unitPrice: 2 ** 60 }],
    ['another unit', { unit: 'tiktok:diamond' }],
    ['a key with markup', { key: '<img src=x>' }],
    ['an endless name', { sender: { id: '1', handle: '', name: 'x'.repeat(10_000) } }],
    ['a time before time', { at: -5 }],
    ['a time after time', { at: 1e300 }],
    ['more than an event holds', { extra: 1 }],
    ['a prototype', { sender: { id: '1', handle: '', name: '', ['__proto__' + '']: {} } }],
  ])('loses an event with %s, and only that', (_what, part) => {
    const parsed = parseBatch({ page, events: [sighting(), { ...sighting(), ...part }] });
    expect(parsed).toMatchObject({ bad: 1 });
    expect(parsed.events).toEqual([sighting()]);
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    {},
    { page, events: {} },
    { page: { ...page, platform: 'other' }, events: [] },
    { page, events: Array.from({ length: 2001 }, () => sighting()) },
  ])('is refused by name where it is none: %j', (data) => {
    expect(() => parseBatch(data)).toThrow(BadMessage);
  });
});

describe('a change of the overlay', () => {
  it('keeps what it says and nothing else', () => {
    const change = { platform: 'tiktok', settings: { shape: 'dot' }, hideHere: true };
    expect(parseOverlayChange(change)).toEqual(change);
    expect(parseOverlayChange({ platform: 'tiktok' })).toEqual({ platform: 'tiktok' });
  });

  it.each([
    { settings: { shape: 'star' } },
    { settings: { place: { corner: 'middle', x: 1, y: 1 } } },
  ])('is refused where it is none: %j', (part) => {
    expect(() => parseOverlayChange({ platform: 'tiktok', ...part })).toThrow(BadMessage);
  });
});
