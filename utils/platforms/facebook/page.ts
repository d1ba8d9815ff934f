import type { PageKnowledge } from '../types.ts';

/** The video that an address shows; empty for other pages. */
export function videoOf({ pathname, searchParams }: URL): string {
  const inPath =
    /^\/(?:[\w.-]+\/videos\/(?:[^/]+\/)?|live\/producer\/(?:dashboard\/)?)(\d{5,20})/.exec(
      pathname,
    )?.[1];
  const asked = /^\/watch\/?(?:live\/?)?$/.test(pathname) ? (searchParams.get('v') ?? '') : '';
  return inPath ?? (/^\d{5,20}$/.test(asked) ? asked : '');
}

/** Where things are on facebook.com: see `README.md`, "The page". */
export const facebookPage: PageKnowledge = {
  showsStream: (url) => videoOf(url) !== '',
  picture: ['[role="main"] video', 'video'],
  keepClear: ['[role="complementary"] form', '[role="complementary"] [contenteditable="true"]'],
  inlineData: [],
};
