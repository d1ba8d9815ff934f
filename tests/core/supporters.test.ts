import { describe, expect, it } from 'vitest';
import { LAPSED_AFTER_DAYS, standingOf, supporterOf } from '../../utils/core/supporters.ts';
import type { Day } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import { account } from './sightings.ts';

const gave = (day: string, session: SessionId) => ({
  platform: 'tiktok' as const,
  creator: account('99'),
  day: day as Day,
  session,
});

describe('a supporter', () => {
  it('is new in the session of their first gift; the lower room of a day came first', () => {
    expect(
      supporterOf(
        [
          gave('2026-11-23', 'tiktok:7003'),
          gave('2026-11-22', 'tiktok:10001'),
          gave('2026-11-22', 'tiktok:7002'),
          gave('2026-11-23', 'tiktok:10001'),
        ],
        account('11'),
      ),
    ).toEqual({
      platform: 'tiktok',
      creator: '99',
      person: '11',
      first: '2026-11-22',
      last: '2026-11-23',
      sessions: 3,
      firstSession: 'tiktok:7002',
    });
  });

  it('is none without a gift, and has no session by a payment entered by hand', () => {
    expect(supporterOf([], account('11'))).toBeNull();
    expect(supporterOf([gave('2026-11-22', 'tiktok:')], account('11'))).toMatchObject({
      sessions: 0,
      firstSession: 'tiktok:',
    });
  });

  it.each([
    ['2026-11-22', 1, 'first-time'],
    ['2026-11-22', 2, 'returning'],
    ['2026-10-23', 5, 'returning'],
    ['2026-10-22', 5, 'lapsed'],
    ['2026-10-22', 1, 'lapsed'],
  ] as const)('who gave last on %s, in %i sessions, is %s a month later', (last, sessions, is) => {
    expect(LAPSED_AFTER_DAYS).toBe(30);
    expect(standingOf({ last: last as Day, sessions }, '2026-11-22' as Day)).toBe(is);
  });
});
