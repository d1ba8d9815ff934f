import type { PageHook } from '../hooks.ts';
import { matcher } from '../matcher.ts';

/** The traffic of Instagram that badges travel in: no socket, the page asks how its stream stands again and again. */
export const instagramHook: PageHook = {
  socket: () => false,
  /** The comments with those who support the stream, whose stream it is, and whether it still runs. */
  request: matcher(
    /^https:\/\/(www|i)\.instagram\.com\/api\/v1\/live\/(web_info|\d+\/(get_comment|info|heartbeat_and_get_viewer_count))\/?(\?|$)/,
  ),
};
