import type { PageElements } from '../types.ts';
import { endOfDayNamed } from './day-header.ts';
import { clientOf, showsChat } from './page.ts';
import { meaningOf } from './words.ts';

/** A gift as the page tells it, in a frame. Nobody has checked it: `decode.ts` does. */
export interface GiftElement {
  readonly kind: 'gift';
  /** The chat that it stands in, as its client writes the id. */
  readonly chat: string;
  readonly message: string;
  /** Epoch milliseconds; 0 where the page does not say when. */
  readonly at: number;
  readonly cost: string;
  /** The line without cost and names. */
  readonly line: string;
  /** Who is named in the line; ids are empty where the page gives none. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** What the chat is called. */
  readonly title: string;
}

/** Longer texts are neither names nor lines of a gift. */
const LONGEST = 200;

/** A message that is still being sent has a made-up id with a fraction. */
const TEMPORARY = /\./;

const cut = (text: string | null | undefined) => (text ?? '').trim().slice(0, LONGEST);

/** What web.telegram.org shows of gifts and of the viewer's own list of Stars. Nothing else of a chat leaves this file. */
export const telegramElements: PageElements = {
  shows: (url) => clientOf(url) !== null,
  within: '.MessageList, .bubbles-inner, .popup-stars, .modal-dialog',
  elements:
    '.ActionMessage, .bubble.service, .popup-stars .stars-balance-subtitle, .popup-stars-transactions .row, .modal-dialog h3',
  attributes: ['data-message-id', 'data-mid'],
  read(element, url) {
    if (element.matches('.stars-balance-subtitle')) return balance(element);
    if (element.matches('.row')) return listed(element.querySelector('.popup-stars-pay-amount'));
    // Names of classes change with every build of /a/: a row of its list is known by a title beside a signed amount.
    if (element.matches('h3'))
      return listed(element.parentElement?.parentElement?.lastElementChild);
    return clientOf(url) === 'k' ? giftInK(element) : giftInA(element, url);
  },
  about(document, url) {
    const me = ownId(document, url);
    return me === undefined ? '' : JSON.stringify({ kind: 'page', me });
  },
  lacking: (document, url) =>
    showsChat(url) && document.querySelector('.MessageList, .bubbles-inner') === null
      ? JSON.stringify({ kind: 'nothing' })
      : '',
};

/**
 * The viewer's id, which both clients keep beside each other for the site's other pages; null where nobody is logged in,
 * undefined where several accounts are and it is not told which. Keys and tokens are elsewhere and are not looked at.
 */
function ownId({ defaultView }: Document, url: URL): string | null | undefined {
  const account = url.searchParams.get('account');
  if (defaultView === null || (account !== null && account !== '1')) return undefined;
  const kept = defaultView.localStorage.getItem('user_auth');
  return kept === null ? null : (/"id":"?(\d{1,20})\b/.exec(kept)?.[1] ?? undefined);
}

/** A service message of /k/. */
function giftInK(bubble: Element): string {
  const text = bubble.querySelector('.service-msg');
  if (!(bubble instanceof HTMLElement) || text === null) return '';
  const { mid = '', peerId = '', timestamp = '' } = bubble.dataset;
  const names = [...text.querySelectorAll<HTMLElement>('.peer-title')];
  return gift(text, names, (found) => ({
    ...found,
    chat: peerId,
    message: mid,
    at: Number(timestamp) * 1000,
    names: names.map((name) => ({ id: name.dataset.peerId ?? '', name: cut(name.textContent) })),
    title: cut(bubble.ownerDocument.querySelector('.chat-info .peer-title')?.textContent),
  }));
}

/** A service message of /a/, in the chat that is open: while one slides away, another stands beside it. */
function giftInA(message: Element, url: URL): string {
  const slide = message.closest('.Transition_slide');
  // The line comes twice where it has a drawn background; it is the copy that can be pressed.
  const text = message.querySelector('[role="button"]');
  if (!(message instanceof HTMLElement) || text === null) return '';
  if (slide !== null && !slide.matches('.Transition_slide-active')) return '';
  const names = [...text.querySelectorAll('a, .Link')];
  const header = message.closest('.message-date-group')?.querySelector('.sticky-date')?.textContent;
  return gift(text, names, (found, languages) => ({
    ...found,
    chat: /^#(-?\d+)/.exec(url.hash)?.[1] ?? '',
    message: message.dataset.messageId ?? '',
    at: endOfDayNamed(header ?? '', languages, Date.now()) ?? 0,
    names: names.map((name) => ({ id: '', name: cut(name.textContent) })),
    title: cut(message.ownerDocument.querySelector('.MiddleHeader .fullName')?.textContent),
  }));
}

/** The frame for a line that tells of a gift; empty for every other one, and while its message has no id of its own. */
function gift(
  text: Element,
  names: readonly Element[],
  complete: (
    found: Pick<GiftElement, 'kind' | 'cost' | 'line'>,
    languages: readonly string[],
  ) => GiftElement,
): string {
  const costs = [...text.querySelectorAll('b, strong')].filter(
    (bold) => !names.some((name) => name.contains(bold) || bold.contains(name)),
  );
  const line = cut(lineWithout(text, [...names, ...costs]));
  for (const bold of costs) {
    const cost = cut(bold.textContent);
    const { kind, languages } = meaningOf(cost, line);
    if (kind === 'other') continue;
    // That there is such a line is told, and not what it says.
    if (kind === 'unclear') return JSON.stringify({ kind: 'unclear' });
    const told = complete({ kind: 'gift', cost, line }, languages);
    return TEMPORARY.test(told.message) ? '' : JSON.stringify(told);
  }
  return '';
}

/** An element's text without that of some parts of it. */
function lineWithout(element: Element, parts: readonly Element[]): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let line = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const within = node;
    line += parts.some((part) => part.contains(within)) ? ' ' : node.textContent;
  }
  return line.replace(/\s+/g, ' ');
}

/** The viewer's own number of Stars. */
function balance(element: Element): string {
  return JSON.stringify({ kind: 'balance', stars: cut(element.textContent) });
}

/** A row of the viewer's own list of Stars: that there is one, and how much it is about. */
function listed(amount: Element | null | undefined): string {
  const stars = cut(amount?.textContent);
  return /^[+\-−–]\s?\p{Nd}/u.test(stars) ? JSON.stringify({ kind: 'listed', stars }) : '';
}
