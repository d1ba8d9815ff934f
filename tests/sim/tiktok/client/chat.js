// The chat: rows come and go like those of a virtual list, gift rows change in place.

import { el, picture } from './dom.js';

/** Rows that stay in the document. */
const KEPT = 40;

/** The list of rows, with methods to add each kind. */
export function createChat(me) {
  const list = el('div', {
    class: 'DivChatMessageList live-shared-ui-chat-list-scrolling-list',
    'data-e2e': 'public-screen-live-chat-slot',
  });
  const streaks = new Map();
  let index = 0;

  let pending = [];

  // Once a picture, however many messages came: a busy room would keep the page from everything else.
  const flush = () => {
    list.append(...pending.slice(-KEPT).map((make) => make()));
    pending = [];
    while (list.childElementCount > KEPT) {
      list.firstElementChild.remove();
    }
    list.scrollTop = list.scrollHeight;
  };
  const add = (row) => {
    if (pending.length === 0) {
      // Not by animation frames: they stand still in hidden tabs.
      setTimeout(flush, 30);
    }
    const slot = { class: 'row-slot', 'data-index': index };
    pending.push(() => el('div', slot, row()));
    index += 1;
  };
  const avatar = (user) => el('span', { class: 'avatar' }, picture(user.avatar, 'avatar'));
  const owner = (user, attributes = {}) =>
    el(
      'span',
      { class: `owner${user.id === me?.uid ? ' mine' : ''}`, title: user.name, ...attributes },
      user.name,
    );
  const named = { 'data-e2e': 'message-owner-name' };

  function giftRow(gift) {
    return el(
      'div',
      { class: 'relative flex py-4 px-12 gift' },
      avatar(gift.user),
      el(
        'div',
        { class: 'said' },
        owner(gift.user),
        el(
          'div',
          { class: 'flex items-center' },
          el('span', { class: 'break-words' }, gift.to === '' ? 'sent' : `sent ${gift.to}`),
          el('span', { class: 'break-words ltr:ml-4 rtl:mr-4' }, gift.name || 'a gift'),
          el('span', { class: 'w-[20px] h-[20px]' }, picture(gift.icon, 'gift')),
          el('span', { class: 'SpanGiftCount' }, `× ${gift.count}`),
        ),
      ),
    );
  }

  return {
    list,
    clear() {
      pending = [];
      list.replaceChildren();
      streaks.clear();
    },
    chat(user, content) {
      add(() =>
        el(
          'div',
          { class: 'message', 'data-e2e': 'chat-message' },
          avatar(user),
          el(
            'div',
            { class: 'said' },
            owner(user, named),
            el(
              'div',
              { class: 'break-words live-shared-ui-chat-list-chat-message-comment' },
              content,
            ),
          ),
        ),
      );
    },
    notice(user, content, kind) {
      add(() =>
        el(
          'div',
          { class: 'message quiet', 'data-e2e': kind },
          avatar(user),
          el(
            'div',
            { class: 'said' },
            owner(user, named),
            el('span', { class: 'break-words' }, content),
          ),
        ),
      );
    },
    gift(gift) {
      if (gift.key === null) {
        add(() => giftRow(gift));
        return;
      }
      const last = streaks.get(gift.key);
      if (last === undefined) {
        const streak = { gift, row: null };
        streaks.set(gift.key, streak);
        add(() => {
          streak.row = giftRow(streak.gift);
          return streak.row;
        });
      } else if (gift.count > last.gift.count) {
        last.gift = gift;
        if (last.row !== null) {
          // Drawn anew, as the site's own list does.
          const row = giftRow(gift);
          last.row.replaceWith(row);
          last.row = row;
        }
      }
    },
  };
}
