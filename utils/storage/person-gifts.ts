import type { AccountId, GiftId, PlatformId } from '../core/ids.ts';
import { sumOfGifts } from '../core/leaderboard.ts';
import type { OnPlatform } from '../core/ledger-filter.ts';
import { type GiftTotal, receivedSharesOf } from '../core/received-totals.ts';
import type { PersonGift } from '../core/supporter-views.ts';
import { giverOf } from '../core/totals.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** Of how many of somebody's latest entries it is told which gifts they are: enough to know what they like. */
export const LATEST_ENTRIES = 2_000;

/** Gifts that are told. */
const MOST_GIFTS = 12;

/**
 * Which gifts somebody gives, those given most often first. Read from their latest entries through the indexes on who
 * gave, so that neither the ledger's length nor a total of every person and gift has to be paid for. `of` is how many
 * entries were looked at where there are more; null where it was all of them.
 */
export async function giftsThatPersonGives(
  database: LedgerDatabase,
  accounts: readonly OnPlatform<AccountId>[],
  isTo: (entry: Pick<StoredEntry, 'platform' | 'creator'>) => boolean,
): Promise<{ readonly gifts: readonly PersonGift[]; readonly of: number | null }> {
  const read = await Promise.all(
    accounts.flatMap(({ id }) => [
      latest(database, '[sender+at]', id),
      latest(database, '[giver+at]', id),
    ]),
  );
  const theirs = read
    .flat()
    .filter(
      (entry) =>
        isTo(entry) &&
        accounts.some(({ platform, id }) => entry.platform === platform && giverOf(entry) === id),
    );
  const newest = theirs.sort((a, b) => b.at - a.at).slice(0, LATEST_ENTRIES);
  const isAll =
    newest.length === theirs.length && read.every((some) => some.length < LATEST_ENTRIES);
  const shares = newest.flatMap((entry) => receivedSharesOf(entry)?.gift ?? []);
  const groups = [
    ...Map.groupBy(shares, ({ platform, gift }) => `${platform}:${gift}`).values(),
  ].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [{ ...first, sum: sumOfGifts(rows) }];
  });
  const most = groups
    .sort((a, b) => b.sum.gifts - a.sum.gifts || (a.gift < b.gift ? -1 : 1))
    .slice(0, MOST_GIFTS);
  const names = await giftNames(database, most);
  return {
    gifts: most.map(({ platform, gift, sum }) => ({
      platform,
      gift: gift === '' ? null : gift,
      name: names.get(`${platform}:${gift}`) ?? '',
      sum,
    })),
    of: isAll ? null : newest.length,
  };
}

async function giftNames(
  { gifts }: LedgerDatabase,
  wanted: readonly Pick<GiftTotal, 'platform' | 'gift'>[],
): Promise<ReadonlyMap<string, string>> {
  const known = await gifts.bulkGet(
    wanted.flatMap(({ platform, gift }): [PlatformId, GiftId][] =>
      gift === '' ? [] : [[platform, gift]],
    ),
  );
  return new Map(
    known.flatMap((row) => (row === undefined ? [] : [[`${row.platform}:${row.id}`, row.name]])),
  );
}

async function latest(
  { entries }: LedgerDatabase,
  index: '[sender+at]' | '[giver+at]',
  person: AccountId,
): Promise<StoredEntry[]> {
  return entries
    .where(index)
    .between([person, 0], [person, Number.MAX_VALUE])
    .reverse()
    .limit(LATEST_ENTRIES)
    .toArray();
}
