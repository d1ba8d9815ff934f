import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Creator,
  isAskedFor,
  readWhose,
  usualWhose,
  whoseText,
} from '../../utils/core/creator.ts';
import {
  compareAddress,
  readStreamsAddress,
  streamAddress,
  streamsAddress,
} from '../../utils/core/streams-address.ts';
import type { Month } from '../../utils/core/time.ts';
import { readTimesAddress, timesAddress } from '../../utils/core/times-address.ts';
import { account } from './sightings.ts';

const chosen = (address: string) => new URLSearchParams(address.split('?')[1] ?? '');
const read = (address: string) => readStreamsAddress(chosen(address), ['tiktok', 'kick']);
const id = fc.string({ minLength: 1, maxLength: 40 });
const room = id.map((text) => `tiktok:${text}` as const);

describe('the address of the streams’ screen', () => {
  it('says what is shown: reading what was written gives the same', () => {
    fc.assert(
      fc.property(room, (stream) => {
        expect(read(streamAddress(stream))).toEqual({ show: 'stream', stream });
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(room, { minLength: 2, maxLength: 4 }), (streams) => {
        expect(read(compareAddress(streams))).toEqual({ show: 'compare', streams });
      }),
    );
    fc.assert(
      fc.property(id, (text) => {
        const whose = { platform: 'kick', id: account(text) } as const;
        expect(read(streamsAddress(whose))).toEqual({ show: 'list', whose });
        expect(readWhose(whoseText(whose), ['kick'])).toEqual(whose);
      }),
    );
  });

  it('shows the list where it cannot be read, and never more than four side by side', () => {
    for (const address of [
      '#streams',
      '#streams?stream=',
      '#streams?stream=nowhere:7',
      '#streams?compare=tiktok:1',
      '#streams?compare=tiktok:1&compare=tiktok:1',
      '#streams?whose=nobody',
    ]) {
      expect(read(address)).toEqual({ show: 'list', whose: null });
    }
    const many = ['1', '2', '3', '4', '5'].map((n) => `tiktok:${n}` as const);
    expect(read(compareAddress(many))).toEqual({ show: 'compare', streams: many.slice(0, 4) });
  });

  it('of gifts and times says the period and for whom', () => {
    const month = '2026-11' as Month;
    const period = { kind: 'year', year: 2025 } as const;
    expect(readTimesAddress(chosen(timesAddress(period, 'all')), month, ['tiktok'])).toEqual({
      period,
      whose: 'all',
    });
    expect(readTimesAddress(chosen('#times'), month, ['tiktok'])).toEqual({
      period: { kind: 'month', month },
      whose: null,
    });
  });
});

describe('for whom', () => {
  const creator = (text: string, standing: Creator['standing']): Creator => ({
    platform: 'tiktok',
    id: account(text),
    standing,
  });
  const [me, mira, noor] = [creator('1', 'own'), creator('2', 'followed'), creator('3', 'past')];

  it('is the user, unless they only follow others', () => {
    expect(usualWhose([])).toBe('mine');
    expect(usualWhose([me, mira])).toBe('mine');
    expect(usualWhose([mira])).toEqual({ platform: 'tiktok', id: mira.id });
    expect(usualWhose([mira, noor])).toBe('all');
  });

  it('never mixes what came in for the user with what came in for creators they follow', () => {
    const rows = ['1', '2', '3', '4', ''].map((text) => ({
      platform: 'tiktok' as const,
      creator: account(text),
    }));
    const asked = (whose: Parameters<typeof isAskedFor>[0]) =>
      rows.filter((row) => isAskedFor(whose, [me, mira, noor], row)).map((row) => row.creator);
    expect(asked('mine')).toEqual(['1', '4', '']);
    expect(asked({ platform: 'tiktok', id: mira.id })).toEqual(['2']);
    expect(asked({ platform: 'kick', id: mira.id })).toEqual([]);
    expect(asked('all')).toHaveLength(5);
  });
});
