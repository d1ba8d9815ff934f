import { readFile } from 'node:fs/promises';
import { isRecord } from '../json.ts';
import { type Asked, type ServedSite, send } from '../served-site.ts';
import type { KickSim } from './kick-sim.ts';
import { everybody, type KickPerson, me } from './people.ts';
import { addresses, channelAnswer, gifts } from './wire.ts';

/** The site as the server serves it. */
export function servedKick(kick: KickSim): ServedSite {
  return {
    domains: ['kick.com', 'pusher.com'],
    answer: (asked) => answer(kick, asked),
    socketAt(host, { pathname }) {
      if (host.endsWith('.platform.kick.com') && pathname === '/connection/websocket') {
        return (socket, request) => kick.accept(socket, 'centrifugo', request);
      }
      if (host === 'ws-us2.pusher.com' && pathname.startsWith('/app/')) {
        return (socket, request) => kick.accept(socket, 'pusher', request);
      }
      return null;
    },
  };
}

/** Who is logged in, by the cookie that the document set. */
function viewerOf({ request }: Asked): KickPerson | undefined {
  const name = /(?:^|;\s*)session_token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return everybody.find(({ username }) => username === name);
}

function sendJson(asked: Asked, data: unknown, status = 200): void {
  const { origin } = asked.request.headers;
  if (origin !== undefined) {
    asked.answer.setHeader('access-control-allow-origin', origin);
    asked.answer.setHeader('access-control-allow-credentials', 'true');
    asked.answer.setHeader('access-control-allow-headers', 'content-type');
  }
  send(asked, status, 'application/json', JSON.stringify(data));
}

async function answer(kick: KickSim, asked: Asked): Promise<void> {
  const { host, url, request } = asked;
  const { pathname } = url;
  if (request.method === 'OPTIONS') {
    sendJson(asked, {});
  } else if (host === 'web.kick.com') {
    answerWeb(kick, asked);
  } else if (host !== 'kick.com') {
    send(asked, 404, 'text/plain', 'nothing here');
  } else if (pathname === '/sim/kick.js') {
    send(asked, 200, 'text/javascript', await readFile(new URL('client/kick.js', import.meta.url)));
  } else if (pathname === '/api/v1/user') {
    const viewer = viewerOf(asked);
    if (viewer === undefined) sendJson(asked, { message: 'Unauthenticated.' }, 401);
    else sendJson(asked, { id: viewer.id, username: viewer.username, email: 'not@to.be.read' });
  } else if (pathname.startsWith('/api/v2/channels/')) {
    const of = kick.personAt(pathname.slice('/api/v2/channels/'.length));
    if (of === undefined) sendJson(asked, { message: 'Not found' }, 404);
    else sendJson(asked, channelAnswer(of, kick.streams.get(of.channel) ?? 0));
  } else {
    sendDocument(kick, asked);
  }
}

function answerWeb(kick: KickSim, asked: Asked): void {
  const { url, body } = asked;
  const kicks = /^\/api\/v1\/kicks\/(\d+)\/(pinned-gifts|gift)$/.exec(url.pathname);
  if (url.pathname === '/api/v1/realtime/connection') {
    const { provider } = kick;
    sendJson(asked, { data: { provider, url: addresses[provider] } });
  } else if (kicks?.[2] === 'pinned-gifts') {
    sendJson(asked, { data: { pinned_gifts: [] } });
  } else if (kicks?.[2] === 'gift') {
    const wanted: unknown = JSON.parse(body);
    const gift = isRecord(wanted) ? String(wanted.gift_id) : '';
    const sent = viewerOf(asked) === me ? kick.sentByPage(Number(kicks[1]), gift) : null;
    sendJson(asked, sent ?? { message: 'No' }, sent === null ? 400 : 200);
  } else {
    send(asked, 404, 'text/plain', 'nothing here');
  }
}

/** A document also decides who is logged in: `?as=guest`, `?as=<name>`, else the watching account. */
function sendDocument(kick: KickSim, asked: Asked): void {
  const host = kick.personAt(asked.url.pathname.slice(1));
  const as = asked.url.searchParams.get('as') ?? me.username;
  const scope = 'Domain=kick.com; Path=/; Secure; HttpOnly; SameSite=None';
  const age = as === 'guest' ? '; Max-Age=0' : '';
  asked.answer.setHeader('set-cookie', `session_token=${as}${age}; ${scope}`);
  if (asked.url.pathname !== '/' && host === undefined) {
    send(asked, 404, 'text/html', '<!DOCTYPE html><title>Not found</title>');
    return;
  }
  const links = everybody.map(
    ({ username }) => `<a href="/${username.toLowerCase()}">${username}</a>`,
  );
  const buttons = gifts.map(({ id, name }) => `<button data-gift="${id}">Send ${name}</button>`);
  const user = as === 'guest' ? '' : String(everybody.find((one) => one.username === as)?.id ?? '');
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Kick</title>
<style>body{margin:0;background:#0b0e0f;color:#fff;font:15px system-ui}nav,form,ul{padding:12px}
nav a{color:#53fc18;margin-right:12px}#injected-channel-player{height:50vh;background:#142}</style></head>
<body data-user="${user}"><nav>${links.join('')}</nav>
<div id="injected-channel-player"></div><ul id="chat"></ul>
<form id="kicks-gifting">${buttons.join('')}</form>
<script type="module" src="/sim/kick.js"></script></body></html>`;
  send(asked, 200, 'text/html; charset=utf-8', html);
}
