/** The browsers that the extension is tested in. */
export type BrowserKind = 'chromium' | 'firefox';

/** What a person has to know of each kind. */
export const kinds = {
  chromium: {
    label: 'Chromium',
    /** Names the browser by hand. */
    variable: 'CHROMIUM_PATH',
    /** The manifest's `minimum_chrome_version`. */
    oldest: 144,
  },
  firefox: {
    label: 'Firefox',
    variable: 'FIREFOX_PATH',
    /** The manifest's `strict_min_version`. */
    oldest: 142,
  },
} as const satisfies Record<BrowserKind, object>;
