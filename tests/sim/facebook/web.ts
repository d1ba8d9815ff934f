import { readFile } from 'node:fs/promises';
import { type ServedSite, send } from '../served-site.ts';
import { evening, type FacebookSim, type FacebookVideo, videos } from './facebook-sim.ts';
import { linkTo, marks } from './markup.ts';
import { me } from './people.ts';

/** The site as the server serves it. */
export function servedFacebook(facebook: FacebookSim): ServedSite {
  return {
    domains: ['facebook.com'],
    async answer(asked) {
      const { pathname, searchParams } = asked.url;
      if (pathname === '/sim/facebook.js') {
        const script = await readFile(new URL('client/facebook.js', import.meta.url));
        send(asked, 200, 'text/javascript', script);
      } else if (videoAt(pathname) !== undefined) {
        const html = facebookPage(searchParams, facebook.live, videoAt(pathname));
        send(asked, 200, 'text/html; charset=utf-8', html);
      } else {
        send(asked, 404, 'text/html', '<!DOCTYPE html><title>Not found</title>');
      }
    },
    socketAt(host, url) {
      return host === 'www.facebook.com' && url.pathname === '/comments'
        ? (socket) => facebook.accept(socket, url)
        : null;
    },
  };
}

function videoAt(path: string): FacebookVideo | undefined {
  return videos.find(({ id, host }) => path === `/${host.handle}/videos/${id}`);
}

/** A live video's page. `as=guest`: nobody is logged in. */
export function facebookPage(
  query: URLSearchParams,
  live: boolean,
  { id, host }: FacebookVideo = evening,
): string {
  const language = query.get('lang') ?? 'en';
  const viewer = query.get('as') === 'guest' ? { id: '0', name: '' } : me;
  const data = {
    require: [
      [
        'CurrentUserInitialData',
        [],
        { ACCOUNT_ID: viewer.id, USER_ID: viewer.id, NAME: viewer.name },
        270,
      ],
    ],
    define: [['DTSGInitialData', [], { token: 'not to be read' }, 258]],
  };
  const own =
    viewer === me
      ? `<a role="link" href="${linkTo(me, 'ref=nav')}"><span>${me.name}</span></a>`
      : '';
  const others = videos
    .map((video) => `<a href="/${video.host.handle}/videos/${video.id}">Video ${video.id}</a>`)
    .join(' ');
  const badge = live ? `<span>${marks[language]?.live}</span>` : '';
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${host.name}</title>
<style>body{margin:0;font:15px system-ui}[role=main]{display:flex}[role=complementary]{width:360px}video{width:800px;height:450px;background:#123}</style>
<script type="application/json" data-sjs>${JSON.stringify(data)}</script></head>
<body data-language="${language}" data-video="${id}"><div role="navigation">${own}</div><nav>${others}</nav>
<div role="main"><div><video></video>${badge}<h2><a href="${linkTo(host, 'x=1')}">${host.name}</a></h2></div>
<div role="complementary"><div id="comments"></div><form><div contenteditable="true"></div></form></div></div>
<script type="module" src="/sim/facebook.js"></script></body></html>`;
}
