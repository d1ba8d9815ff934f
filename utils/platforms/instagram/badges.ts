import type { GiftSeen, Person } from '../../core/gift-event.ts';
import type { EntryId, GiftId, RoomId } from '../../core/ids.ts';
import type { EpochMs } from '../../core/time.ts';
import { at, type Json, listAt, numberAt, parseJson, textAt } from '../json.ts';
import { believedTime, checkedCount } from '../limits.ts';
import { Refused } from '../refused.ts';
import { personIn } from './people.ts';

/** One thing that an answer states of somebody's badges in a stream. */
export interface Badge {
  /** Who has it, or a number that stands for them or for a comment of theirs. */
  readonly of: Person | string;
  readonly tier: string;
  readonly count: number;
  /** When it was bought, in ms; 0 where that is not told. */
  readonly at: number;
}

/** What is known around a badge. */
export interface Surroundings {
  readonly seen: EpochMs;
  readonly room: RoomId;
}

/**
 * What an answer of `get_comment` states of badges, one part after the other, as functions: each may refuse what it
 * holds. Gives nothing where the answer does not speak of badges.
 */
export function badgesIn(answer: Json): (() => Badge | null)[] {
  const told = at(answer, 'user_pay_supporter_info') ?? at(answer, 'user_pay_supporters_info');
  if (told === null) return [];
  const info = typeof told === 'string' ? parseJson(told) : told;
  if (!isRecord(info)) throw new Refused('bad-message', 'supporters');
  return [
    ...listAt(info, 'new_supporters').map((supporter) => () => newSupporter(supporter)),
    ...entriesOf(at(info, 'supporters_in_comments_v2')).map(
      ([of, state]) =>
        () =>
          stated(of, textAt(state, 'support_tier'), at(state, 'badges_count')),
    ),
    ...entriesOf(at(info, 'supporters_in_comments')).map(
      ([of, tier]) =>
        () =>
          tier === null ? null : stated(of, textAt(tier), null),
    ),
  ];
}

function newSupporter(supporter: Json): Badge {
  const of = personIn(at(supporter, 'user'));
  if (of === null) throw new Refused('missing-id', 'supporter');
  const seconds = numberAt(supporter, 'ts_secs') ?? 0;
  const tier = textAt(supporter, 'support_tier');
  return { of, tier, count: 1, at: Math.floor(seconds * 1000) };
}

/** At least one where no number is told; null for none. */
function stated(of: string, tier: string, told: Json): Badge | null {
  const count = told === null ? 1 : (numberAt({ told }, 'told') ?? Number.NaN);
  return count === 0 ? null : { of, tier, count: checkedCount(count), at: 0 };
}

/**
 * The payment of a badge. One person's badges in one stream are one entry: the answer says how many they have by now and
 * not what was bought when. What they cost it does not say, and where they were bought prices differ: see `README.md`.
 */
export function badgePayment(
  { tier, count, at: boughtAt }: Badge,
  sender: Person,
  { seen, room }: Surroundings,
): GiftSeen {
  return {
    type: 'gift',
    kind: 'gift',
    platform: 'instagram',
    key: `instagram:badge:${room}:${sender.id}` as EntryId,
    room,
    at: believedTime(boughtAt, seen),
    sender,
    recipient: null,
    gift: {
      // Which level a tier's name stands for is not known; it is kept for the day on which it is.
      id: (/^[\w-]{1,40}$/.test(tier) ? `badge.${tier}` : 'badge') as GiftId,
      name: 'Badge',
      icon: '',
    },
    unit: null,
    unitPrice: null,
    count,
    ended: true,
    added: null,
    evidence: 'page',
  };
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of an object; none of `null`. Anything else is a form that is not known. */
function entriesOf(value: Json): [string, Json][] {
  if (value === null) return [];
  if (!isRecord(value)) throw new Refused('bad-message', 'supporters');
  return Object.entries(value);
}
