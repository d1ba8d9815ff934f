import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { type Json, toJson } from '../json.ts';
import { type Asked, type ServedSite, send } from '../served-site.ts';
import { giftPanel } from './catalogue.ts';
import { serveCheckSocket } from './check-socket.ts';
import { coinDocument, payForCoins } from './coin-web.ts';
import { type Hub, readId } from './hub.ts';
import { contentSecurityPolicy, type PageFor, renderPage, roomFacts } from './page.ts';
import { me, type Person } from './people.ts';
import { pictureAt } from './pictures.ts';
import type { Room } from './room.ts';
import type { Shop } from './shop.ts';
import type { World } from './world.ts';

/** What the site's HTTP side works with. */
export interface Site {
  readonly world: World;
  readonly hub: Hub;
  readonly shop: Shop;
  /** How many gifts the panel shows. */
  panelSize: number;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Who is logged in, by the cookie that the document set. */
function viewerOf(world: World, request: IncomingMessage): Person | null {
  const who = /(?:^|;\s*)sessionid=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return who === undefined ? null : world.person(decodeURIComponent(who));
}

function sendJson(asked: Asked, data: Json): void {
  send(asked, 200, 'application/json; charset=utf-8', toJson(data));
}

/** The site as the server serves it. */
export function servedTikTok(site: Site): ServedSite {
  return {
    domains: ['tiktok.com', 'tiktokcdn.com', 'tiktokcdn-us.com'],
    answer: (asked) => answerWeb(site, asked),
    socketAt(host, url) {
      if (!host.startsWith('webcast') || !url.pathname.startsWith('/webcast/im/')) return null;
      if (site.hub.refusing) return null;
      return url.searchParams.has('check')
        ? serveCheckSocket
        : (socket, request) => site.hub.accept(socket, request);
    },
  };
}

/** Answers one request of `host`. */
async function answerWeb(site: Site, asked: Asked): Promise<void> {
  const { host, url, answer, request } = asked;
  const picture = pictureAt(host, url.pathname);
  if (picture !== null) {
    answer.setHeader('access-control-allow-origin', '*');
    answer.writeHead(200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
    });
    answer.end(picture);
    return;
  }
  if (host === 'webcast.tiktok.com') {
    const { origin } = request.headers;
    if (origin !== undefined) {
      answer.setHeader('access-control-allow-origin', origin);
      answer.setHeader('access-control-allow-credentials', 'true');
      answer.setHeader('access-control-allow-headers', 'content-type');
      answer.setHeader('vary', 'origin');
    }
    if (request.method === 'OPTIONS') {
      send(asked, 204, 'text/plain', '');
      return;
    }
  }
  if (url.searchParams.has('check') && !url.pathname.endsWith('/live')) {
    answerCheck(asked, url.searchParams.get('check') ?? '');
    return;
  }
  if (host === 'webcast.tiktok.com') {
    answerWebcast(site, asked);
  } else if (host === 'www.tiktok.com') {
    await answerWww(site, asked);
  } else {
    send(asked, 404, 'text/plain', 'nothing here');
  }
}

/** Answers made for the page's checks of itself, on whatever path they ask. */
function answerCheck(asked: Asked, kind: string): void {
  switch (kind) {
    case 'drop':
      asked.request.socket.destroy();
      return;
    case 'slow':
      setTimeout(() => sendJson(asked, { status_code: 0, slow: true }), 400);
      return;
    case 'error':
      send(asked, 500, 'application/json', '{"status_code":5}');
      return;
    case 'echo':
      sendJson(asked, { status_code: 0, method: asked.request.method ?? '', body: asked.body });
      return;
    case 'bytes':
      send(
        asked,
        200,
        'application/octet-stream',
        Uint8Array.from({ length: 64 }, (_, n) => n),
      );
      return;
    default:
      sendJson(asked, { status_code: 0, data: { gifts: [], text: 'ok' } });
  }
}

function answerWebcast(site: Site, asked: Asked): void {
  const { world, hub, shop } = site;
  const { url, request } = asked;
  const room = world.roomById(readId(url.searchParams.get('room_id')));
  switch (url.pathname) {
    case '/webcast/im/fetch/': {
      const cursor = url.searchParams.get('cursor') ?? '';
      if (room === undefined) {
        send(asked, 400, 'text/plain', 'no room');
        return;
      }
      const body = cursor === '' ? hub.firstPage(room) : hub.laterPage(room, cursor);
      send(asked, 200, 'application/protobuf', body);
      return;
    }
    case '/webcast/gift/list/':
      sendJson(asked, giftList(site.panelSize));
      return;
    case '/webcast/gift/send/':
      sendJson(asked, shop.send(new URLSearchParams(asked.body), viewerOf(world, request)));
      return;
    case '/webcast/wallet_api/fs/diamond_buy/permission_v2':
      sendJson(asked, wallet(viewerOf(world, request), world.balance));
      return;
    default:
      send(asked, 404, 'text/plain', 'nothing here');
  }
}

