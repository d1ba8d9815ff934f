import type { RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

/** The user, whose stream is 7002, the creator of 7001, and two people who give in 7002. */
export const me = { id: account('900011'), handle: 'kai.watches', name: 'Kai' };
export const mira = { id: account('900099'), handle: 'mira.plays', name: 'Mira' };
export const noor = { id: account('900055'), handle: 'noor.live', name: 'Noor' };
export const noorAgain = { id: account('900056'), handle: 'noor.two', name: 'Noor' };
/** Minutes after the beginning. */
export const minute = (n: number) => epochMs(start + n * 60_000);
export const context = { ...listedCosts, now: minute(60), cataloguePrice: () => null };

export function roomSeen(id: string, host: typeof me, at = start): RoomSeen {
  return {
    type: 'room',
    platform: 'tiktok',
    room: room(id),
    at,
    host,
    title: `With ${host.name}`,
    ended: false,
    current: true,
  };
}

export const sentKey = 'tiktok:gift:7001:1' as EntryId;
export const sent = sighting({
  key: sentKey,
  sender: me,
  recipient: null,
  count: 10,
  added: null,
  ended: true,
  at: minute(1),
});
export const receivedKey = `tiktok:streak:7002:${noor.id}:5655:1` as EntryId;
export const received = sighting({
  key: receivedKey,
  room: room('7002'),
  sender: noor,
  recipient: null,
  count: 3,
  added: null,
  ended: true,
  at: minute(2),
});

/** What the totals of days say in one direction. */
export async function dayOf(database: LedgerDatabase, direction: string) {
  const rows = (await database.dayTotals.toArray()).filter((row) => row.direction === direction);
  return rows.map(({ creator, units, entries, exact, paid, listed }) => ({
    creator,
    units,
    entries,
    cents: [exact, paid, listed].map((part) => part / 10_000),
  }));
}
