import { readFile } from 'node:fs/promises';
import { isRecord } from '../json.ts';
import { type Asked, type ServedSite, send } from '../served-site.ts';
import { everybody, me, type TwitchPerson } from './people.ts';
import type { TwitchSim } from './twitch-sim.ts';
import { accountAnswer, channelAnswer, cheerAnswer } from './wire.ts';

/** The site as the server serves it. */
export function servedTwitch(twitch: TwitchSim): ServedSite {
  return {
    domains: ['twitch.tv'],
    answer: (asked) => answer(twitch, asked),
    socketAt(host, { pathname }) {
      if (host === 'irc-ws.chat.twitch.tv') return (socket) => twitch.acceptChat(socket);
      if (host === 'hermes.twitch.tv' && pathname === '/v1') {
        return (socket) => twitch.acceptPush(socket);
      }
      return null;
    },
  };
}

/** Who is logged in, by the cookie that the document set. */
function viewerOf({ request }: Asked): TwitchPerson | undefined {
  const login = /(?:^|;\s*)auth-token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return everybody.find((one) => one.login === login);
}

async function answer(twitch: TwitchSim, asked: Asked): Promise<void> {
  const { host, url, request } = asked;
  if (host === 'gql.twitch.tv' && url.pathname === '/gql') {
    answerQuestions(twitch, asked);
  } else if (host !== 'www.twitch.tv' || request.method !== 'GET') {
    send(asked, 404, 'text/plain', 'nothing here');
  } else if (url.pathname === '/sim/twitch.js') {
    const script = new URL('client/twitch.js', import.meta.url);
    send(asked, 200, 'text/javascript', await readFile(script));
  } else {
    sendDocument(twitch, asked);
  }
}

function answerQuestions(twitch: TwitchSim, asked: Asked): void {
  const { origin } = asked.request.headers;
  if (origin !== undefined) {
    asked.answer.setHeader('access-control-allow-origin', origin);
    asked.answer.setHeader('access-control-allow-credentials', 'true');
  }
  const questions: unknown = asked.body === '' ? [] : JSON.parse(asked.body);
  const answers = (Array.isArray(questions) ? questions : [questions]).map((question: unknown) =>
    answerTo(twitch, asked, question),
  );
  const body = Array.isArray(questions) ? answers : answers[0];
  send(asked, 200, 'application/json', JSON.stringify(body));
}

function answerTo(twitch: TwitchSim, asked: Asked, question: unknown): object {
  const variables = isRecord(question) && isRecord(question.variables) ? question.variables : {};
  const operation = isRecord(question) ? question.operationName : '';
  if (operation === 'CoreActionsCurrentUser') return accountAnswer(viewerOf(asked) ?? null);
  if (operation === 'ChannelShell') {
    const of = twitch.personAt(String(variables.login));
    return of === undefined
      ? { data: { userOrError: null } }
      : channelAnswer(of, twitch.streams.get(of.id) ?? 0);
  }
  if (operation === 'ChatInput_SendCheer' && isRecord(variables.input)) {
    const { targetID, bits, isAnonymous } = variables.input;
    const taken =
      viewerOf(asked) === me &&
      twitch.sentByPage(String(targetID), Number(bits), isAnonymous === true);
    return cheerAnswer(taken ? null : 'FORBIDDEN');
  }
  return { data: null };
}

/** A document also decides who is logged in: `?as=guest`, `?as=<login>`, else the watching account. */
function sendDocument(twitch: TwitchSim, asked: Asked): void {
  const host = twitch.personAt(asked.url.pathname.slice(1));
  const as = asked.url.searchParams.get('as') ?? me.login;
  const scope = 'Domain=twitch.tv; Path=/; Secure; HttpOnly; SameSite=None';
  const age = as === 'guest' ? '; Max-Age=0' : '';
  asked.answer.setHeader('set-cookie', `auth-token=${as}${age}; ${scope}`);
  if (asked.url.pathname !== '/' && host === undefined) {
    send(asked, 404, 'text/html', '<!DOCTYPE html><title>Not found</title>');
    return;
  }
  const links = everybody.map(({ login, name }) => `<a href="/${login}">${name}</a>`);
  const user = as === 'guest' ? 'justinfan4242' : as;
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Twitch</title>
<style>body{margin:0;background:#0e0e10;color:#efeff1;font:15px system-ui}nav,form,ul{padding:12px}
nav a{color:#bf94ff;margin-right:12px}.video-player{height:50vh;background:#213}</style></head>
<body data-user="${user}"><nav>${links.join('')}</nav>
<div class="video-player" data-a-target="video-player"></div><ul id="chat"></ul>
<form class="chat-input"><button data-bits="50">Cheer 50</button>
<button data-bits="75" data-anonymous="yes">Cheer 75 anonymously</button></form>
<script type="module" src="/sim/twitch.js"></script></body></html>`;
  send(asked, 200, 'text/html; charset=utf-8', html);
}
