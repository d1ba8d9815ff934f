import * as z from 'zod/mini';
import type { ReplayedRow } from '../../tools/replay-file.ts';
import { sumOf, type Truth } from './truth.ts';

const text = z.nullish(z.string());
const number = z.nullish(z.number());

const truth = z.object({
  unique: z.number(),
  kicksTotalUnique: z.number(),
  giftSubsTotalUnique: z.number(),
  events: z.array(
    z.object({
      type: z.enum(['kicks_gift', 'gifted_subs', 'sub']),
      id: text,
      senderId: text,
      sender: text,
      amount: number,
      count: number,
      currency: text,
      giftId: text,
      giftName: text,
      channelId: text,
      chatroomId: text,
      createdAt: text,
    }),
  ),
});

type KickEvent = z.infer<typeof truth>['events'][number];

/** The truth lists each announcement; ours are payments, so those of one id are taken once. */
function once(events: readonly KickEvent[]): KickEvent[] {
  const known = new Set<string>();
  return events.filter(({ type, id }) => {
    if (!id) return true;
    const fresh = !known.has(`${type} ${id}`);
    known.add(`${type} ${id}`);
    return fresh;
  });
}

const wantedOf = (event: KickEvent) => ({
  type: event.type,
  id: event.id ?? 'made up',
  senderId: event.senderId,
  sender: event.sender,
  amount: event.amount ?? null,
  unit: event.currency === 'KICKS' ? 'kick:kick' : null,
  count: event.count ?? 1,
  gift: event.giftId ? { id: event.giftId, name: event.giftName } : null,
  where: event.channelId ?? event.chatroomId,
  at: event.createdAt ? Date.parse(event.createdAt) : 0,
});

/** Keys that are not the platform's own are our making: the truth has none there. */
const madeUp = /^[\da-f]{16}$/;

function readOf({ kind, id, sender, amount, unit, count, gift, room, at }: ReplayedRow) {
  const [, what, ...rest] = id.split(':');
  const own = rest.join(':');
  return {
    type: kind === 'gift' ? 'kicks_gift' : what === 'gifted' ? 'gifted_subs' : 'sub',
    id: what === 'subscription' || madeUp.test(own) ? 'made up' : own,
    senderId: sender?.id ?? null,
    sender: sender?.handle,
    amount,
    unit,
    count,
    gift,
    where: room.replace(/^\./, ''),
    at,
  };
}

/** The truth about Kick's recordings: KICKs, gifted subscriptions, subscriptions. */
export const kickTruth: Truth = (expected, rows) => {
  const { events, unique, kicksTotalUnique, giftSubsTotalUnique } = z.parse(truth, expected);
  const gifted = rows.filter(({ id }) => id.startsWith('kick:gifted:'));
  return {
    read: rows.map(readOf),
    wanted: once(events).map(wantedOf),
    sums: {
      rows: rows.length,
      kicks: sumOf(rows, ({ amount }) => amount),
      gifted: sumOf(gifted, ({ count }) => count),
    },
    wantedSums: { rows: unique, kicks: kicksTotalUnique, gifted: giftSubsTotalUnique },
  };
};
