import type { PageHook } from '../hooks.ts';
import { matcher } from '../matcher.ts';

/** The traffic of Twitch that payments travel in. */
export const twitchHook: PageHook = {
  /** The chat, and the two generations of everything else that is pushed. */
  socket: matcher(
    /^wss:\/\/(irc-ws\.chat\.twitch\.tv\/|hermes\.twitch\.tv\/v1|pubsub-edge\.twitch\.tv\/v1)(\?|$)/,
  ),
  /** The one address of all of the page's own questions. */
  request: matcher(/^https:\/\/gql\.twitch\.tv\/gql([?#]|$)/),
};
