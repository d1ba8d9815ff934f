// The frame of every page: header, side bar with other streams, the picture, the chat's box.

import { avatarOf, el, icon, paths, picture } from './dom.js';

/** The bar at the top. */
export function header(me) {
  return el(
    'header',
    { class: 'DivHeader', 'data-e2e': 'live-header-container' },
    el(
      'a',
      { class: 'logo', href: '/live', 'aria-label': 'LIVE' },
      el('i', {}, '♪'),
      el('b', {}, 'LIVE'),
    ),
    el('div', { class: 'search' }, el('span', {}, 'Search'), icon(paths.search, 20)),
    me === null
      ? el('button', { id: 'header-login-button', class: 'primary' }, 'Log in')
      : el(
          'div',
          { class: 'account' },
          el('button', { class: 'coins-button' }, el('i', { class: 'coin' }), 'Get Coins'),
          el(
            'span',
            { class: 'avatar', title: me.nickName },
            picture(avatarOf(me.uniqueId), 'avatar'),
          ),
        ),
  );
}

/** Streams to go to. `onGo(handle)` is asked on click instead of loading a document. */
export function sideBar(others, onGo) {
  const nav = [
    [paths.home, 'For You'],
    [paths.people, 'Following'],
    [paths.live, 'LIVE'],
  ].map(([path, label]) =>
    el('span', { class: label === 'LIVE' ? 'nav current' : 'nav' }, icon(path), el('b', {}, label)),
  );
  const links = others.map(({ user, liveRoom }) =>
    el(
      'a',
      {
        class: 'other',
        href: `/@${user.uniqueId}/live`,
        onclick: (event) => {
          event.preventDefault();
          onGo(user.uniqueId);
        },
      },
      el('span', { class: 'avatar ring' }, picture(avatarOf(user.uniqueId), 'avatar')),
      el('span', { class: 'who' }, el('b', {}, user.uniqueId), el('small', {}, liveRoom.title)),
      el('small', { class: 'seen' }, short(liveRoom.liveRoomStats.userCount)),
    ),
  );
  return el(
    'aside',
    { class: 'DivSideBar' },
    ...nav,
    el('h4', {}, 'Suggested LIVE creators'),
    ...links,
  );
}

/** 1284 as 1.2K. */
export function short(count) {
  return count < 1000 ? String(count) : `${(Math.floor(count / 100) / 10).toFixed(1)}K`;
}

/** The stream's picture with what lies over it. */
export function player({ tray, onFull }) {
  const scene = el('img', { class: 'scene', alt: '' });
  const name = el('b', {});
  const title = el('small', {});
  const face = el('span', { class: 'avatar ring' });
  const count = el('span', { 'data-e2e': 'live-people-count' }, '0');
  const hearts = el('div', { class: 'hearts', 'aria-hidden': 'true' });
  const ended = el(
    'div',
    { class: 'LiveEndContainer', hidden: true },
    el('h2', {}, 'LIVE has ended'),
    el('p', {}, 'Thank you for watching.'),
  );
  const box = el(
    'div',
    { class: 'DivLivePlayer' },
    scene,
    el('div', { class: 'shade' }),
    el(
      'div',
      { class: 'badge' },
      el('span', { class: 'live' }, 'LIVE'),
      el('span', { class: 'people' }, icon(paths.people, 14), count),
    ),
    hearts,
    tray,
    ended,
    el(
      'button',
      { class: 'full', 'aria-label': 'Fullscreen', onclick: () => onFull(box) },
      icon(paths.full, 20),
    ),
  );
  const head = el(
    'div',
    { class: 'DivLiveHead' },
    face,
    el('span', { class: 'who' }, name, title),
    el('button', { class: 'primary' }, 'Follow'),
    el('button', { class: 'plain', 'aria-label': 'Share' }, icon(paths.share, 20)),
  );
  return {
    box,
    head,
    show({ user, liveRoom }) {
      scene.src = `/sim/picture/scene/${user.uniqueId}`;
      name.textContent = user.uniqueId;
      title.textContent = liveRoom.title;
      face.replaceChildren(picture(avatarOf(user.uniqueId), 'avatar'));
      count.textContent = short(liveRoom.liveRoomStats.userCount);
      ended.hidden = liveRoom.status !== 4;
    },
    viewers(total) {
      count.textContent = short(total);
    },
    end() {
      ended.hidden = false;
    },
    like() {
      const heart = el('span', { class: 'heart' }, icon(paths.heart, 26));
      heart.style.setProperty('--sway', `${Math.round(Math.random() * 40 - 20)}px`);
      heart.style.setProperty('--hue', String(Math.round(Math.random() * 60 - 30)));
      hearts.append(heart);
      setTimeout(() => heart.remove(), 1800);
      while (hearts.childElementCount > 12) {
        hearts.firstElementChild.remove();
      }
    },
  };
}
