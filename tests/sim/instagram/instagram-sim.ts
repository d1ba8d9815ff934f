import { Waiting } from '../waiting.ts';
import { type Broadcast, broadcasts, evening, type InstagramPerson } from './people.ts';
import { comment, commentAnswer, failure, newSupporter } from './wire.ts';

/** One badge as it was truly bought. */
export interface InstagramBadge {
  readonly from: InstagramPerson;
  readonly broadcast: Broadcast;
  readonly tier: string;
}

interface Held {
  readonly comments: { readonly at: number; readonly said: object }[];
  readonly fresh: object[];
  readonly states: Map<string, [tier: string, count: number]>;
  more: object;
  ended: boolean;
}

/** Each comment has a second of its own: pages ask for those after the last one that they have. */
const FIRST_SECOND = 1_795_514_400;

/** The simulated Instagram: its streams, and who truly bought what. Pages hear of it with their next request. */
export class InstagramSim {
  readonly truth: InstagramBadge[] = [];
  readonly #held = new Map<string, Held>(broadcasts.map(({ id }) => [id, nothing()]));
  /** The pages that asked for a stream's comments since somebody began to wait for them. */
  readonly #asked = new Map<string, Set<string>>();
  readonly #waiting = new Waiting();
  #seconds = FIRST_SECOND;

  /** Address of a stream's page. `as` is `guest` or a name; without it the watching account is logged in. */
  pageUrl(of: Broadcast = evening, query: Readonly<Record<string, string>> = {}): string {
    const url = new URL(`https://www.instagram.com/${of.host.username}/live/`);
    url.search = new URLSearchParams({ broadcast_id: of.id, ...query }).toString();
    return url.href;
  }

  /** Somebody buys a badge, and writes a comment, as the app asks for. */
  badge(from: InstagramPerson, broadcast: Broadcast = evening, tier = 'made_up_1'): void {
    const held = this.#of(broadcast.id);
    this.truth.push({ from, broadcast, tier });
    const at = this.say(from, 'a heart for you', broadcast);
    held.fresh.push(newSupporter(from, tier, at));
    held.states.set(from.pk, [tier, (held.states.get(from.pk)?.[1] ?? 0) + 1]);
  }

  /** Somebody writes a comment; gives its second. */
  say(from: InstagramPerson, text: string, broadcast: Broadcast = evening): number {
    this.#seconds += 1;
    const at = this.#seconds;
    const said = comment(`18${at}0000001`, from, text, at);
    this.#of(broadcast.id).comments.push({ at, said });
    return at;
  }

  /** Puts more fields into the answers of a stream. */
  tell(more: object, broadcast: Broadcast = evening): void {
    this.#of(broadcast.id).more = more;
  }

  end(broadcast: Broadcast = evening): void {
    this.#of(broadcast.id).ended = true;
  }

  hasEnded(id: string): boolean {
    return this.#of(id).ended;
  }

  /** What `get_comment` answers to a page; with what follows `after` of the comments, and how badges stand now. */
  answerTo(page: string, id: string, after: number): { status: number; body: object } {
    const { comments, fresh, states, more, ended } = this.#of(id);
    const asked = this.#asked.get(id) ?? new Set<string>();
    this.#asked.set(id, asked.add(page));
    this.#waiting.wake();
    if (ended) return { status: 400, body: failure('Sorry, this media has been deleted') };
    const told = comments.filter(({ at }) => at > after).map(({ said }) => said);
    const supporters = { fresh, inComments: Object.fromEntries(states) };
    return { status: 200, body: commentAnswer(told, supporters, 'singular', more) };
  }

  /** Resolves when `count` different pages have asked for a stream's comments from now on. */
  waitForPages(count: number, broadcast: Broadcast = evening, timeoutMs = 15_000): Promise<void> {
    this.#asked.delete(broadcast.id);
    const enough = () => (this.#asked.get(broadcast.id)?.size ?? 0) >= count;
    return this.#waiting.until(enough, timeoutMs);
  }

  #of(id: string): Held {
    const held = this.#held.get(id);
    if (held === undefined) throw new Error(`no such stream: ${id}`);
    return held;
  }
}

function nothing(): Held {
  return { comments: [], fresh: [], states: new Map(), more: {}, ended: false };
}
