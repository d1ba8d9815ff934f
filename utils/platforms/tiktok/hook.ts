import type { PageHook } from '../hooks.ts';
import { matcher } from '../matcher.ts';

/** The traffic of TikTok that gifts travel in. */
export const tiktokHook: PageHook = {
  /** The live socket of any region. The preview socket of the feed is for rooms that nobody entered. */
  socket: matcher(
    /^wss:\/\/webcast[\w.-]*\.tiktok\.com\/webcast\/im\/(?!ws_proxy\/from_preview\/)/,
  ),
  /** Messages by polling, gift prices, the answer to sending, and who is watching whom. Nothing of wallets. */
  request: matcher(
    /^https:\/\/[\w.-]+\.tiktok\.com\/(webcast\/(im\/fetch(\/history)?|gift\/(list|send)|room\/(info|enter))|passport\/web\/account\/info|node-webapp\/api\/common-app-context|api-live\/user\/room)\/?(\?|$)/,
  ),
};
