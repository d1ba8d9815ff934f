import type { AddedEntry, Correction } from '../core/correction.ts';
import type { EntryId } from '../core/ids.ts';
import type { EntryCorrection } from '../core/operation.ts';
import { noSpans } from '../core/spans.ts';
import { dayAndHourOf, type TimeZone } from '../core/time.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import type { LedgerChanges } from './ledger-changes.ts';
import { spendOf } from './spends.ts';

/** An entry as the user corrected it; without a correction where there is none. Without a cost where it is no spend. */
export function withCorrection(
  { correction: _before, ...entry }: StoredEntry,
  correction: Correction | undefined,
): StoredEntry {
  const corrected = correction === undefined ? entry : { ...entry, correction };
  return spendOf(corrected) === null ? { ...corrected, cost: null } : corrected;
}

/** What the user knows better about payments, by their ids. */
export async function correctionsOf(
  { corrections }: LedgerDatabase,
  ids: readonly EntryId[],
): Promise<Map<EntryId, Correction>> {
  const rows = ids.length === 0 ? [] : await corrections.bulkGet([...ids]);
  return new Map(
    rows.flatMap((row) => (row === undefined ? [] : [[row.entry, correctionIn(row)]])),
  );
}

function correctionIn({ entry: _entry, ...correction }: EntryCorrection): Correction {
  return correction;
}

/**
 * Keeps the user's corrections, which wait where their payment is not there yet, and applies those that changed, and
 * those of payments whose ids changed. Runs in a transaction of the caller's.
 */
export async function setCorrections(
  { corrections, entries }: LedgerDatabase,
  wanted: readonly EntryCorrection[],
  changes: LedgerChanges,
  renamed: Iterable<EntryId> = [],
): Promise<void> {
  const before = new Map((await corrections.toArray()).map((row) => [row.entry, row]));
  const after = new Map(wanted.map((row) => [row.entry, row]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (entry) => !sameCorrection(before.get(entry), after.get(entry)),
  );
  await corrections.bulkDelete(changed.filter((entry) => !after.has(entry)));
  await corrections.bulkPut(changed.flatMap((entry) => after.get(entry) ?? []));
  const rows = await entries.bulkGet([...new Set([...changed, ...renamed])]);
  const corrected = rows.flatMap((row) => {
    if (row === undefined) return [];
    const correction = after.get(row.id);
    const fresh = withCorrection(row, correction && correctionIn(correction));
    changes.replace(row, fresh);
    return [fresh];
  });
  await entries.bulkPut(corrected);
}

function sameCorrection(a: EntryCorrection | undefined, b: EntryCorrection | undefined): boolean {
  return (
    a?.voided === b?.voided &&
    a?.units === b?.units &&
    a?.note === b?.note &&
    a?.price?.minor === b?.price?.minor &&
    a?.price?.currency === b?.price?.currency &&
    (a === undefined) === (b === undefined)
  );
}

/** A payment by hand as the ledger keeps it: with what the user says where others have what was seen. */
export function entryByHand(added: AddedEntry, zone: TimeZone): StoredEntry {
  const { id, platform, kind, direction, at, other, gift, giftName, unit, count, note } = added;
  return {
    id,
    platform,
    kind,
    room: '',
    at,
    lastAt: at,
    sender: direction === 'received' ? other : null,
    recipient: direction === 'sent' ? other : null,
    gift,
    unit,
    unitPrice: null,
    count,
    ended: true,
    added: noSpans,
    disputed: false,
    onPage: false,
    onSend: false,
    direction,
    session: `${platform}:`,
    creator: '',
    ...dayAndHourOf(at, zone),
    assumedPrice: null,
    cost: null,
    byHand: { units: added.units, giftName, note },
  };
}
