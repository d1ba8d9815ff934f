import type { AccountSeen, Person } from '../../core/gift-event.ts';
import type { AccountId } from '../../core/ids.ts';
import { checkedId, keptName } from '../limits.ts';

/** Who is watching: by the name that the page gives chat, and the number that chat or the page's own account answers. */
export class Identity {
  #login = '';
  #me: Person | null = null;

  /** The viewer; null while not known, and where nobody is logged in. */
  get me(): Person | null {
    return this.#me;
  }

  /** The page introduces itself to chat; without an account it does so under a made-up name. */
  introduced(login: string): AccountSeen | null {
    this.#login = keptName(login);
    if (!/^justinfan\d+$/.test(login)) return null;
    this.#me = null;
    return this.#seen();
  }

  /** The number of the account, from chat's welcome or the page's own account. */
  learn(id: string, login: string, name: string): AccountSeen | null {
    if (id === '') return null;
    const handle = keptName(login || this.#login);
    const me = { id: checkedId(id) as AccountId, handle, name: keptName(name) || handle };
    if (me.id === this.#me?.id && me.handle === this.#me.handle) return null;
    this.#me = me;
    return this.#seen();
  }

  #seen(): AccountSeen {
    return { type: 'account', platform: 'twitch', me: this.#me };
  }
}
