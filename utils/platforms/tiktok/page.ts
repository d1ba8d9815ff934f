import type { PageKnowledge } from '../types.ts';

/** Where things are on tiktok.com: see `README.md`, "The page". */
export const tiktokPage: PageKnowledge = {
  showsStream: ({ pathname }) => /^\/@[^/]+\/live\/?$/.test(pathname),
  picture: ['[class*="DivLivePlayer"]', 'video'],
  keepClear: [
    '[data-e2e="comment-input"]',
    'div[contenteditable="plaintext-only"]',
    '[data-e2e="gift-container"]',
    '[data-e2e="gift-panel"]',
    '[class*="GiftPanel"]',
    '[class*="DivGiftTray"]',
    '[class*="DivGiftBar"]',
  ],
  inlineData: ['#SIGI_STATE', '#__UNIVERSAL_DATA_FOR_REHYDRATION__'],
};
