import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformMatches } from '../../utils/platforms/sites.ts';
import { startOverlay } from './overlay.tsx';

export default defineContentScript({
  matches: platformMatches,
  runAt: 'document_end',
  // The style is part of the script: a style file would have to be readable by pages, which could then tell by it
  // that the extension is there.
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main: startOverlay,
});
