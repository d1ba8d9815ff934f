import type { FollowView, NamedCreator } from '../core/stream-views.ts';
import { selvesOf } from './accounts.ts';
import type { LedgerDatabase } from './database.ts';
import { personViews } from './ledger-rows.ts';

/** Whom the user follows, and the hosts of open pages whom they could. */
export async function followsOf(database: LedgerDatabase): Promise<FollowView> {
  const selves = await selvesOf(database);
  const followed = (await database.followed.toArray()).map(
    ({ platform, person }) => ({ platform, id: person, standing: 'followed' }) as const,
  );
  const shown = (await database.pages.toArray()).flatMap(({ session }) =>
    session === '' ? [] : [session],
  );
  const rooms = await database.sessions.bulkGet([...new Set(shown)]);
  const open = rooms.flatMap((room) => {
    if (room === undefined || room.creator === '') return [];
    const { platform, creator } = room;
    const self = selves.get(platform);
    const known = self?.accounts.has(creator) === true || self?.followed.has(creator) === true;
    return known ? [] : [{ platform, id: creator, standing: 'past' } as const];
  });
  const names = await personViews(database, [...followed, ...open]);
  const named = (each: Omit<NamedCreator, 'person'>): NamedCreator => ({
    ...each,
    person: names.get(`${each.platform}:${each.id}`) ?? { id: each.id, handle: '', name: '' },
  });
  const once = new Map(open.map((each) => [`${each.platform}:${each.id}`, each]));
  return { followed: followed.map(named), open: [...once.values()].map(named) };
}
