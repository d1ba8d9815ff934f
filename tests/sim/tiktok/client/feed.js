// The feed: other streams in small. The one in view plays, with a socket of its own.

import { avatarOf, el, picture } from './dom.js';
import { createIm } from './im.js';
import { header, short, sideBar } from './layout.js';

/** Shows the feed and opens the preview socket of `@noor.live`, or of the first stream where that is missing. */
export function showFeed({ app, me, others }) {
  const go = (handle) => location.assign(`/@${handle}/live`);
  const playing = others.find(({ user }) => user.uniqueId === 'noor.live') ?? others[0];
  const cards = others.map(({ user, liveRoom }) =>
    el(
      'a',
      {
        class: user.id === playing.user.id ? 'card playing' : 'card',
        href: `/@${user.uniqueId}/live`,
      },
      el('img', { src: `/sim/picture/scene/${user.uniqueId}`, alt: '' }),
      el(
        'span',
        { class: 'badge' },
        el('span', { class: 'live' }, 'LIVE'),
        el('span', { class: 'people' }, short(liveRoom.liveRoomStats.userCount)),
      ),
      el('b', {}, liveRoom.title),
      el(
        'span',
        { class: 'who' },
        el('span', { class: 'avatar' }, picture(avatarOf(user.uniqueId), 'avatar')),
        user.uniqueId,
      ),
    ),
  );
  app.append(
    header(me),
    el(
      'main',
      { class: 'feed' },
      sideBar(others, go),
      el('section', { class: 'DivFeed' }, ...cards),
    ),
  );
  const im = createIm({ preview: true, guest: me === null, onMessage: () => undefined });
  im.enter(playing.user.roomId);
}
