import type { WebSocket } from 'ws';
import { Waiting } from '../waiting.ts';
import { commentHtml, type FacebookComment } from './markup.ts';
import type { FacebookPerson } from './people.ts';

/** The video that is on. */
export const VIDEO = '900000000000001';

interface Page {
  readonly socket: WebSocket;
  readonly language: string;
}

/** The simulated Facebook: one live video with its comments. */
export class FacebookSim {
  readonly comments: FacebookComment[] = [];
  /** Whether the video is live; if not it is shown again. */
  live = true;
  readonly #pages = new Set<Page>();
  readonly #waiting = new Waiting();

  /** Address of the video. `lang` is the language that the site is shown in, `as=guest` that nobody is logged in. */
  pageUrl(query: Readonly<Record<string, string>> = {}): string {
    return `https://www.facebook.com/miraplays/videos/${VIDEO}?${new URLSearchParams(query)}`;
  }

  /** Somebody comments, with Stars or without: first as it is being sent, then as it is. */
  async comment(from: FacebookPerson, stars: number, text = 'Hello'): Promise<void> {
    const id = `800000000000001_${500 + this.comments.length}`;
    const comment = { id, video: VIDEO, from, text, stars, ago: '1 m' };
    this.comments.push(comment);
    await this.#tell((page) => ({
      sending: commentHtml(comment, page.language, true),
      sent: commentHtml(comment, page.language),
    }));
  }

  /** The list draws all of its comments again, as when it is scrolled; their age has changed. */
  async drawAgain(): Promise<void> {
    await this.#tell((page) => ({ all: this.#all(page.language, '3 m') }));
  }

  waitForPages(count: number, timeoutMs = 15_000): Promise<void> {
    return this.#waiting.until(() => this.#pages.size >= count, timeoutMs);
  }

  accept(socket: WebSocket, { searchParams }: URL): void {
    const page = { socket, language: searchParams.get('lang') ?? 'en' };
    void put(page, { all: this.#all(page.language, '2 m') }).then(() => {
      this.#pages.add(page);
      this.#waiting.wake();
    });
    for (const end of ['close', 'error']) socket.on(end, () => this.#pages.delete(page));
  }

  #all(language: string, ago: string): string {
    return this.comments.map((comment) => commentHtml({ ...comment, ago }, language)).join('');
  }

  async #tell(what: (page: Page) => object): Promise<void> {
    await Promise.all([...this.#pages].map((page) => put(page, what(page))));
  }
}

/** A socket that has just gone is no failure of the site. */
function put({ socket }: Page, what: object): Promise<void> {
  return new Promise((resolve) => socket.send(JSON.stringify(what), () => resolve()));
}
