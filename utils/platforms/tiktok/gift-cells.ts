import type { GiftCells } from '../types.ts';
import { tiktokPage } from './page.ts';

/** Longer addresses are not read: pictures written out in full, or a page that means harm. */
const LONGEST_ADDRESS = 2_000;

/** The path of an address, on whatever host; empty for pictures without one. */
function pathOf(address: string): string {
  return address.length > LONGEST_ADDRESS || /^(?:data|blob):/i.test(address)
    ? ''
    : address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

/**
 * TikTok's gift panel. The picture of a gift is named by 32 hexadecimal digits, whatever stands around them: host,
 * `img/maliva/webcast-va/`, `resource/`, `composed.`, `.png`, `~tplv-obj.webp`, `~200x200.image`.
 */
export const tiktokGiftCells: GiftCells = {
  unit: 'tiktok:coin',
  showsPanel: tiktokPage.showsStream,
  pictureKey: (address) =>
    pathOf(address)
      .match(/(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi)
      ?.at(-1)
      ?.toLowerCase() ?? null,
  isPortrait: (address) => /-avt-|avatar/i.test(pathOf(address)),
  sent: [
    '[data-e2e="chat-room"]',
    '[data-e2e="public-screen-live-chat-slot"]',
    '[data-e2e="chat-message"]',
    '[data-e2e="gift-container"]',
  ].join(),
};
