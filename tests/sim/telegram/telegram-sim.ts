import type { WebSocket } from 'ws';
import { isRecord } from '../json.ts';
import { Waiting } from '../waiting.ts';
import {
  type Client,
  chatHtml,
  messageHtml,
  starsListHtml,
  type TelegramMessage,
} from './markup.ts';
import { everybody, hashOf, me, mira, type TelegramPeer } from './people.ts';

interface Page {
  readonly socket: WebSocket;
  readonly client: Client;
  readonly language: string;
  chat: TelegramPeer | null;
}

/** A message without what it need not say. */
export type Said = Pick<TelegramMessage, 'kind' | 'chat' | 'from'> &
  Partial<Pick<TelegramMessage, 'at' | 'stars' | 'text'>>;

/** The simulated Telegram on the web: chats, both clients' pages, and what truly happened. */
export class TelegramSim {
  readonly messages: TelegramMessage[] = [];
  balance = 1_234;
  readonly #pages = new Set<Page>();
  readonly #waiting = new Waiting();
  #last = 70;

  /** Address of a chat. `lang` is the language that the site is shown in, `as=guest` that nobody is logged in. */
  pageUrl(
    client: Client,
    chat: TelegramPeer = mira,
    query: Readonly<Record<string, string>> = {},
  ): string {
    const url = new URL(`https://web.telegram.org/${client}/`);
    url.search = new URLSearchParams(query).toString();
    return `${url.href}${hashOf(client, chat)}`;
  }

  /** A gift in Stars, told in the chat of the two, or in the channel. */
  gift(
    from: TelegramPeer,
    stars: number,
    chat: TelegramPeer = mira,
    at = Date.now(),
  ): Promise<TelegramMessage> {
    return this.say({ kind: 'gift', chat, from, stars, at });
  }

  /** Something is said in a chat: pages that show it draw it. */
  async say(said: Said): Promise<TelegramMessage> {
    this.#last += 1;
    const message = { at: Date.now(), stars: 0, text: '', ...said, id: this.#last };
    this.messages.push(message);
    await Promise.all(
      [...this.#pages]
        .filter(({ chat }) => chat?.id === message.chat.id)
        // First as it is being sent, with a made-up id, then as it is.
        .map((page) =>
          put(page, {
            sending: messageHtml(page.client, message, page.language, `${message.id - 1}.0001`),
            sent: messageHtml(page.client, message, page.language),
          }),
        ),
    );
    return message;
  }

  /** Every page opens the viewer's own list of Stars. */
  async openStarsList(): Promise<void> {
    const rows = [
      { stars: -50, title: 'Mira', date: 'Nov 24, 18:05' },
      { stars: 1_000, title: 'Top-Up', date: 'Nov 23, 09:30' },
    ];
    await Promise.all(
      [...this.#pages].map((page) =>
        put(page, { list: starsListHtml(page.client, this.balance, rows) }),
      ),
    );
  }

  /** Every page draws its chat under names that nobody knows, as after a redesign. */
  async redesign(): Promise<void> {
    await Promise.all(
      [...this.#pages].map((page) => put(page, { chat: '<main><p>Everything is new</p></main>' })),
    );
  }

  /** Resolves when so many pages show a chat. */
  waitForPages(count: number, chat: TelegramPeer = mira, timeoutMs = 15_000): Promise<void> {
    return this.#waiting.until(
      () => [...this.#pages].filter((page) => page.chat?.id === chat.id).length >= count,
      timeoutMs,
    );
  }

  accept(socket: WebSocket, { searchParams }: URL): void {
    const client = searchParams.get('client') === 'k' ? 'k' : 'a';
    const page: Page = { socket, client, language: searchParams.get('lang') ?? 'en', chat: null };
    this.#pages.add(page);
    socket.on('message', (data) => {
      const asked: unknown = JSON.parse(String(data));
      const hash = isRecord(asked) ? String(asked.open) : '';
      page.chat = everybody.find((one) => hashOf(client, one) === hash && one !== me) ?? null;
      const { chat } = page;
      if (chat === null) return;
      const inside = this.messages.filter((message) => message.chat.id === chat.id);
      void put(page, { chat: chatHtml(client, chat, inside, page.language, Date.now()) }).then(() =>
        this.#waiting.wake(),
      );
    });
    for (const end of ['close', 'error']) socket.on(end, () => this.#pages.delete(page));
  }
}

/** A socket that has just gone is no failure of the site. */
function put({ socket }: Page, what: object): Promise<void> {
  return new Promise((resolve) => socket.send(JSON.stringify(what), () => resolve()));
}
