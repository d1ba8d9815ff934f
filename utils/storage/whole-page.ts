import type { LedgerDatabase, StoredPage } from './database.ts';

/**
 * A tab's page as a whole: its own frame with what the frames inside of it carry, since some sites have their chat in one.
 * Frames of earlier pages stay known for as long as the tab is there, so only those count that show the same stream; where
 * the page itself knows none, though its address is one of a stream, the frame that was heard of last tells it.
 * Undefined where capture does not run in the page itself.
 */
export function wholePage(frames: readonly StoredPage[]): StoredPage | undefined {
  const page = frames.find(({ frame }) => frame === 0);
  if (page === undefined) return undefined;
  const inside = frames.filter(
    ({ frame, platform, session }) => frame !== 0 && platform === page.platform && session !== '',
  );
  const [latest] = inside.toSorted((a, b) => b.seenAt - a.seenAt);
  const session = page.session === '' && page.onStream ? (latest?.session ?? '') : page.session;
  const same = inside.filter((each) => each.session === session);
  const sum = (of: 'frames' | 'sockets') =>
    same.reduce((all, { health }) => all + health[of], page.health[of]);
  return {
    ...page,
    session,
    health: { ...page.health, frames: sum('frames'), sockets: sum('sockets') },
  };
}

/** The page that a tab shows, as a whole. */
export async function pageOfTab(
  { pages }: LedgerDatabase,
  tab: number,
): Promise<StoredPage | undefined> {
  return wholePage(await pages.where('tab').equals(tab).toArray());
}

/** The pages of all tabs, each as a whole. */
export async function pagesOfTabs({ pages }: LedgerDatabase): Promise<StoredPage[]> {
  const byTab = Map.groupBy(await pages.toArray(), ({ tab }) => tab);
  return [...byTab.values()].flatMap((frames) => wholePage(frames) ?? []);
}
