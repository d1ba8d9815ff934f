import type { GiftPanel } from '../types.ts';

/** How sending is recognised on TikTok LIVE: see `README.md`, "Sending". */
export const tiktokGiftPanel: GiftPanel = {
  controls: 'button, [role="button"], input[type="submit"], input[type="button"]',
  sends: '[data-e2e*="send" i], [type="submit"]',
  choices: [
    '[role="option"]',
    '[role="radio"]',
    '[role="gridcell"]',
    '[role="tab"]',
    '[aria-selected]',
    '[aria-checked]',
    '[aria-pressed]',
  ].join(),
  chosen: ['[aria-selected="true"]', '[aria-checked="true"]', '[aria-pressed="true"]'].join(),
  isSending: ({ hostname, pathname }) =>
    /(?:^|\.)tiktok\.com$/.test(hostname) && /^\/webcast\/gift\/send\/?$/.test(pathname),
};
