import { FORGOTTEN, withoutPeople } from '../core/forgotten.ts';
import { forgottenEntryId, personHash } from '../core/forgotten-hash.ts';
import type { AccountId, EntryId, PlatformId } from '../core/ids.ts';
import type { MergedPerson } from '../core/merged-people.ts';
import type { ForgottenPerson } from '../core/operation.ts';
import { type EpochMs, epochMs } from '../core/time.ts';
import { selvesOf } from './accounts.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';

/** What there is to know of people before an entry is placed. */
export interface PeopleFacts {
  readonly forgotten: readonly ForgottenPerson[];
  readonly merged: readonly MergedPerson[];
  /** The user's own accounts, which are never forgotten, as `platform:id`. */
  readonly own: ReadonlySet<string>;
  /** The moment before which senders of what was received are not kept; 0 where all are. */
  readonly keptSince: EpochMs;
}

/** Who is who in the ledger: whom the user merged, and whom nothing may name any more. */
export class People {
  readonly #facts: PeopleFacts;
  readonly #into: ReadonlyMap<string, AccountId>;
  readonly #forgotten: ReadonlyMap<string, EpochMs>;
  readonly #until = new Map<string, EpochMs | null>();

  constructor(facts: PeopleFacts) {
    this.#facts = facts;
    this.#into = new Map(
      facts.merged.map((each) => [keyOf(each.platform, each.person), each.into]),
    );
    this.#forgotten = new Map(
      facts.forgotten.map((each) => [keyOf(each.platform, each.person), each.at]),
    );
  }

  /** Whether anybody is forgotten. */
  get forgets(): boolean {
    return this.#forgotten.size > 0 || this.#facts.keptSince > 0;
  }

  /** The moment up to which someone is forgotten; null for everyone else. */
  forgottenUntil(platform: PlatformId, person: AccountId): EpochMs | null {
    return this.#forgottenUntil(platform, person);
  }

  #forgottenUntil(platform: string, person: string): EpochMs | null {
    if (this.#forgotten.size === 0 || person === FORGOTTEN) return null;
    const key = keyOf(platform, person);
    let until = this.#until.get(key);
    if (until === undefined) {
      const hash = keyOf(platform, personHash(platform, person));
      until = this.#facts.own.has(key) ? null : (this.#forgotten.get(hash) ?? null);
      this.#until.set(key, until);
    }
    return until;
  }

  /** Whether what happened at `at` may not say any more that someone had part in it. */
  isForgotten(platform: PlatformId, person: AccountId, at: EpochMs): boolean {
    const until = this.forgottenUntil(platform, person);
    return until !== null && at <= until;
  }

  /** Whether a payment's key names someone forgotten who may not be named by what happened at `at`. */
  namesForgotten(entry: EntryId, at: EpochMs): boolean {
    const [platform, ...ids] = entry.split(':');
    return ids.some((id) => {
      const until = this.#forgottenUntil(platform ?? '', id);
      return until !== null && at <= until;
    });
  }

  /** Who stands for someone: whom the user merged them into, else they themselves. */
  standsFor(platform: PlatformId, person: AccountId): AccountId {
    return this.#into.get(keyOf(platform, person)) ?? person;
  }

  /**
   * An entry filed under those who stand for its people, and without those whom it may not name: then under another id
   * where its own would name them. `host` is whose stream it was; empty where unknown.
   */
  placed(entry: StoredEntry, host: AccountId | ''): StoredEntry {
    const { platform, at, direction } = entry;
    const tooOld = direction === 'received' && at < this.#facts.keptSince;
    const { giver: _giver, ...facts } = withoutPeople(
      entry,
      (person) =>
        this.isForgotten(platform, person, at) ||
        (tooOld && person === entry.sender && !this.#facts.own.has(keyOf(platform, person))),
      forgottenEntryId,
    );
    const receiver = facts.recipient ?? host;
    const { sender } = facts;
    const giver = sender === null ? null : this.standsFor(platform, sender);
    return {
      ...facts,
      creator: receiver === '' ? '' : this.standsFor(platform, receiver),
      ...(giver === null || giver === sender ? {} : { giver }),
    };
  }
}

function keyOf(platform: string, person: string): string {
  return `${platform}:${person}`;
}

/** Reads who is who. Runs in a transaction of the caller's. */
export async function readPeople(database: LedgerDatabase): Promise<People> {
  const [forgotten, merged] = await Promise.all([
    database.forgotten.toArray(),
    database.merged.toArray(),
  ]);
  return peopleFrom(database, { forgotten, merged });
}

/** Who is who by these operations. */
export async function peopleFrom(
  database: LedgerDatabase,
  { forgotten, merged }: Pick<PeopleFacts, 'forgotten' | 'merged'>,
): Promise<People> {
  const since = await keptSince(database);
  const own = new Set<string>();
  if (forgotten.length === 0 && since === 0)
    return new People({ forgotten, merged, own, keptSince: since });
  for (const [platform, { accounts }] of await selvesOf(database)) {
    for (const account of accounts) own.add(keyOf(platform, account));
  }
  return new People({ forgotten, merged, own, keptSince: since });
}

/** The moment before which senders of what was received are not kept; 0 where all are. */
export async function keptSince({ facts }: LedgerDatabase): Promise<EpochMs> {
  return epochMs(Number((await facts.get('kept-since'))?.value ?? 0));
}
