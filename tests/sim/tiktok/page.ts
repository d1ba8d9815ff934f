import { type Json, toJson } from '../json.ts';
import { avatarOf } from './encode-gift.ts';
import type { Person } from './people.ts';
import type { Room } from './room.ts';

/** What a document is made for. */
export interface PageFor {
  /** Who is logged in; null for a guest. */
  readonly viewer: Person | null;
  /** The stream shown; null on the feed and on the page of checks. */
  readonly room: Room | null;
  readonly kind: 'room' | 'feed' | 'check';
  /** Whether the page checks itself. */
  readonly check: boolean;
  readonly nonce: string;
  /** Other streams to go to. */
  readonly others: readonly Room[];
}

/** The page's policy: no inline script without the nonce, no eval, sockets and requests to the site only. */
export function contentSecurityPolicy(nonce: string, trustedTypes: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https://*.tiktokcdn.com https://*.tiktokcdn-us.com",
    "connect-src 'self' https://*.tiktok.com wss://*.tiktok.com",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    ...(trustedTypes ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
  ].join('; ');
}

/** The account that a document says is logged in. */
export function accountOf(person: Person): Json {
  return {
    uid: String(person.id),
    uniqueId: person.handle,
    nickName: person.name,
    secUid: `MS4wLjABAAAA${person.id}`,
    region: 'PT',
    avatarUri: [avatarOf(person.handle)],
  };
}

/** What `SIGI_STATE` and the live API say of a room. */
export function roomFacts(room: Room): { readonly user: Json; readonly liveRoom: Json } {
  return {
    user: {
      id: String(room.host.id),
      uniqueId: room.host.handle,
      nickname: room.host.name,
      secUid: `MS4wLjABAAAA${room.host.id}`,
      roomId: String(room.id),
      avatarThumb: avatarOf(room.host.handle),
      status: room.status,
    },
    liveRoom: {
      title: room.title,
      status: room.status,
      startTime: Math.floor(room.startedAt / 1000),
      streamId: String(room.id + 33n),
      liveRoomStats: { userCount: room.viewers },
    },
  };
}

function universalData(page: PageFor): Json {
  const { viewer } = page;
  return {
    __DEFAULT_SCOPE__: {
      'webapp.app-context': {
        language: 'en',
        region: 'PT',
        appId: 1988,
        wid: '7400000000000000001',
        ...(viewer === null ? {} : { user: accountOf(viewer) }),
      },
    },
  };
}

function sigiState(page: PageFor): Json {
  const { viewer, room } = page;
  const context = { appId: 1988, ...(viewer === null ? {} : { user: accountOf(viewer) }) };
  const facts = room === null ? null : roomFacts(room);
  return {
    AppContext: { appContext: context },
    ...(room === null
      ? {}
      : {
          LiveRoom: { loadingState: {}, liveRoomUserInfo: facts, liveRoomStatus: room.status },
          CurrentRoom: {
            roomId: String(room.id),
            anchorUniqueId: room.host.handle,
            roomInfo: null,
            showLiveChat: true,
            enableChat: true,
          },
        }),
    // Only the simulated page's own script reads this.
    SimOthers: page.others.map((other) => roomFacts(other)),
  };
}

/** JSON inside a script element: `<` must not be there as it is. */
export function dataBlock(id: string, data: Json): string {
  const body = toJson(data).replaceAll('<', '\\u003c');
  return `<script id="${id}" type="application/json">${body}</script>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The document of a stream, the feed or the page of checks. */
export function renderPage(page: PageFor): string {
  const { room, nonce } = page;
  const title = room === null ? 'LIVE' : `${escapeHtml(room.host.name)} is LIVE`;
  const deepLink =
    room === null
      ? ''
      : `<meta property="al:ios:url" content="snssdk1233://live?room_id=${room.id}">`;
  // Before everything else, so that the page holds the browser's own functions as soon as any page script can.
  const check = page.check
    ? `<script nonce="${nonce}" src="/sim/self-check/first.js"></script>`
    : '';
  const app =
    page.kind === 'check' ? '' : '<script type="module" src="/sim/client/app.js"></script>';
  return `<!DOCTYPE html>
<html lang="en" dir="ltr" data-theme="dark">
<head>
<meta charset="utf-8">
${check}
<script nonce="${nonce}">window.__firstInlineScript = typeof WebSocket;</script>
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${deepLink}
<link rel="icon" href="/sim/picture/avatar/live">
<link rel="stylesheet" href="/sim/client/live.css">
</head>
<body>
${dataBlock('__UNIVERSAL_DATA_FOR_REHYDRATION__', universalData(page))}
${dataBlock('SIGI_STATE', sigiState(page))}
<div id="app" data-kind="${page.kind}"></div>
${app}
</body>
</html>
`;
}
