import { readFile } from 'node:fs/promises';
import { isRecord } from '../json.ts';
import { type Asked, type ServedSite, send } from '../served-site.ts';
import { everybody, me, type YoutubePerson } from './people.ts';
import { streams } from './streams.ts';
import {
  type Audience,
  chatAnswer,
  chatData,
  chatScript,
  playerData,
  playerScript,
  sendAnswer,
  settingsScript,
  watchData,
  watchScript,
  type YoutubeStream,
} from './wire.ts';
import type { YoutubeSim } from './youtube-sim.ts';

/** The site as the server serves it. */
export function servedYoutube(youtube: YoutubeSim): ServedSite {
  return {
    domains: ['youtube.com'],
    answer: (asked) => answer(youtube, asked),
    socketAt: () => null,
  };
}

/** Who is logged in, by the cookie that the document set. */
function viewerOf({ request }: Asked): YoutubePerson | null {
  const name = /(?:^|;\s*)SID=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return everybody.find((person) => person.name === `@${name}`) ?? null;
}

const streamOf = (video: string) => streams.find((one) => one.video === video);

function sendJson(asked: Asked, data: unknown, status = 200): void {
  send(asked, status, 'application/json', JSON.stringify(data));
}

async function answer(youtube: YoutubeSim, asked: Asked): Promise<void> {
  const { host, url } = asked;
  const { pathname } = url;
  if (host !== 'www.youtube.com') {
    send(asked, 404, 'text/plain', 'nothing here');
  } else if (pathname.startsWith('/sim/')) {
    const file = new URL(
      `client/${pathname === '/sim/chat.js' ? 'chat' : 'watch'}.js`,
      import.meta.url,
    );
    send(asked, 200, 'text/javascript', await readFile(file));
  } else if (pathname.startsWith('/youtubei/v1/')) {
    await answerApi(youtube, asked);
  } else if (pathname === '/live_chat') {
    sendChat(youtube, asked);
  } else {
    sendWatch(youtube, asked);
  }
}

async function answerApi(youtube: YoutubeSim, asked: Asked): Promise<void> {
  const body: unknown = JSON.parse(asked.body);
  const said = isRecord(body) ? body : {};
  const stream = streamOf(String(said.videoId));
  const audience: Audience = { viewer: viewerOf(asked), hinted: youtube.hinted };
  if (stream === undefined) {
    sendJson(asked, { error: { code: 400 } }, 400);
    return;
  }
  switch (asked.url.pathname.slice('/youtubei/v1/'.length)) {
    case 'next':
      sendJson(asked, watchData(stream));
      break;
    case 'live_chat/get_live_chat': {
      const actions = await youtube.after(stream.video, Number(said.position));
      sendJson(asked, chatAnswer(stream, audience, actions));
      break;
    }
    case 'live_chat/send_message': {
      const item =
        audience.viewer === me ? youtube.sentByPage(stream.video, String(said.amount)) : null;
      if (item === null) sendJson(asked, { error: { code: 403 } }, 403);
      else sendJson(asked, sendAnswer(audience, item));
      break;
    }
    default:
      send(asked, 404, 'text/plain', 'nothing here');
  }
}

/** `<` would end the script. */
const script = (text: string) => `<script>${text.replaceAll('<', '\\u003c')}</script>`;

const page = (title: string, hl: string, body: string) => `<!DOCTYPE html>
<html lang="${hl}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{margin:0;background:#0f0f0f;color:#fff;font:15px system-ui}nav,ul,form{padding:12px}
nav a{color:#3ea6ff;margin-right:12px}#movie_player{height:50vh;background:#123}
iframe{width:100%;height:40vh;border:0}</style></head><body>${body}</body></html>`;

function sendHtml(asked: Asked, html: string): void {
  send(asked, 200, 'text/html; charset=utf-8', html);
}

/** A watch page also decides who is logged in: `?as=guest`, `?as=<name>`, else the watching account. */
function sendWatch(youtube: YoutubeSim, asked: Asked): void {
  const { searchParams, pathname } = asked.url;
  const as = searchParams.get('as') ?? me.name.slice(1);
  const age = as === 'guest' ? '; Max-Age=0' : '';
  asked.answer.setHeader('set-cookie', `SID=${as}${age}; Path=/; Secure; HttpOnly; SameSite=None`);
  const stream = pathname === '/watch' ? streamOf(searchParams.get('v') ?? '') : undefined;
  const links = streams.map(({ video, title }) => `<a href="/watch?v=${video}">${title}</a>`);
  const data = (of: YoutubeStream) =>
    script(playerScript(playerData(of))) + script(watchScript(watchData(of)));
  const { hl, gl } = youtube;
  sendHtml(
    asked,
    page(
      'YouTube',
      hl,
      `${script(settingsScript(hl, gl))}${stream === undefined ? '' : data(stream)}
<nav>${links.join('')}</nav><div id="movie_player"></div>
<div id="chat-container">${stream === undefined ? '' : `<iframe id="chatframe" src="/live_chat?v=${stream.video}"></iframe>`}</div>
<script type="module" src="/sim/watch.js"></script>`,
    ),
  );
}

function sendChat(youtube: YoutubeSim, asked: Asked): void {
  const stream = streamOf(asked.url.searchParams.get('v') ?? '');
  if (stream === undefined) {
    send(asked, 404, 'text/html', '<!DOCTYPE html><title>Not found</title>');
    return;
  }
  const { hl, gl, hinted } = youtube;
  const said = youtube.chatOf(stream.video);
  const first = chatData(stream, { viewer: viewerOf(asked), hinted }, said);
  sendHtml(
    asked,
    page(
      'Chat',
      hl,
      `${script(settingsScript(hl, gl))}${script(chatScript(first))}
<ul id="items" data-video="${stream.video}" data-position="${said.length}" data-hl="${hl}" data-gl="${gl}"></ul>
<form><button>Send $5.00</button></form><script type="module" src="/sim/chat.js"></script>`,
    ),
  );
}
