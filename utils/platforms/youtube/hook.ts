import type { PageHook } from '../hooks.ts';
import { matcher } from '../matcher.ts';

/** The traffic of YouTube that payments travel in: no socket, the page asks for its chat again and again. */
export const youtubeHook: PageHook = {
  socket: () => false,
  /** The chat, the answer to the viewer's own message, and which video the page has gone on to. */
  request: matcher(
    /^https:\/\/(www|m|studio)\.youtube\.com\/youtubei\/v1\/(live_chat\/(get_live_chat|send_message)|next)(\?|$)/,
  ),
};
