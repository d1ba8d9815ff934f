/** The hosts that exchange rates may be fetched from, the first one first. Plain data: the build reads it too. */
export const rateHosts = {
  frankfurter: 'api.frankfurter.dev',
  'currency-api': 'cdn.jsdelivr.net',
} as const;

/** The same as the manifest names them. */
export const rateMatches: string[] = Object.values(rateHosts).map((host) => `https://${host}/*`);
