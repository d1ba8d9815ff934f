import type { PageKnowledge } from '../types.ts';

/** First parts of paths that are no channel's name. */
const notChannels =
  /^\/(browse|categories|category|clips|dashboard|following|search|settings|subscriptions|transactions|video|videos)(\/|$)/;

/** Where things are on kick.com: see `README.md`, "The page". */
export const kickPage: PageKnowledge = {
  showsStream: ({ pathname }) =>
    !notChannels.test(pathname) &&
    /^\/((popout\/)?[\w-]{3,}(\/(chat|chatroom|moderator))?|stream)\/?$/.test(pathname),
  picture: ['#injected-channel-player', 'video'],
  keepClear: ['[data-testid="chat-input"]', '#channel-chatroom form', '#kicks-gifting'],
  inlineData: [],
};
