import { type Browser, browser } from 'wxt/browser';
import type { PlatformId } from '../../utils/core/ids.ts';
import { siteOf } from '../../utils/platforms/sites.ts';
import type { Site } from '../../utils/platforms/types.ts';

/** Thrown for a message that does not come from a content script on a platform's own pages. */
export class WrongSender extends Error {
  override readonly name = 'WrongSender';
}

/** The frame of a tab that a message comes from. */
export interface SenderFrame {
  readonly tab: number;
  readonly frame: number;
  readonly platform: PlatformId;
  readonly site: Site;
  /** The platform's own domain. */
  readonly host: string;
}

/** Throws {@link WrongSender} for anyone but a page of the extension: content scripts run in pages of others. */
export function ownPage(sender: Browser.runtime.MessageSender): void {
  if (!isOwnPage(sender)) throw new WrongSender(sender.url);
}

/**
 * Which frame of which platform's page a message comes from. Throws {@link WrongSender} for anyone else. A frame
 * without an address of its own (`about:blank`) belongs to the page that it is in; one with an address never does.
 */
export function senderFrame(sender: Browser.runtime.MessageSender): SenderFrame {
  const { id, tab, frameId } = sender;
  const addresses = [sender.origin, sender.url, tab?.url].filter(
    (address) => address !== undefined,
  );
  const own = addresses
    .map((address) => URL.parse(address))
    .find((url) => url?.protocol === 'https:' || url?.protocol === 'http:');
  const site = own ? siteOf(own) : null;
  if (id !== browser.runtime.id || tab?.id === undefined || !site) {
    throw new WrongSender(addresses.join(' '));
  }
  return {
    tab: tab.id,
    frame: frameId ?? 0,
    platform: site.id,
    site,
    host: site.domains[0] ?? site.id,
  };
}

/** Whether a message comes from a page of the extension itself. */
export function isOwnPage({ id, url = '' }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && url.startsWith(browser.runtime.getURL('/'));
}
