import type { Person } from '../../core/gift-event.ts';
import type { AccountId } from '../../core/ids.ts';
import { put } from '../bounded.ts';
import { at, type Json, listAt, textAt } from '../json.ts';
import { checkedId, keptName } from '../limits.ts';

/** People and comments that are kept: an answer brings some ten comments, a busy stream has thousands. */
const MOST_KEPT = 1_000;

/** Somebody as an answer describes them; null where it gives no id. Refuses what is no id as `missing-id`. */
export function personIn(user: Json): Person | null {
  const id = textAt(user, 'pk') || textAt(user, 'id');
  if (id === '') return null;
  const handle = keptName(textAt(user, 'username'));
  const name = keptName(textAt(user, 'full_name')) || handle;
  return { id: checkedId(id) as AccountId, handle, name };
}

/**
 * Those who commented. Whom a badge belongs to is told by a number that may be theirs or that of their comment: public
 * tools do not agree. That no number is both is assumed: accounts have some eleven digits, comments seventeen.
 */
export class Commenters {
  readonly #people = new Map<string, Person>();

  /** Learns from the comments of an answer. Their text is not looked at. */
  learn(answer: Json): void {
    const pinned = at(answer, 'pinned_comment');
    for (const comment of [...listAt(answer, 'comments'), ...(pinned === null ? [] : [pinned])]) {
      const person = personIn(at(comment, 'user'));
      if (person === null) continue;
      put(this.#people, person.id, person, MOST_KEPT);
      const id = textAt(comment, 'pk');
      if (id !== '') put(this.#people, id, person, MOST_KEPT);
    }
  }

  /** Whom a number stands for; null where that is not known. */
  find(number: string): Person | null {
    return this.#people.get(number) ?? null;
  }
}
