import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRACE_MS, isOnAir, liveStreams, type RoomSight } from '../../utils/core/live-stream.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import { addSpan, noSpans, type Spans } from '../../utils/core/spans.ts';
import { epochMs } from '../../utils/core/time.ts';
import { account, start } from './sightings.ts';

const minute = (n: number) => epochMs(start + n * 60_000);
const first = minuteOf(start);

/** The minutes from `from` to `to` after the start, both included. */
const minutes = (...ranges: readonly (readonly [number, number])[]): Spans =>
  ranges.reduce((spans, [from, to]) => addSpan(spans, first + from - 1, first + to), noSpans);

function room(id: string, from: number, to: number, part: Partial<RoomSight> = {}): RoomSight {
  return {
    id: `tiktok:${id}`,
    platform: 'tiktok',
    creator: account('99'),
    title: '',
    firstAt: minute(from),
    lastAt: minute(to),
    endedAt: null,
    watched: noSpans,
    ...part,
  };
}

describe('streams', () => {
  it('are one where the next room begins within the grace period, with a break between', () => {
    const [stream, ...more] = liveStreams([
      room('2', 70, 120, { title: 'Again', endedAt: minute(110) }),
      room('1', 0, 60, { title: 'Evening' }),
    ]);
    expect(more).toEqual([]);
    expect(stream).toMatchObject({
      rooms: ['tiktok:1', 'tiktok:2'],
      title: 'Again',
      from: minute(0),
      to: minute(110),
      ended: true,
      breaks: [{ from: minute(60), to: minute(70) }],
      gaps: null,
      liveMs: 100 * 60_000,
    });
  });

  it.each([
    ['later than that', [room('1', 0, 60), room('2', 76, 90)]],
    ['by others', [room('1', 0, 60), room('2', 61, 90, { creator: account('98') })]],
    ['by nobody known', [room('1', 0, 60, { creator: '' }), room('2', 61, 90, { creator: '' })]],
  ])('are several %s', (_, rooms) => {
    expect(liveStreams(rooms)).toHaveLength(2);
  });

  it('are on air until the platform says that they ended, or nothing was seen for long', () => {
    const [open] = liveStreams([room('1', 0, 60)]);
    const [over] = liveStreams([room('1', 0, 60, { endedAt: minute(60) })]);
    if (open === undefined || over === undefined) throw new Error('no stream');
    expect(isOnAir(open, epochMs(minute(60) + GRACE_MS))).toBe(true);
    expect(isOnAir(open, epochMs(minute(61) + GRACE_MS))).toBe(false);
    expect(isOnAir(over, minute(60))).toBe(false);
  });

  it('tell the minutes in which nothing was seen', () => {
    const watched = minutes([2, 9], [12, 20], [40, 50]);
    const [stream] = liveStreams([room('1', 0, 60, { watched, endedAt: minute(30) })]);
    expect(stream?.gaps).toEqual([
      { from: minute(0), to: minute(2) },
      { from: minute(10), to: minute(12) },
      { from: minute(21), to: minute(30) },
    ]);
  });

  const anyRooms = fc
    .array(
      fc.record({
        at: fc.nat(300),
        length: fc.nat(60),
        seen: fc.array(fc.tuple(fc.nat(360), fc.nat(20)), { minLength: 1, maxLength: 6 }),
        creator: fc.constantFrom('98', '99'),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ at, length, seen, creator }, n) =>
        room(String(n), at, at + length, {
          creator: account(creator),
          watched: minutes(...seen.map(([from, more]) => [from, from + more] as const)),
        }),
      ),
    );

  it('hold every room once; what is on air, and what of it was not seen, is what a count of minutes says', () => {
    fc.assert(
      fc.property(anyRooms, (rooms) => {
        const streams = liveStreams(rooms);
        expect(liveStreams(rooms.toReversed())).toEqual(streams);
        expect(streams.flatMap((each) => each.rooms).sort()).toEqual(
          rooms.map(({ id }) => id).sort(),
        );
        for (const stream of streams) {
          const own = rooms.filter(({ id }) => stream.rooms.includes(id));
          const covered = new Set<number>();
          for (const { firstAt, lastAt } of own) {
            for (let at = minuteOf(firstAt); at < minuteOf(lastAt); at += 1) covered.add(at);
          }
          expect(stream.liveMs).toBe(covered.size * 60_000);
          const missed = own.reduce((sum, { firstAt, lastAt, watched }) => {
            let count = sum;
            for (let at = minuteOf(firstAt); at < minuteOf(lastAt); at += 1) {
              if (addSpan(watched, at - 1, at).join() !== watched.join()) count += 1;
            }
            return count;
          }, 0);
          const told = (stream.gaps ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
          expect(told).toBe(missed * 60_000);
        }
      }),
    );
  });
});
