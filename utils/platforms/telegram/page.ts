import type { PageKnowledge } from '../types.ts';

/** Which of the two clients an address is of; null for other pages. */
export function clientOf({ pathname }: URL): 'a' | 'k' | null {
  const client = /^\/([ak])(\/|$)/.exec(pathname)?.[1];
  return client === 'a' || client === 'k' ? client : null;
}

/** Whether an address is that of an open chat: `#123`, `#-100123`, `#-100123_45`, `#@name`. */
export function showsChat(url: URL): boolean {
  return clientOf(url) !== null && /^#(-?\d+|@\w+)/.test(url.hash);
}

/** Where things are on web.telegram.org: see `README.md`, "The page". */
export const telegramPage: PageKnowledge = {
  showsStream: showsChat,
  picture: [],
  keepClear: [],
  inlineData: [],
};
