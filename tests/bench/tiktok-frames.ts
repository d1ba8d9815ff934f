/** TikTok frames as they come in a busy stream, made by the simulated site's encoder. */
import { wholeGift } from '../sim/player.ts';
import { giftPanel } from '../sim/tiktok/catalogue.ts';
import { pushFrame, response, type WireMessage } from '../sim/tiktok/encode-frame.ts';
import { avatarOf, common, type Head, user } from '../sim/tiktok/encode-gift.ts';
import { fanTickets, userSeq } from '../sim/tiktok/encode-other.ts';
import { type Person, viewers } from '../sim/tiktok/people.ts';
import type { Room } from '../sim/tiktok/room.ts';
import { bytes, concat, int, sub, text } from '../sim/tiktok/wire.ts';
import { World } from '../sim/tiktok/world.ts';

/** Messages of one frame. */
const MESSAGES = 20;

/** An image with its addresses at three hosts, as the site writes every picture. */
function image(path: string): Uint8Array {
  const address = (host: string) => text(1, `https://${host}.tiktokcdn.com/${path}?x-expires=1795`);
  return concat(
    address('p16-sign-sg'),
    address('p19-sign-sg'),
    address('p77-sign-sg'),
    text(2, path),
  );
}

/**
 * A user with all that the site sends along: the simulated site's own is a tenth of it, and recorded chat, like and
 * member messages have 2.2 to 3.9 kB, nearly all of it the user.
 */
function fullUser(person: Person): Uint8Array {
  const badge = (kind: number) =>
    sub(
      64,
      int(1, kind),
      int(2, 1),
      sub(21, bytes(2, image(`badge/${kind}/small.png`)), text(4, `Level ${kind}`), int(6, 1795)),
      sub(11, text(1, `badge_${kind}`), text(2, '#B3475AFF'), int(5, 1)),
    );
  const picture = new URL(avatarOf(person.handle)).pathname;
  return concat(
    user(person),
    bytes(10, image(`${picture}~720`)),
    bytes(11, image(`${picture}~1080`)),
    sub(22, int(1, 482), int(2, 1290), int(3, 1)),
    sub(24, sub(1, text(1, 'Club'), int(2, 17), int(5, person.id)), bytes(3, image('club/17.png'))),
    badge(1),
    badge(7),
    badge(8),
  );
}

type Make = (room: Room, by: Person, n: number) => readonly WireMessage[];

function message(method: string, head: Head, ...fields: Uint8Array[]): readonly WireMessage[] {
  return [{ method, msgId: head.msgId, payload: concat(sub(1, common(method, head)), ...fields) }];
}

const chat: Make = (room, by, n) =>
  message('WebcastChatMessage', room.head(), bytes(2, fullUser(by)), text(3, `line ${n} of chat`));
const like: Make = (room, by, n) =>
  message(
    'WebcastLikeMessage',
    room.head(),
    int(2, 15),
    int(3, 12_000 + n),
    bytes(5, fullUser(by)),
  );
const member: Make = (room, by, n) =>
  message('WebcastMemberMessage', room.head(), bytes(2, fullUser(by)), int(3, 300 + n), int(10, 1));
const social: Make = (room, by) =>
  message('WebcastSocialMessage', room.head(), bytes(2, fullUser(by)), int(4, 1));
const ranks: Make = (room) => [
  userSeq(
    room.head(),
    812,
    viewers.slice(0, 5).map((person, n) => ({ person, coins: 900 - n })),
  ),
];
const tickets: Make = (room) => [fanTickets(room.head(), room.host, 91_000)];
const gift: Make = (room, from, n) => {
  const panel = giftPanel(62);
  const chosen = panel[n % panel.length];
  return chosen === undefined
    ? []
    : wholeGift(room, { from, gift: chosen }, 1).messages.slice(0, 1);
};

/** Of twenty messages in a busy stream: mostly chat, likes and joins, and one gift. */
const mix: readonly Make[] = [
  ...Array<Make>(7).fill(chat),
  ...Array<Make>(5).fill(like),
  ...Array<Make>(4).fill(member),
  social,
  ranks,
  tickets,
  gift,
];

/** Makes `count` frames of twenty messages each, one of them a gift. */
export function busyFrames(count: number, gzip: boolean): readonly Uint8Array<ArrayBuffer>[] {
  const room = new World(null).room('mira.plays');
  return Array.from({ length: count }, (_, n) => {
    const messages = mix.flatMap((make, at) => {
      const by = viewers[(n * MESSAGES + at) % viewers.length];
      return by === undefined ? [] : make(room, by, n);
    });
    const payload = response(messages, {
      cursor: `${room.id}-${n}`,
      now: Date.now(),
      fetchType: 1,
      needAck: true,
    });
    return pushFrame({ seqId: n, logId: n, type: 'msg', payload, gzip });
  });
}
