import { describe, expect, it, vi } from 'vitest';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import { Outbox } from '../../utils/messaging/outbox.ts';
import { sighting } from '../core/sightings.ts';

function setUp(send: (events: readonly CaptureEvent[]) => Promise<void>) {
  const stored: number[] = [];
  const refused: number[] = [];
  const controller = new AbortController();
  const outbox = new Outbox({
    send,
    onStored: (frame) => stored.push(frame),
    onRefused: (frames) => refused.push(frames),
    signal: controller.signal,
  });
  return { outbox, stored, refused, controller };
}

const one = [sighting()];

describe('the outbox', () => {
  it('acknowledges a frame without events at once, and one with events when it is stored', async () => {
    const answer = Promise.withResolvers<void>();
    const { outbox, stored } = setUp(() => answer.promise);
    outbox.add(1, []);
    expect(stored).toEqual([1]);
    outbox.add(2, one);
    outbox.add(3, []);
    expect(stored).toEqual([1]);
    answer.resolve();
    await vi.waitFor(() => expect(stored).toEqual([1, 3]));
  });

  it('gathers what comes while a batch is on its way', async () => {
    const batches: number[] = [];
    const first = Promise.withResolvers<void>();
    const { outbox, stored } = setUp((events) => {
      batches.push(events.length);
      return batches.length === 1 ? first.promise : Promise.resolve();
    });
    for (let frame = 1; frame <= 4; frame += 1) outbox.add(frame, one);
    first.resolve();
    await vi.waitFor(() => expect(stored.at(-1)).toBe(4));
    expect(batches).toEqual([1, 3]);
  });

  it('sends again until it is answered, and loses and reorders nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const arrived: number[] = [];
    let failures = 3;
    const { outbox, stored } = setUp(async (events) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('no receiver');
      }
      arrived.push(...events.map((event) => (event.type === 'gift' ? event.count : 0)));
    });
    for (let count = 1; count <= 5; count += 1) outbox.add(count, [sighting({ count })]);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(arrived).toEqual([1, 2, 3, 4, 5]);
    expect(stored.at(-1)).toBe(5);
  });

  it('takes a worker that never answers for dead', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let calls = 0;
    const { outbox, stored } = setUp(() => {
      calls += 1;
      return calls === 1 ? new Promise(() => undefined) : Promise.resolve();
    });
    outbox.add(1, one);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(calls).toBe(2);
    expect(stored).toEqual([1]);
  });

  it('gives up a batch that was refused as no batch, and goes on', async () => {
    const bad = Object.assign(new Error('not an event'), { name: 'BadMessage' });
    let calls = 0;
    const { outbox, stored, refused } = setUp(async () => {
      calls += 1;
      if (calls === 1) throw bad;
    });
    outbox.add(1, one);
    outbox.add(2, one);
    await vi.waitFor(() => expect(stored).toEqual([1, 2]));
    expect(refused).toEqual([1]);
  });

  it('stops when its script is outdated, and acknowledges nothing more', async () => {
    const { outbox, stored, controller } = setUp(async () => {
      controller.abort();
      throw new Error('Extension context invalidated.');
    });
    outbox.add(1, one);
    outbox.add(2, one);
    await vi.waitFor(() => expect(controller.signal.aborted).toBe(true));
    expect(stored).toEqual([]);
    expect(outbox.waiting).toBe(2);
  });

  it('sends many events in several batches', async () => {
    const sizes: number[] = [];
    const { outbox, stored } = setUp(async (events) => {
      sizes.push(events.length);
    });
    const many = Array.from({ length: 200 }, () => sighting());
    for (let frame = 1; frame <= 9; frame += 1) outbox.add(frame, many);
    await vi.waitFor(() => expect(stored.at(-1)).toBe(9));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    expect(sizes.reduce((a, b) => a + b)).toBe(1800);
  });
});

describe('a ledger that cannot be written for a day', () => {
  it('keeps what waits bounded: the oldest goes and is counted, what is on its way stays', async () => {
    const answer = Promise.withResolvers<void>();
    const counts: number[] = [];
    let dropped = 0;
    const outbox = new Outbox({
      send: (events) => {
        counts.push(...events.map((event) => (event.type === 'gift' ? event.count : 0)));
        return answer.promise;
      },
      onStored: () => undefined,
      onRefused: () => undefined,
      onDropped: () => {
        dropped += 1;
      },
      signal: new AbortController().signal,
    });
    for (let frame = 1; frame <= 25_000; frame += 1) {
      outbox.add(frame, [sighting({ count: frame })]);
    }
    expect(outbox.waiting).toBe(20_000);
    expect(dropped).toBe(5_000);
    answer.resolve();
    await vi.waitFor(() => expect(outbox.waiting).toBe(0));
    expect(counts[0]).toBe(1);
    expect(counts[1]).toBe(5_002);
    expect(counts.length).toBe(20_000);
  });
});
