import type { PageKnowledge } from '../types.ts';

/** Where things are on YouTube: see `README.md`, "The page". */
export const youtubePage: PageKnowledge = {
  showsStream: ({ pathname }) =>
    /^\/(watch|live_chat|live\/[\w-]{11}|(@[^/]+|(channel|c|user)\/[^/]+)\/live|(video|channel)\/[\w-]+\/livestreaming(\/.*)?)\/?$/.test(
      pathname,
    ),
  picture: ['#movie_player', 'ytd-player', 'ytcp-stream-preview', 'video'],
  keepClear: [
    '.ytp-chrome-bottom',
    '#chat-container',
    'ytd-live-chat-frame',
    'yt-live-chat-message-input-renderer',
  ],
  inlineData: [],
  inlineScripts:
    /^\s*(window\["ytInitialData"\]|var ytInitial(Data|PlayerResponse)) = \{|ytcfg\.set\(\{/,
  carriers: /\/live_chat\//,
};