function wallet(viewer: Person | null, coins: number): Json {
  if (viewer === null) {
    return { status_code: 20003, data: { message: 'Please log in' } };
  }
  return {
    status_code: 0,
    data: { coins, frozen_coins: 0, is_allow: true, is_show: true, block_coin_page: false },
  };
}

function giftList(size: number): Json {
  const gifts = giftPanel(size).map((gift) => {
    const image = { uri: new URL(gift.icon).pathname.slice(12), url_list: [gift.icon] };
    return {
      id: gift.id,
      name: gift.name,
      describe: `Sent ${gift.name}`,
      diamond_count: gift.coins,
      type: gift.type,
      combo: gift.type === 1,
      duration: 1000,
      for_linkmic: true,
      image,
      icon: image,
      is_displayed_on_panel: true,
      is_random_gift: false,
      is_box_gift: false,
    };
  });
  return {
    data: {
      gifts,
      pages: [{ page_name: 'Gifts', page_type: 1, region: 'PT', display: true, gifts }],
      gifts_info: {},
      is_full_gift_data: false,
    },
    extra: { log_id: '20261122', now: Date.now() },
    status_code: 0,
  };
}

async function answerWww(site: Site, asked: Asked): Promise<void> {
  const { world } = site;
  const { url } = asked;
  const file = /^\/sim\/((?:self-check|client)\/[a-z-]+\.(?:js|css))$/.exec(url.pathname)?.[1];
  if (file !== undefined) {
    const body = await readFile(new URL(file, import.meta.url));
    send(asked, 200, TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain', body);
    return;
  }
  if (url.pathname === '/api-live/user/room/') {
    const room = world.rooms.get(url.searchParams.get('uniqueId') ?? '');
    sendJson(
      asked,
      room === undefined
        ? { statusCode: 19881007, message: 'user_not_found' }
        : { statusCode: 0, data: roomFacts(room), message: '' },
    );
    return;
  }
  if (url.pathname === '/sim/pay-for-coins') {
    sendJson(asked, payForCoins(asked.body, viewerOf(world, asked.request), world));
    return;
  }
  if (/^\/coin(?:\/end-result)?$/.test(url.pathname)) {
    const viewer = logIn(site, asked);
    const { policy, html } = coinDocument(url, viewer, world);
    asked.answer.setHeader('content-security-policy', policy);
    send(asked, 200, 'text/html; charset=utf-8', html);
    return;
  }
  const handle = /^\/@([^/]+)\/live\/?$/.exec(url.pathname)?.[1];
  const room = handle === undefined ? undefined : world.rooms.get(decodeURIComponent(handle));
  if (room !== undefined) {
    sendDocument(site, asked, 'room', room);
  } else if (url.pathname === '/live' || url.pathname === '/') {
    sendDocument(site, asked, 'feed', null);
  } else if (url.pathname === '/self-check/live') {
    sendDocument(site, asked, 'check', null);
  } else {
    send(asked, 404, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Not found</title>');
  }
}

/** A document also decides who is logged in: `?as=guest`, `?as=<handle>`, else the watching account. */
function logIn(site: Site, asked: Asked): Person | null {
  const as = asked.url.searchParams.get('as') ?? me.handle;
  const viewer = as === 'guest' ? null : site.world.person(as);
  const scope = 'Domain=.tiktok.com; Path=/; Secure; HttpOnly; SameSite=None';
  const session =
    viewer === null
      ? `sessionid=; Max-Age=0; ${scope}`
      : `sessionid=${encodeURIComponent(viewer.handle)}; ${scope}`;
  asked.answer.setHeader('set-cookie', [session, `ttwid=sim; ${scope}`]);
  return viewer;
}

function sendDocument(site: Site, asked: Asked, kind: PageFor['kind'], room: Room | null): void {
  const viewer = logIn(site, asked);
  const nonce = randomBytes(12).toString('base64url');
  const trustedTypes = asked.url.searchParams.get('tt') === '1';
  // A page that holds frames of others and may be held by others.
  if (asked.url.searchParams.get('framed') !== '1') {
    asked.answer.setHeader('content-security-policy', contentSecurityPolicy(nonce, trustedTypes));
  }
  const page = renderPage({
    viewer,
    room,
    kind,
    check: kind === 'check' || asked.url.searchParams.get('check') === '1',
    nonce,
    others: [...site.world.rooms.values()].filter((one) => one !== room && one.host.id !== me.id),
  });
  send(asked, 200, 'text/html; charset=utf-8', page);
}
