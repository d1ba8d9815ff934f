import type { WebSocket } from 'ws';
import { Waiting } from '../waiting.ts';
import { commentHtml, type FacebookComment } from './markup.ts';
import { type FacebookPerson, me, mira } from './people.ts';

/** A video, and who streams it. */
export interface FacebookVideo {
  readonly id: string;
  readonly host: FacebookPerson;
}

/** What is on. */
export const evening: FacebookVideo = { id: '900000000000001', host: mira };
/** What the viewer streams. */
export const mine: FacebookVideo = { id: '900000000000002', host: me };
export const videos: readonly FacebookVideo[] = [evening, mine];

interface Page {
  readonly socket: WebSocket;
  readonly video: string;
  readonly language: string;
}

/** The simulated Facebook: live videos with their comments. */
export class FacebookSim {
  readonly comments: FacebookComment[] = [];
  /** Whether videos are live; if not they are shown again. */
  live = true;
  readonly #pages = new Set<Page>();
  readonly #waiting = new Waiting();

  /** Address of a video. `lang` is the language that the site is shown in, `as=guest` that nobody is logged in. */
  pageUrl(query: Readonly<Record<string, string>> = {}, { id, host } = evening): string {
    return `https://www.facebook.com/${host.handle}/videos/${id}?${new URLSearchParams(query)}`;
  }

  /** Somebody comments, with Stars or without: first as it is being sent, then as it is. */
  async comment(
    from: FacebookPerson,
    stars: number,
    text = 'Hello',
    video = evening,
  ): Promise<void> {
    const id = `800000000000001_${500 + this.comments.length}`;
    const comment = { id, video: video.id, from, text, stars, ago: '1 m' };
    this.comments.push(comment);
    await this.#tell((page) =>
      page.video === video.id
        ? {
            sending: commentHtml(comment, page.language, true),
            sent: commentHtml(comment, page.language),
          }
        : {},
    );
  }

  /** The list draws all of its comments again, as when it is scrolled; their age has changed. */
  async drawAgain(): Promise<void> {
    await this.#tell((page) => ({ all: this.#all(page, '3 m') }));
  }

  /** Until so many pages of a video are open. */
  waitForPages(count: number, { id } = evening, timeoutMs = 15_000): Promise<void> {
    const open = () => [...this.#pages].filter(({ video }) => video === id).length;
    return this.#waiting.until(() => open() >= count, timeoutMs);
  }

  accept(socket: WebSocket, { searchParams }: URL): void {
    const video = searchParams.get('video') ?? '';
    const page = { socket, video, language: searchParams.get('lang') ?? 'en' };
    void put(page, { all: this.#all(page, '2 m') }).then(() => {
      this.#pages.add(page);
      this.#waiting.wake();
    });
    for (const end of ['close', 'error']) socket.on(end, () => this.#pages.delete(page));
  }

  #all({ video, language }: Page, ago: string): string {
    const here = this.comments.filter((comment) => comment.video === video);
    return here.map((comment) => commentHtml({ ...comment, ago }, language)).join('');
  }

  async #tell(what: (page: Page) => object): Promise<void> {
    await Promise.all([...this.#pages].map((page) => put(page, what(page))));
  }
}

/** A socket that has just gone is no failure of the site. */
function put({ socket }: Page, what: object): Promise<void> {
  return new Promise((resolve) => socket.send(JSON.stringify(what), () => resolve()));
}
