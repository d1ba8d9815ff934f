import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What tests and `npm start` leave behind for a person to look at. Not committed. */
export const resultsFolder = join(root, 'test-results');

/** What `wxt build` makes, by target. */
export const builds = {
  chrome: join(root, '.output', 'chrome-mv3'),
  firefox: join(root, '.output', 'firefox-mv3'),
} as const;

export type Target = keyof typeof builds;
