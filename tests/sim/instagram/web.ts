import { readFile } from 'node:fs/promises';
import { type Asked, type ServedSite, send } from '../served-site.ts';
import type { InstagramSim } from './instagram-sim.ts';
import { broadcasts, everybody, type InstagramPerson, me } from './people.ts';
import { heartbeatAnswer, infoAnswer, viewerScript } from './wire.ts';

/** The site as the server serves it. */
export function servedInstagram(instagram: InstagramSim): ServedSite {
  return {
    domains: ['instagram.com'],
    answer: (asked) => answer(instagram, asked),
    socketAt: () => null,
  };
}

function sendJson(asked: Asked, data: object, status = 200): void {
  send(asked, status, 'application/json; charset=utf-8', JSON.stringify(data));
}

async function answer(instagram: InstagramSim, asked: Asked): Promise<void> {
  const { host, url } = asked;
  const { pathname } = url;
  const live = /^\/api\/v1\/live\/(\d+)\/(\w+)\/$/.exec(pathname);
  if (host !== 'www.instagram.com') {
    send(asked, 404, 'text/plain', 'nothing here');
  } else if (pathname === '/sim/live.js') {
    send(asked, 200, 'text/javascript', await readFile(new URL('client/live.js', import.meta.url)));
  } else if (live !== null) {
    answerLive(instagram, asked, live[1] ?? '', live[2] ?? '');
  } else {
    sendDocument(asked);
  }
}

function answerLive(instagram: InstagramSim, asked: Asked, id: string, about: string): void {
  const broadcast = broadcasts.find((one) => one.id === id);
  if (broadcast === undefined) {
    sendJson(asked, { message: 'Not found', status: 'fail' }, 404);
    return;
  }
  const status = instagram.hasEnded(id) ? 'stopped' : 'active';
  const { searchParams } = asked.url;
  if (about === 'info') {
    sendJson(asked, infoAnswer(broadcast, Math.floor(Date.now() / 1000), status));
  } else if (about === 'heartbeat_and_get_viewer_count') {
    sendJson(asked, heartbeatAnswer(status));
  } else if (about === 'get_comment') {
    const after = Number(searchParams.get('last_comment_ts') ?? 0);
    const { status: code, body } = instagram.answerTo(searchParams.get('sim') ?? '', id, after);
    sendJson(asked, body, code);
  } else {
    send(asked, 404, 'text/plain', 'nothing here');
  }
}

function viewerAs(as: string): InstagramPerson | null {
  return everybody.find(({ username }) => username === as) ?? null;
}

/** Who is logged in, the address says: `?as=guest`, `?as=<name>`, else the watching account. */
function sendDocument(asked: Asked): void {
  const viewer = viewerAs(asked.url.searchParams.get('as') ?? me.username);
  const links = broadcasts.map(
    ({ id, host, title }) =>
      `<a data-broadcast="${id}" href="/${host.username}/live/?broadcast_id=${id}">${title}</a>`,
  );
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Instagram</title>
<style>body{margin:0;background:#000;color:#fff;font:15px system-ui}nav,ul,form{padding:12px}
nav a{color:#9cf;margin-right:12px}video{display:block;width:100%;height:50vh;background:#213}</style></head>
<body><script type="application/json" data-sjs>${viewerScript(viewer).replaceAll('<', '\\u003c')}</script>
<nav>${links.join('')}</nav><video></video><ul id="comments"></ul>
<form><textarea aria-label="Add a comment"></textarea></form>
<script type="module" src="/sim/live.js"></script></body></html>`;
  send(asked, 200, 'text/html; charset=utf-8', html);
}
