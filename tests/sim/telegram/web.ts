import { readFile } from 'node:fs/promises';
import { type ServedSite, send } from '../served-site.ts';
import { channel, hashOf, me, mira, otter } from './people.ts';
import type { TelegramSim } from './telegram-sim.ts';

/** The site as the server serves it: both clients are one page that is drawn by what comes through its socket. */
export function servedTelegram(telegram: TelegramSim): ServedSite {
  return {
    domains: ['telegram.org'],
    async answer(asked) {
      const { pathname, searchParams } = asked.url;
      const client = /^\/([ak])\/$/.exec(pathname)?.[1];
      if (pathname === '/sim/telegram.js') {
        const script = await readFile(new URL('client/telegram.js', import.meta.url));
        send(asked, 200, 'text/javascript', script);
      } else if (client === 'a' || client === 'k') {
        const kept = searchParams.get('as') === 'guest' ? null : { dcID: 2, id: me.id };
        send(asked, 200, 'text/html; charset=utf-8', page(client, kept, searchParams));
      } else {
        send(asked, 404, 'text/html', '<!DOCTYPE html><title>Not found</title>');
      }
    },
    socketAt(host, url) {
      return host === 'web.telegram.org' && url.pathname === '/apiws'
        ? (socket) => telegram.accept(socket, url)
        : null;
    },
  };
}

function page(client: 'a' | 'k', kept: object | null, query: URLSearchParams): string {
  const links = [mira, otter, channel].map(
    (chat) => `<a href="${hashOf(client, chat)}">${chat.name}</a>`,
  );
  const auth =
    kept === null
      ? 'removeItem("user_auth")'
      : `setItem("user_auth",${JSON.stringify(JSON.stringify(kept))})`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Telegram Web</title>
<style>body{margin:0;background:#dfe8d8;font:15px system-ui}nav a{margin:12px}.service-msg,.ActionMessage{padding:8px;text-align:center}</style>
<script>localStorage.${auth}</script></head>
<body data-client="${client}" data-language="${query.get('lang') ?? 'en'}"><nav>${links.join('')}</nav>
<div id="column-center"></div><div id="portals"></div>
<script type="module" src="/sim/telegram.js"></script></body></html>`;
}
