import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformMatches } from '../../utils/platforms/sites.ts';
import { startGuard } from './guard.ts';

export default defineContentScript({
  matches: platformMatches,
  // Not in the manifest: the background registers it while the guard is on.
  registration: 'runtime',
  runAt: 'document_start',
  // The style is part of the script, as the overlay's is.
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main: startGuard,
});
