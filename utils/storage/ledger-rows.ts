import { middleOf } from '../core/conversion.ts';
import { amountOf } from '../core/entry.ts';
import { isObserved, stateOf } from '../core/entry-state.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { LedgerRow } from '../core/ledger-views.ts';
import { moneyOf } from '../core/summing.ts';
import { giverOf } from '../core/totals.ts';
import type { PersonView } from '../core/views.ts';
import { knownWorth } from '../core/worth.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { readWorthRates } from './worth.ts';

/** Entries as rows of the ledger's list, in the same order; each name is looked up once. */
export async function ledgerRows(
  database: LedgerDatabase,
  entries: readonly StoredEntry[],
): Promise<readonly LedgerRow[]> {
  const people = await peopleOf(database, entries);
  const gifts = await giftNames(database, entries);
  const rates = await readWorthRates(database);
  return entries.map((entry) => {
    const units = entry.unit === null ? null : amountOf(entry);
    const worth =
      entry.kind === 'chest' || entry.unit === null || units === null
        ? null
        : knownWorth(units, rates(entry.unit));
    return {
      id: entry.id,
      platform: entry.platform,
      kind: entry.kind,
      state: stateOf(entry),
      observed: isObserved(entry),
      at: entry.at,
      other: people.get(`${entry.platform}:${otherOf(entry)}`) ?? null,
      gift: gifts.get(`${entry.platform}:${entry.gift}`) || (entry.byHand?.giftName ?? ''),
      count: entry.count,
      unit: entry.unit,
      units,
      ...moneyOf(entry.cost),
      worth: worth === null ? null : middleOf(worth),
      direction: entry.direction,
      correction: correctionOf(entry),
    };
  });
}

function correctionOf({ correction }: StoredEntry): LedgerRow['correction'] {
  if (correction === undefined) return null;
  return correction.voided === true ? 'void' : 'corrected';
}

/** Whom an entry names to the user: the creator of what was sent, the giver of what was received. */
function otherOf(entry: StoredEntry): AccountId | '' {
  return entry.direction === 'sent' ? entry.creator : (giverOf(entry) ?? '');
}

async function peopleOf(
  database: LedgerDatabase,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, PersonView>> {
  const ids = entries.flatMap((entry) => {
    const id = otherOf(entry);
    return id === '' ? [] : [{ platform: entry.platform, id }];
  });
  return personViews(database, ids);
}

/** Names to show, by platform and id; only the id where no name is known. */
export async function personViews(
  { people }: LedgerDatabase,
  wanted: readonly { readonly platform: PlatformId; readonly id: AccountId }[],
): Promise<ReadonlyMap<string, PersonView>> {
  const each = new Map(wanted.map((one) => [`${one.platform}:${one.id}`, one]));
  const keys = [...each.values()].map(({ platform, id }): [PlatformId, AccountId] => [
    platform,
    id,
  ]);
  const known = await people.bulkGet(keys);
  return new Map(
    [...each].map(([key, { id }], index) => {
      const person = known[index];
      return [key, { id, handle: person?.handle ?? '', name: person?.name ?? '' }];
    }),
  );
}

async function giftNames(
  { gifts }: LedgerDatabase,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(
    entries.flatMap(({ platform, gift }) =>
      gift === null ? [] : [[`${platform}:${gift}`, [platform, gift] as const]],
    ),
  );
  const known = await gifts.bulkGet([...ids.values()].map(([platform, id]) => [platform, id]));
  return new Map([...ids.keys()].map((key, index) => [key, known[index]?.name ?? '']));
}
