import type { PageKnowledge } from '../types.ts';

/** First parts of paths that are no channel's name. */
const notChannels =
  /^\/(?:bits|checkout|collections|directory|downloads|drops|following|friends|inventory|jobs|login|p|payments|prime|search|settings|signup|store|subscriptions|team|turbo|videos|wallet)(?:\/|$)/;

/** A channel, its chat alone, in another site's frame or for moderators; a creator's own stream. */
const streams =
  /^\/(?:(?:(?:popout|embed)\/)?\w{2,30}(?:\/(?:chat|home))?|moderator\/\w{2,30}|(?:popout\/)?u\/\w{2,30}\/stream-manager(?:\/.*)?)\/?$/;

/** Where things are on twitch.tv: see `README.md`, "The page". */
export const twitchPage: PageKnowledge = {
  showsStream: ({ pathname }) => !notChannels.test(pathname) && streams.test(pathname),
  picture: ['[data-a-target="video-player"]', '.video-player', 'video'],
  keepClear: [
    '[data-a-target="chat-input"]',
    '.chat-input',
    '[data-a-target="bits-button"]',
    '[data-a-target="player-controls"]',
  ],
  inlineData: [],
};
