/** The hosts that the simulated sites stand in for. */
export const simulatedHosts = [
  '*.tiktok.com',
  '*.tiktokcdn.com',
  '*.tiktokcdn-us.com',
  '*.instagram.com',
  'kick.com',
  '*.kick.com',
  '*.pusher.com',
  '*.twitch.tv',
  '*.youtube.com',
] as const;

/**
 * Chromium's arguments that send the simulated hosts, and more where a test asks for them, to the simulator on loopback and let no other name resolve: a
 * request to anywhere else fails, and a test sees it.
 */
export function chromiumNetworkArgs(
  simPort: number,
  moreHosts: readonly string[] = [],
): readonly string[] {
  const rules = [
    ...[...simulatedHosts, ...moreHosts].map((host) => `MAP ${host} 127.0.0.1:${simPort}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    `--host-resolver-rules=${rules.join(', ')}`,
    '--ignore-certificate-errors',
    // The browser's own traffic: noise in a closed network, and nobody's business in an open one.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
    '--no-pings',
  ];
}
