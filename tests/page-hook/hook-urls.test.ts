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
  ])('%s', (url) => expect(is('request', url)).toBe(true));

  it.each([
    ['the feed preview', 'https://webcast.tiktok.com/webcast/im/fetch/preview/?room_id=1'],
    ['the wallet', 'https://webcast.tiktok.com/webcast/wallet_api/fs/diamond_buy/permission_v2'],
    ['a longer path', 'https://webcast.tiktok.com/webcast/gift/send_batch/'],
    ['a path below', 'https://webcast.tiktok.com/webcast/gift/list/v2/dynamic/'],
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
