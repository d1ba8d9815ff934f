import type { Entry } from './entry.ts';
import type { AccountId, EntryId } from './ids.ts';

/**
 * Stands for whoever was deleted. Sorts above every id that a platform gives, so that where sightings and stored rows
 * are joined, in whatever order, the person does not come back.
 */
export const FORGOTTEN = '~forgotten' as AccountId;

/** Every id of a payment that named someone forgotten begins so; no platform's keys do. */
export const FORGOTTEN_ENTRY = '~';

/** Whether an id was made of a payment's own key so that it no longer says who had part in it. */
export function isForgottenEntry(id: EntryId): boolean {
  return id.startsWith(FORGOTTEN_ENTRY);
}

/** Whether a payment's key says who had part in it: keys are ids between colons. */
export function namesPerson(entry: EntryId, person: AccountId): boolean {
  return entry.split(':').includes(person);
}

/**
 * What a payment says after some who had part in it are forgotten: nothing of them, under a key that does not name them.
 * `isForgotten` says who; `rekeyed` makes the key.
 */
export function withoutPeople<Of extends Pick<Entry, 'id' | 'sender' | 'recipient'>>(
  entry: Of,
  isForgotten: (person: AccountId) => boolean,
  rekeyed: (id: EntryId) => EntryId,
): Of {
  const gone = [entry.sender, entry.recipient].filter(
    (person) => person !== null && person !== FORGOTTEN && isForgotten(person),
  );
  if (gone.length === 0) return entry;
  const hidden = (person: AccountId | null) => (gone.includes(person) ? FORGOTTEN : person);
  const named = gone.some((person) => person !== null && namesPerson(entry.id, person));
  return {
    ...entry,
    id: named && !isForgottenEntry(entry.id) ? rekeyed(entry.id) : entry.id,
    sender: hidden(entry.sender),
    recipient: hidden(entry.recipient),
  };
}
