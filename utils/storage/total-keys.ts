import type {
  GifterTotal,
  GiftTotal,
  MinuteTotal,
  SupporterTotal,
} from '../core/received-totals.ts';
import type { DayTotal, HourTotal, MonthTotal, SessionTotal } from '../core/totals.ts';

/** The primary key of each table of totals, in the order of its schema. */
export const totalKeys = {
  dayTotals: ({ day, platform, creator, direction, kind, unit }: DayTotal) => [
    day,
    platform,
    creator,
    direction,
    kind,
    unit,
  ],
  monthTotals: ({ creator, month, platform, direction, kind, unit, end }: MonthTotal) => [
    creator,
    month,
    platform,
    direction,
    kind,
    unit,
    end,
  ],
  sessionTotals: ({ session, direction, kind, unit }: SessionTotal) => [
    session,
    direction,
    kind,
    unit,
  ],
  hourTotals: ({ month, direction, platform, creator, kind, unit, slot }: HourTotal) => [
    month,
    direction,
    platform,
    creator,
    kind,
    unit,
    slot,
  ],
  gifterTotals: ({ day, session, creator, person, unit }: GifterTotal) => [
    day,
    session,
    creator,
    person,
    unit,
  ],
  supporterTotals: ({ platform, creator, person, unit }: SupporterTotal) => [
    platform,
    creator,
    person,
    unit,
  ],
  giftTotals: ({ day, session, creator, gift, unit }: GiftTotal) => [
    day,
    session,
    creator,
    gift,
    unit,
  ],
  minuteTotals: ({ session, minute, unit }: MinuteTotal) => [session, minute, unit],
};
