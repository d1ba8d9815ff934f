import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformMatches } from '../../utils/platforms/sites.ts';
import { startCapture } from './capture.ts';

// Named to sort before `page`: of scripts that run at the same time browsers run the first listed first, and this
// one must be listening when the hook in the page hands itself over.
export default defineContentScript({
  matches: platformMatches,
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  main: startCapture,
});
