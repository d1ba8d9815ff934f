import type { AccountSeen, Person } from '../../core/gift-event.ts';
import { at, type Json } from '../json.ts';
import { personIn } from './people.ts';

/** Who is watching: what the document's own data says, and answers that say that nobody is logged in. */
export class Identity {
  /** Undefined while nothing was told. */
  #me: Person | null | undefined;

  /** Learns from the document's data: `["PolarisViewer", [], {"data": {…}}]` somewhere in it; `data` is null for nobody. */
  learn(data: Json): AccountSeen | null {
    const viewer = viewerIn(data);
    if (typeof viewer !== 'object' || viewer === null || !('data' in viewer)) return null;
    const me = personIn(at(viewer, 'data'));
    // Somebody without an id is not nobody.
    return me === null && viewer.data !== null ? null : this.#become(me);
  }

  /** An answer was refused since nobody is logged in. */
  loggedOut(): AccountSeen | null {
    return this.#become(null);
  }

  #become(me: Person | null): AccountSeen | null {
    if (this.#me?.id === me?.id && this.#me !== undefined && this.#me?.handle === me?.handle) {
      return null;
    }
    this.#me = me;
    return { type: 'account', platform: 'instagram', me };
  }
}

/** The viewer's definition, anywhere inside. A list of its own instead of recursion: data can be nested deeper than calls. */
function viewerIn(data: Json): Json {
  const open: Json[] = [data];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next) && next[0] === 'PolarisViewer') return next[2] ?? null;
    for (const part of Object.values<Json>(next)) open.push(part);
  }
  return null;
}
