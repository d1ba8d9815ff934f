import type { PageHook } from '../hooks.ts';
import { matcher } from '../matcher.ts';

/** The traffic of Kick that gifts travel in. */
export const kickHook: PageHook = {
  /** The Centrifugo socket of any region, and Pusher with Kick's own key. */
  socket: matcher(
    /^wss:\/\/(realtime\.[\w.-]+\.platform\.kick\.com\/connection\/websocket|ws-\w+\.pusher\.com\/app\/32cbd69e4b950bf97679)(\?|$)/,
  ),
  /** Who is watching whom, gifts that are pinned, and the answer to sending. */
  request: matcher(
    /^https:\/\/(web\.)?kick\.com\/api\/(v1\/(user|kicks\/\d+\/(pinned-gifts|gift))|v2\/channels\/[\w-]+)(\?|$)/,
  ),
};
