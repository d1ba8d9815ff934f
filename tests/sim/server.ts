import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { parseArgs } from 'node:util';
import { WebSocketServer } from 'ws';
import { loadCapture, playCapture } from './capture.ts';
import { makeCertificate } from './certificate.ts';
import { InstagramSim } from './instagram/instagram-sim.ts';
import { servedInstagram } from './instagram/web.ts';
import { KickSim } from './kick/kick-sim.ts';
import { servedKick } from './kick/web.ts';
import { RateSources } from './rates.ts';
import { RequestLog } from './request-log.ts';
import { scenarioNamed } from './scenarios/index.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type ServedSite, send, siteAt } from './served-site.ts';
import { Sim } from './sim.ts';
import { Hub } from './tiktok/hub.ts';
import { Shop } from './tiktok/shop.ts';
import { type Site, servedTikTok } from './tiktok/web.ts';
import { World } from './tiktok/world.ts';
import { TwitchSim } from './twitch/twitch-sim.ts';
import { servedTwitch } from './twitch/web.ts';
import { servedYoutube } from './youtube/web.ts';
import { YoutubeSim } from './youtube/youtube-sim.ts';

/** How to start the simulated site. */
export interface SimOptions {
  /** A free one is taken unless given. */
  readonly port?: number;
  /** Played as soon as the first page is in its room. */
  readonly scenario?: string | Scenario;
  /** Path of a capture file (`.ndjson`), replayed to the first page that comes. */
  readonly capture?: string;
  /** The account id of the capture's host, where it is known. */
  readonly captureHost?: bigint;
  /** 2 takes half the time, `Infinity` none. */
  readonly speed?: number;
}

/** A request's body is small on this site; more than this is cut off. */
const LARGEST_BODY = 64 * 1024;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > LARGEST_BODY) {
      break;
    }
  }
  return body;
}

/** The host that the browser thinks it talks to, and the address. */
function addressOf(request: IncomingMessage): { host: string; url: URL } {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return { host, url: new URL(request.url ?? '/', `https://${host || 'nowhere.invalid'}`) };
}

async function answer(
  sites: readonly ServedSite[],
  rates: RateSources,
  log: RequestLog,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, url } = addressOf(request);
  const body = await readBody(request);
  log.add(request, host, url, body);
  if (rates.answer(host, url, response)) return;
  const asked = { request, answer: response, host, url, body };
  const site = siteAt(sites, host);
  if (site === undefined) send(asked, 404, 'text/plain', 'nobody is here');
  else await site.answer(asked);
}

/** Starts the simulated site on 127.0.0.1. */
export async function startSim(options: SimOptions = {}): Promise<Sim> {
  const speed = options.speed ?? 1;
  const certificate = await makeCertificate();
  const capture =
    options.capture === undefined ? null : await loadCapture(options.capture, options.captureHost);
  const world = new World(capture?.host ?? null);
  const hub = new Hub(world);
  const shop = new Shop(world, hub, speed);
  const site: Site = { world, hub, shop, panelSize: 62 };
  const instagram = new InstagramSim();
  const kick = new KickSim();
  const twitch = new TwitchSim();
  const youtube = new YoutubeSim();
  const sites = [
    servedTikTok(site),
    servedInstagram(instagram),
    servedKick(kick),
    servedTwitch(twitch),
    servedYoutube(youtube),
  ];
  const rates = new RateSources();
  const log = new RequestLog();
  const server = createServer(
    { key: certificate.key, cert: certificate.cert },
    (request, response) => {
      answer(sites, rates, log, request, response).catch((error: unknown) => {
        console.error('sim: request failed', request.url, error);
        response.destroy();
      });
    },
  );
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const { host, url } = addressOf(request);
    log.add(request, host, url, '', 'WS');
    const take = siteAt(sites, host)?.socketAt(host, url) ?? null;
    if (take === null) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => take(accepted, request));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  const sim = new Sim({
    port: address.port,
    certificate,
    site,
    rates,
    instagram,
    kick,
    twitch,
    youtube,
    log,
    speed,
    shutDown: async () => {
      for (const socket of sockets.clients) {
        socket.terminate();
      }
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
  if (capture !== null) {
    playCapture(sim, capture, speed).catch((error: unknown) => console.error('sim:', error));
  }
  if (options.scenario !== undefined) {
    const { scenario } = options;
    const story = typeof scenario === 'string' ? scenarioNamed(scenario) : scenario;
    // A day: the page may be opened whenever its user likes.
    sim
      .waitForClients(1, { room: story.room }, 86_400_000)
      .then(() => sim.play(story))
      .catch((error: unknown) => console.error('sim:', error));
  }
  return sim;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8443' },
      scenario: { type: 'string', default: 'evening' },
      capture: { type: 'string' },
      speed: { type: 'string', default: '1' },
    },
  });
  const sim = await startSim({
    port: Number(values.port),
    speed: Number(values.speed),
    ...(values.capture === undefined ? { scenario: values.scenario } : { capture: values.capture }),
  });
  console.log(`Simulated site on 127.0.0.1:${sim.port}. Start Chromium with a new profile and:`);
  console.log(sim.chromiumArgs.map((arg) => `  '${arg}'`).join(' \\\n'));
  console.log(`  ${sim.pageUrl()}`);
  process.once('SIGINT', () => void sim.close().then(() => process.exit(0)));
  process.once('SIGTERM', () => void sim.close().then(() => process.exit(0)));
}

if (import.meta.main) {
  await main();
}
