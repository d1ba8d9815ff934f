import { facebookSite } from './facebook/site.ts';
import { instagramSite } from './instagram/site.ts';
import { kickSite } from './kick/site.ts';
import { telegramSite } from './telegram/site.ts';
import { tiktokSite } from './tiktok/site.ts';
import { twitchSite } from './twitch/site.ts';
import type { Site } from './types.ts';
import { youtubeSite } from './youtube/site.ts';

/** Every platform's site, as plain data: one line a platform. */
export const sites: readonly Site[] = [
  tiktokSite,
  kickSite,
  twitchSite,
  youtubeSite,
  instagramSite,
  telegramSite,
  facebookSite,
];

/** Sites that are watched only after the user allowed it. */
export const optionalSites: readonly Site[] = sites.filter(({ optional }) => optional === true);

/** Whether a platform's site is watched only after the user allowed it. */
export function isOptional(platform: Site['id']): boolean {
  return optionalSites.some(({ id }) => id === platform);
}

/** Match patterns of a site's pages. `*.` stands for the domain itself too. */
export function matchesOf({ domains }: Site): string[] {
  return domains.map((domain) => `https://*.${domain}/*`);
}

/** Match patterns of the sites that are watched from the installation on, for the manifest. */
export const platformMatches: string[] = sites
  .filter(({ optional }) => optional !== true)
  .flatMap(matchesOf);

/** Match patterns of the sites that may be asked for, for the manifest. */
export const optionalMatches: string[] = optionalSites.flatMap(matchesOf);

/** The site that an address belongs to, or null. */
export function siteOf({ protocol, hostname }: URL): Site | null {
  const isOf = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  return protocol === 'https:' ? (sites.find(({ domains }) => domains.some(isOf)) ?? null) : null;
}

/** What gifts of a site are known from; its socket where nothing else is said. */
export function carrierOf(platform: Site['id']): 'socket' | NonNullable<Site['carrier']> {
  return sites.find(({ id }) => id === platform)?.carrier ?? 'socket';
}

interface Seen {
  readonly sockets: number;
  readonly frames: number;
}

/** Whether what carries a site's gifts was seen on a page. */
export function carrierSeen(platform: Site['id'], { sockets, frames }: Seen): boolean {
  return (carrierOf(platform) === 'socket' ? sockets : frames) > 0;
}

/** Whether only a reload helps: the page was there before capture, and may have opened unseen what carries its gifts. */
export function mustReload(platform: Site['id'], late: boolean, seen: Seen): boolean {
  // What stands on a page can be read at any time.
  return late && carrierOf(platform) !== 'page' && !carrierSeen(platform, seen);
}
