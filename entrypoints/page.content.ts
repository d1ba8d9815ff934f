import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformMatches } from '../utils/platforms/sites.ts';
import '../utils/messaging/page-hook/start.ts';

export default defineContentScript({
  // Only the manifest needs these, and WXT defines ENTRYPOINT only when it bundles: so they stay out of the page.
  ...(import.meta.env.ENTRYPOINT
    ? {}
    : {
        matches: platformMatches,
        world: 'MAIN',
        runAt: 'document_start',
        allFrames: true,
        matchAboutBlank: true,
        noScriptStartedPostMessage: true,
      }),
  // All is done by the import: a content script is an expression that runs at once.
  main() {},
});
