/** The elements that the two clients draw, after their public source; knows nothing of the extension. */
import { isChannel, me, type TelegramPeer } from './people.ts';
import { phrases, starsIn } from './phrases.ts';

export type Client = 'a' | 'k';

/** Something that stands in a chat. */
export interface TelegramMessage {
  readonly kind: 'gift' | 'upgrade' | 'premium' | 'text' | 'joined';
  readonly chat: TelegramPeer;
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: TelegramPeer;
  readonly stars: number;
  readonly text: string;
}

/** /k/ keeps messages of channels this far above their numbers. */
const SHIFT = 0xffffffff;

const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function named(client: Client, { id, name }: TelegramPeer): string {
  return client === 'a'
    ? `<a class="Link q1w2e3" role="link" tabindex="0">${safe(name)}</a>`
    : `<span class="peer-title" dir="auto" data-peer-id="${id}">${safe(name)}</span>`;
}

/** The line of a service message. */
export function lineOf(client: Client, message: TelegramMessage, language: string): string {
  const { kind, chat, from, stars } = message;
  const said = phrases[language];
  if (said === undefined) throw new RangeError(`the site does not speak ${language}`);
  const bold = (text: string) => (client === 'a' ? `<strong>${text}</strong>` : `<b>${text}</b>`);
  const giver = named(client, from);
  const mine = from.id === me.id;
  if (kind === 'joined') return `${giver} joined the group`;
  if (kind === 'text') return safe(message.text);
  const [toOne, toChannel] = mine
    ? [said.sent, said.sentToChannel]
    : [said.received, said.receivedByChannel];
  const phrase = kind === 'upgrade' ? said.upgraded : isChannel(chat) ? toChannel : toOne;
  const cost = kind === 'premium' ? '$4.99' : starsIn(language, stars);
  return phrase
    .replace('{user}', giver)
    .replace('{channel}', named(client, chat))
    .replace('{cost}', bold(cost));
}

/** A message as a client draws it. `id` stands for its own where it is still being sent. */
export function messageHtml(
  client: Client,
  message: TelegramMessage,
  language: string,
  id: string = String(client === 'k' && isChannel(message.chat) ? message.id + SHIFT : message.id),
): string {
  const line = lineOf(client, message, language);
  const isService = message.kind !== 'text';
  if (client === 'a') {
    if (!isService) {
      return `<div id="message-${id}" class="Message message-list-item" data-message-id="${id}"><div class="text-content">${line}</div></div>`;
    }
    // The line comes twice: once for its drawn background.
    return `<div id="message-${id}" class="ActionMessage message-list-item x1y2z3" data-message-id="${id}">
<div class="b4c5"><span class="d6e7">${line}</span></div>
<div class="b4c5"><span class="f8g9" role="button" tabindex="0">${line}</span></div>
${message.kind === 'gift' ? `<div class="h1i2"><div role="button" tabindex="0"><h3>Gift</h3><p>Add it to your profile or sell it for <strong>${Math.floor(message.stars * 0.85)} Stars</strong>.</p></div></div>` : ''}</div>`;
  }
  const seconds = Math.floor(message.at / 1000);
  const data = `data-mid="${id}" data-peer-id="${message.chat.id}" data-timestamp="${seconds}"`;
  const inside = isService
    ? `<div class="service-msg"><span class="i18n">${line}</span></div>`
    : `<div class="message spoilers-container">${line}</div>`;
  const name = isService
    ? 'bubble service'
    : `bubble is-${message.from.id === me.id ? 'out' : 'in'}`;
  return `<div class="${name}" ${data}><div class="bubble-content-wrapper"><div class="bubble-content">${inside}</div></div></div>`;
}

/** What stands in the place of a chat: its name and its messages, day by day. */
export function chatHtml(
  client: Client,
  chat: TelegramPeer,
  messages: readonly TelegramMessage[],
  language: string,
  now: number,
): string {
  const name = safe(chat.name);
  if (client === 'k') {
    const bubbles = messages.map((message) => messageHtml('k', message, language)).join('');
    return `<div class="chat-info"><div class="user-title"><span class="peer-title" data-peer-id="${chat.id}">${name}</span></div></div>
<div class="bubbles"><div class="scrollable scrollable-y"><div class="bubbles-inner">${bubbles}</div></div></div>`;
  }
  const days = Map.groupBy(messages, ({ at }) => dayName(at, language, now));
  const groups = [...days].map(
    ([day, inside]) =>
      `<div class="message-date-group" data-day="${day}"><div class="sticky-date interactive"><span dir="auto">${day}</span></div>${inside
        .map((message) => messageHtml('a', message, language))
        .join('')}</div>`,
  );
  return `<div class="MiddleHeader"><div class="ChatInfo"><div class="title"><h3 class="fullName">${name}</h3></div></div></div>
<div class="Transition"><div class="Transition_slide Transition_slide-active"><div class="MessageList custom-scroll"><div class="messages-container">${groups.join('')}</div></div></div></div>`;
}

/** What a day is called above its messages. */
export function dayName(at: number, language: string, now: number): string {
  const day = (time: number) => new Date(time).toDateString();
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (day(at) === day(now)) return relative.format(0, 'day');
  if (day(at) === day(now - 86_400_000)) return relative.format(-1, 'day');
  const year =
    new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
    month: 'long',
    day: 'numeric',
    ...year,
  }).format(at);
}

/** The viewer's own list of Stars: their number, and what they were spent on. */
export function starsListHtml(
  client: Client,
  balance: number,
  rows: readonly { readonly stars: number; readonly title: string; readonly date: string }[],
): string {
  const listed = rows.map(({ stars, title, date }) =>
    client === 'k'
      ? `<div class="row"><div class="row-title"><b>${title}</b></div><div class="row-subtitle">${date}</div><div class="row-right"><div class="popup-stars-pay-amount ${stars > 0 ? 'green' : 'danger'}">${stars > 0 ? '+' : ''}${stars}</div></div></div>`
      : `<div class="r1s2"><div class="t3"></div><div class="u4"><h3 class="v5">${title}</h3><p class="w6">${date}</p></div><div class="x7"><span class="y8">${stars > 0 ? '+' : '−'}${Math.abs(stars)}</span></div></div>`,
  );
  return client === 'k'
    ? `<div class="popup popup-stars"><div class="stars-balance"><div class="stars-balance-subtitle">${balance}</div></div><div class="popup-stars-transactions">${listed.join('')}</div></div>`
    : `<div class="Modal"><div class="modal-dialog"><div class="modal-content"><h2>Telegram Stars</h2>${listed.join('')}</div></div></div>`;
}
