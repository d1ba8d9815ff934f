import { kickSite } from './kick/site.ts';
import { tiktokSite } from './tiktok/site.ts';
import type { Site } from './types.ts';

/** Every platform's site, as plain data: one line a platform. */
export const sites: readonly Site[] = [tiktokSite, kickSite];

/** Match patterns of all sites, for the manifest. `*.` stands for the domain itself too. */
export const platformMatches: string[] = sites.flatMap(({ domains }) =>
  domains.map((domain) => `https://*.${domain}/*`),
);

/** The site that an address belongs to, or null. */
export function siteOf({ protocol, hostname }: URL): Site | null {
  const isOf = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  return protocol === 'https:' ? (sites.find(({ domains }) => domains.some(isOf)) ?? null) : null;
}
