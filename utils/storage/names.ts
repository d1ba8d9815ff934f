import type { GiftSeen, Person, PricesSeen, RoomSeen } from '../core/gift-event.ts';
import { joinNames, type KnownNames } from '../core/person-names.ts';
import type { EpochMs } from '../core/time.ts';
import type { LedgerDatabase, StoredGift, StoredPerson } from './database.ts';
import { type RowKey, rememberedRows, writeRemembered } from './remembered-rows.ts';

/** The names of people, latest first to be kept, gathered from events. */
export class Names {
  readonly #people = new Map<string, StoredPerson>();
  readonly #gifts = new Map<string, StoredGift>();

  /** Takes the people and the gift of a sighting that the ledger keeps. */
  addGift(event: GiftSeen): void {
    this.#addPerson(event, event.sender);
    this.#addPerson(event, event.recipient);
    if (event.gift !== null && event.gift.name !== '') {
      const { id, name, icon } = event.gift;
      this.#putGift({ platform: event.platform, id, name, icon, price: null, at: event.at });
    }
  }

  /** Takes the host of a stream. */
  addRoom(event: RoomSeen): void {
    this.#addPerson(event, event.host);
  }

  /** Takes the gifts of the page's own list, with their prices. */
  addPrices({ platform, gifts }: PricesSeen, at: EpochMs): void {
    for (const gift of gifts) {
      this.#putGift({ platform, ...gift, at });
    }
  }

  #addPerson({ platform, at }: GiftSeen | RoomSeen, person: Person | null): void {
    if (person === null || (person.handle === '' && person.name === '')) {
      return;
    }
    const key = `${platform}:${person.id}`;
    const before = this.#people.get(key);
    if (before === undefined || differ(before, person)) {
      const seen: StoredPerson = { platform, ...person, at, past: [] };
      this.#people.set(key, before === undefined ? seen : { ...seen, ...joinNames(before, seen) });
    }
  }

  #putGift(gift: StoredGift): void {
    const key = `${gift.platform}:${gift.id}`;
    this.#gifts.set(key, joined(this.#gifts.get(key), gift));
  }

  /** Writes what is new. Must run in a transaction with both tables. */
  async write({ people, gifts }: LedgerDatabase): Promise<void> {
    const persons = [...this.#people.values()];
    const knownPeople = await rememberedRows(people, persons.map(keyOf));
    await writeRemembered(
      people,
      persons.flatMap((person, index): StoredPerson[] => {
        const before = knownPeople[index];
        if (before === undefined) return [person];
        const news = [...person.past, person].some((each) => differ(before, each));
        return news ? [{ ...person, ...joinNames(before, person) }] : [];
      }),
      keyOf,
    );
    const seen = [...this.#gifts.values()];
    const knownGifts = await rememberedRows(gifts, seen.map(keyOf));
    const merged = seen.map((gift, index) => joined(knownGifts[index], gift));
    await writeRemembered(
      gifts,
      merged.filter((gift, index) => differs(knownGifts[index], gift)),
      keyOf,
    );
  }
}

const keyOf = ({ platform, id }: StoredPerson | StoredGift): RowKey => [platform, id];

/** Whether a name is another one than somebody's of now. */
function differ(before: KnownNames, { handle, name }: Pick<Person, 'handle' | 'name'>): boolean {
  return before.handle !== handle || before.name !== name;
}

/** A person keeps an empty part's earlier value: a chest names its sender without a handle. */
function joined(before: StoredGift | undefined, gift: StoredGift): StoredGift {
  return before === undefined
    ? gift
    : {
        ...gift,
        name: gift.name || before.name,
        icon: gift.icon || before.icon,
        price: gift.price ?? before.price,
      };
}

function differs(before: StoredGift | undefined, { name, icon, price }: StoredGift): boolean {
  return (
    before === undefined || before.name !== name || before.icon !== icon || before.price !== price
  );
}
