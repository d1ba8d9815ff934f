import { parseJson, textAt } from '../json.ts';
import type { PageElements } from '../types.ts';
import { videoOf } from './page.ts';
import { saysLive, starsSent } from './words.ts';

/** A comment with Stars as the page tells it, in a frame. Nobody has checked it: `decode.ts` does. */
export interface StarsElement {
  readonly kind: 'stars';
  readonly video: string;
  /** The comment's id as its own link has it, else that of its element. */
  readonly comment: string;
  readonly mark: string;
  /** Where the giver's name leads to. */
  readonly path: string;
  readonly name: string;
  /** Whether the page says that the video is live now. */
  readonly live: boolean;
}

/** Longer texts are neither names nor marks. */
const LONGEST = 120;

/** Where comments stand. */
const COMMENTS = '[role="complementary"], [role="main"] ul';

const cut = (text: string | null | undefined) => (text ?? '').trim().slice(0, LONGEST);

/** What facebook.com shows of Stars beside a video. Nothing of other comments leaves this file, nor of a comment's text. */
export const facebookElements: PageElements = {
  shows: (url) => videoOf(url) !== '',
  within: COMMENTS,
  elements: '[role="article"]',
  attributes: ['id', 'href'],
  read(comment, url) {
    const mark = markOf(comment);
    const author = [...comment.querySelectorAll('a[href]')].find(
      (link) => cut(link.textContent) !== '',
    );
    if (mark === '') return '';
    const id = idOf(comment);
    // It is still being sent: a lasting id comes in its place.
    if (id.startsWith('client:')) return '';
    const stars: StarsElement = {
      kind: 'stars',
      video: videoOf(url),
      comment: id,
      mark,
      path: pathOf(author, url),
      name: cut(author?.textContent),
      live: url.pathname.startsWith('/live/producer') || isLive(comment.ownerDocument),
    };
    return JSON.stringify(stars);
  },
  about(document, url) {
    const viewer = viewerOf(document);
    if (viewer === null) return '';
    const links = document.querySelectorAll('[role="navigation"] a[href], [role="banner"] a[href]');
    const own = [...links].find(({ textContent }) => cut(textContent) === viewer.name);
    const host = /^\/([\w.-]+)\/videos\//.exec(url.pathname)?.[1] ?? '';
    return JSON.stringify({
      kind: 'page',
      me: viewer.id,
      name: viewer.name,
      path: viewer.name === '' ? '' : pathOf(own, url),
      video: videoOf(url),
      host: host === '' ? '' : `/${host}`,
    });
  },
  lacking: (document) =>
    document.querySelector(COMMENTS) === null ? JSON.stringify({ kind: 'nothing' }) : '',
};

/**
 * What marks a comment as one with Stars: a text of its own that says so. Not what somebody wrote, which stands in a
 * block of its own direction, and not what can be pressed, which asks to send some.
 */
function markOf(comment: Element): string {
  const found = [...comment.querySelectorAll('span, div')].find(
    (element) =>
      element.firstElementChild === null &&
      starsSent(cut(element.textContent)) !== null &&
      element.closest('div[dir="auto"], a, button, [role="button"]') === null &&
      element.closest('[role="article"]') === comment,
  );
  return cut(found?.textContent);
}

function idOf(comment: Element): string {
  const link = comment.querySelector('a[href*="comment_id="]')?.getAttribute('href') ?? '';
  const told = URL.parse(link, 'https://www.facebook.com')?.searchParams.get('comment_id');
  return (told ?? (comment.id || comment.parentElement?.id || '')).slice(0, LONGEST);
}

/** Path of a link, with the one part of its query that says whose it is. */
function pathOf(link: Element | undefined, { href }: URL): string {
  const url = URL.parse(link?.getAttribute('href') ?? '', href);
  if (link === undefined || url === null || !/(^|\.)facebook\.com$/.test(url.hostname)) return '';
  const id = url.pathname === '/profile.php' ? (url.searchParams.get('id') ?? '') : '';
  return `${url.pathname}${id === '' ? '' : `?id=${id}`}`.slice(0, LONGEST);
}

function isLive(document: Document): boolean {
  const marks = document.querySelectorAll('[role="main"] span');
  return [...marks].some(
    (mark) =>
      mark.firstElementChild === null &&
      mark.closest('[role="article"], [role="complementary"], div[dir="auto"]') === null &&
      saysLive(cut(mark.textContent)),
  );
}

type Viewer = { readonly id: string; readonly name: string };

/** A document says once who uses it, in one of many long scripts, which are looked through no more than need be. */
const viewers = new WeakMap<Document, Viewer | null>();

/** Who uses the page, from the one object of the document that says so; id `0` is nobody. Null where none says. */
function viewerOf(document: Document): Viewer | null {
  const before = viewers.get(document);
  if (before !== undefined) return before;
  const viewer = viewerIn(document);
  if (viewer !== null || document.readyState === 'complete') viewers.set(document, viewer);
  return viewer;
}

function viewerIn({ scripts }: Document): Viewer | null {
  for (const { text } of scripts) {
    const told = /"CurrentUserInitialData",\[\],(\{[^{}]*\})/.exec(text)?.[1];
    const viewer = told === undefined ? null : readViewer(told);
    if (viewer !== null) return viewer;
  }
  return null;
}

function readViewer(text: string): Viewer | null {
  try {
    const data = parseJson(text);
    const id = textAt(data, 'USER_ID');
    return /^\d{1,20}$/.test(id) ? { id, name: cut(textAt(data, 'NAME')) } : null;
  } catch {
    return null;
  }
}
