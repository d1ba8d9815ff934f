import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import {
  beginTrust,
  confirm,
  furthest,
  pass,
  type TrustedTime,
  trustedNow,
  wake,
} from '../../utils/core/trusted-time.ts';
import { start } from './sightings.ts';

const DAY = 86_400_000;
const at = (ms: number): EpochMs => epochMs(start + ms);
/** A stream was just watched. */
const watched: TrustedTime = confirm(beginTrust(at(0)), at(0), at(0));

describe('trusted time', () => {
  it('passes while a worker runs, whatever the clock is set to', () => {
    expect(pass(watched, 5_000, at(5 * DAY)).elapsed).toBe(5_000);
    expect(pass(watched, 5_000, at(-5 * DAY)).elapsed).toBe(5_000);
  });

  it('does not pass for a clock set forward, neither at once nor once a stream is opened', () => {
    const forward = wake(watched, at(DAY));
    expect(forward.elapsed).toBe(0);
    expect(confirm(forward, at(60_000), at(DAY)).elapsed).toBe(60_000);
  });

  it('does not pass for restarts with clocks set this way and that', () => {
    const turned = [DAY, 0, DAY, 0, 2 * DAY].reduce((time, ms) => wake(time, at(ms)), watched);
    expect(turned.elapsed).toBe(0);
    expect(confirm(turned, at(1_000), at(1_000)).elapsed).toBe(1_000);
  });

  it('passes over a night in which nothing ran, once a stream is opened', () => {
    const morning = wake(watched, at(DAY));
    expect(furthest(morning)).toBe(DAY);
    expect(confirm(morning, at(DAY), at(DAY)).elapsed).toBe(DAY);
  });

  it('counts an offline week before a delay to before it', () => {
    const back = wake(watched, at(7 * DAY));
    const since = furthest(back);
    expect(confirm(back, at(7 * DAY), at(7 * DAY)).elapsed - since).toBe(0);
  });

  it('takes nothing from a stream’s history', () => {
    const later = confirm(watched, at(DAY), at(DAY));
    expect(confirm(later, at(1_000), at(DAY))).toBe(later);
  });

  it('tells the platform’s time, so that a clock set forward begins no new day', () => {
    expect(trustedNow(pass(watched, 5_000, at(3 * DAY)))).toBe(at(5_000));
    expect(trustedNow(beginTrust(at(7)))).toBe(at(7));
  });

  it('is never ahead of the truth, whatever the clock does', () => {
    const step = fc.record({
      what: fc.constantFrom('run', 'sleep', 'stream', 'turn'),
      ms: fc.integer({ min: 0, max: 3 * DAY }),
      turn: fc.integer({ min: -10 * DAY, max: 10 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let truth = 0;
        let offset = 0;
        let time = watched;
        const wall = () => at(truth + offset);
        for (const { what, ms, turn } of steps) {
          if (what === 'turn') offset = turn;
          else if (what === 'stream') time = confirm(time, at(truth), wall());
          else {
            truth += ms;
            time = what === 'run' ? pass(time, ms, wall()) : wake(time, wall());
          }
          expect(time.elapsed).toBeLessThanOrEqual(truth);
        }
        expect(confirm(time, at(truth), wall()).elapsed).toBeLessThanOrEqual(truth);
      }),
      { numRuns: 500 },
    );
  });

  it('is the truth at the next stream of somebody whose clock is right', () => {
    const step = fc.record({
      what: fc.constantFrom('run', 'sleep', 'stream'),
      ms: fc.integer({ min: 0, max: 3 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let truth = 0;
        let time = watched;
        for (const { what, ms } of steps) {
          if (what === 'stream') {
            time = confirm(time, at(truth), at(truth));
          } else {
            truth += ms;
            time = what === 'run' ? pass(time, ms, at(truth)) : wake(time, at(truth));
          }
        }
        expect(confirm(time, at(truth), at(truth)).elapsed).toBe(truth);
      }),
    );
  });
});
