import { defineContentScript } from 'wxt/utils/define-content-script';
import { platformMatches } from '../../utils/platforms/sites.ts';
import { startTags } from './tags.ts';

export default defineContentScript({
  matches: platformMatches,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main: startTags,
});
