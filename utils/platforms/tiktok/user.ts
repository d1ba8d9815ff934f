import type { Person } from '../../core/gift-event.ts';
import type { AccountId } from '../../core/ids.ts';
import { checkedId, keptName } from '../limits.ts';
import type { ProtobufReader } from './protobuf.ts';

/** Makes a person from the parts a message names. Refuses a missing id. */
export function person(id: string, handle: string, name: string): Person {
  return { id: checkedId(id) as AccountId, handle: keptName(handle), name: keptName(name) };
}

/** Reads `User` {id=1, nickname=3, display_id=38, id_str=1028}; null where it names nobody. */
export function readUser(user: ProtobufReader): Person | null {
  let id = '';
  let idText = '';
  let name = '';
  let handle = '';
  for (let field = user.next(); field !== 0; field = user.next()) {
    if (field === 1) id = user.id();
    else if (field === 3) name = user.text();
    else if (field === 38) handle = user.text();
    else if (field === 1028) idText = user.text();
    else user.skip();
  }
  const known = id || idText;
  return known === '' ? null : person(known, handle, name);
}
