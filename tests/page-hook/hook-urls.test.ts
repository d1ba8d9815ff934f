import { describe, expect, it } from 'vitest';
import { hooks } from '../../utils/platforms/hooks.ts';

const is = (kind: 'socket' | 'request', url: string) =>
  hooks.some((hook) => hook[kind](new URL(url)));

describe('sockets that are copied', () => {
  it.each([
    'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/?room_id=1',
    'wss://webcast-ws.eu.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/',
    'wss://webcast16-ws-useast5.us.tiktok.com/webcast/im/push/v2/',
    'wss://webcast.tiktok.com/webcast/im/',
    'wss://realtime.us-east-1.platform.kick.com/connection/websocket',
    'wss://ws-us2.pusher.com/app/32cbd69e4b950bf97679?protocol=7',
    'wss://irc-ws.chat.twitch.tv/',
    'wss://hermes.twitch.tv/v1?clientId=kimne78kx3ncx6brgo4mv6wki5h1ko',
    'wss://pubsub-edge.twitch.tv/v1',
  ])('%s', (url) => expect(is('socket', url)).toBe(true));

  it.each([
    ['the feed preview', 'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/from_preview/?a=1'],
    ['direct messages', 'wss://im-ws-sg.tiktok.com/ws/v2'],
    ['another path', 'wss://webcast-ws.tiktok.com/ws/v2'],
    ['no TLS', 'ws://webcast-ws.tiktok.com/webcast/im/x/'],
    ['another protocol', 'https://webcast-ws.tiktok.com/webcast/im/x/'],
    ['another first label', 'wss://www.webcast.tiktok.com/webcast/im/x/'],
    ['another host', 'wss://webcast-ws.tiktok.com.evil.test/webcast/im/x/'],
    ['a host that only ends like it', 'wss://webcast-ws.eviltiktok.com/webcast/im/x/'],
    ['the host as a path', 'wss://webcast.evil.test/.tiktok.com/webcast/im/x/'],
    ['the host as a user', 'wss://webcast.tiktok.com:x@evil.test/webcast/im/x/'],
    ['the viewer count of Kick', 'wss://websockets.kick.com/viewer/v1/connect'],
    ['another app on Pusher', 'wss://ws-us2.pusher.com/app/aaaabbbbccccddddeeee'],
    ['what watches the players of Twitch', 'wss://video-edge.twitch.tv/v1'],
    ['another version of Hermes', 'wss://hermes.twitch.tv/v12'],
    ['the address in a query', 'wss://evil.test/?wss://webcast.tiktok.com/webcast/im/x/'],
  ])('not %s', (_, url) => expect(is('socket', url)).toBe(false));
});

describe('requests whose answers are copied', () => {
  it.each([
    'https://webcast.tiktok.com/webcast/im/fetch/?room_id=1',
    'https://webcast.us.tiktok.com/webcast/im/fetch/history/?cursor=1',
    'https://webcast.tiktok.com/webcast/gift/list/?aid=1988',
    'https://webcast.tiktok.com/webcast/gift/send/?aid=1988',
    'https://www.tiktok.com/passport/web/account/info/',
    'https://www.tiktok.com/node-webapp/api/common-app-context?lang=en',
    'https://www.tiktok.com/api-live/user/room/?uniqueId=a',
    'https://webcast.tiktok.com/webcast/room/info/?room_id=1',
    'https://webcast.tiktok.com/webcast/room/enter/',
    'https://kick.com/api/v2/channels/mira_plays',
    'https://kick.com/api/v1/user',
    'https://web.kick.com/api/v1/kicks/7400011/pinned-gifts',
    'https://web.kick.com/api/v1/kicks/7400011/gift',
    'https://gql.twitch.tv/gql',
    'https://gql.twitch.tv/gql#origin=twilight',
    'https://www.youtube.com/youtubei/v1/live_chat/get_live_chat?prettyPrint=false',
    'https://studio.youtube.com/youtubei/v1/live_chat/get_live_chat',
    'https://www.youtube.com/youtubei/v1/live_chat/send_message?prettyPrint=false',
    'https://www.youtube.com/youtubei/v1/next?prettyPrint=false',
    'https://www.instagram.com/api/v1/live/17900000000000001/get_comment/?last_comment_ts=0',
    'https://www.instagram.com/api/v1/live/17900000000000001/heartbeat_and_get_viewer_count/',
    'https://i.instagram.com/api/v1/live/17900000000000001/info/',
    'https://www.instagram.com/api/v1/live/web_info/?target_user_id=42',
  ])('%s', (url) => expect(is('request', url)).toBe(true));

  it.each([
    ['the feed preview', 'https://webcast.tiktok.com/webcast/im/fetch/preview/?room_id=1'],
    ['the wallet', 'https://webcast.tiktok.com/webcast/wallet_api/fs/diamond_buy/permission_v2'],
    ['a longer path', 'https://webcast.tiktok.com/webcast/gift/send_batch/'],
    ['a path below', 'https://webcast.tiktok.com/webcast/gift/list/v2/dynamic/'],
    ['the leaderboard of Kick', 'https://web.kick.com/api/v1/kicks/7400011/leaderboard'],
    ['what is below a channel', 'https://kick.com/api/v2/channels/mira_plays/messages'],
    ['the integrity of Twitch', 'https://gql.twitch.tv/integrity'],
    ['a replayed chat', 'https://www.youtube.com/youtubei/v1/live_chat/get_live_chat_replay'],
    ['the player of YouTube', 'https://www.youtube.com/youtubei/v1/player'],
    ['a subdomain of YouTube', 'https://music.youtube.com/youtubei/v1/next'],
    ['the messages of Instagram', 'https://www.instagram.com/api/v1/direct_v2/inbox/'],
    ['a comment of one’s own', 'https://www.instagram.com/api/v1/live/179/comment/'],
    ['who watches', 'https://www.instagram.com/api/v1/live/179/get_viewer_list/'],
    ['no TLS', 'http://webcast.tiktok.com/webcast/gift/list/'],
    ['another host', 'https://webcast.tiktok.com.evil.test/webcast/gift/list/'],
    ['the address in a query', 'https://evil.test/?https://webcast.tiktok.com/webcast/gift/list/'],
    ['the bare domain', 'https://tiktok.com.evil.test/webcast/gift/list/'],
  ])('not %s', (_, url) => expect(is('request', url)).toBe(false));

  it('does not hang on a hostile address', () => {
    const url = `https://${'a.'.repeat(500_000)}test/webcast/gift/list/`;
    expect(hooks.some((hook) => hook.request({ href: url }))).toBe(false);
  });
});
