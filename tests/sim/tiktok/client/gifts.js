// The gift panel, the bar of quick gifts below the picture, and the tray of gifts just sent.

import { el, icon, paths, picture } from './dom.js';

/** Gifts a panel draws at once; more come while scrolling. */
const DRAWN = 40;
const TRAY_MS = 4200;

function coin(amount) {
  return el('span', { class: 'price' }, el('i', { class: 'coin' }), amount.toLocaleString('en'));
}

/** The panel and the bar. `onSend(gift)` is called for each Send. */
export function createGifts({ onSend, guest }) {
  let gifts = [];
  let from = 0;
  const grid = el('div', { class: 'DivGiftGrid', tabindex: '0' });
  const coins = el('span', { class: 'coins' }, '–');
  const panel = el(
    'section',
    { class: 'DivGiftPanel', role: 'dialog', 'aria-label': 'Gifts', hidden: true },
    el(
      'header',
      {},
      el('b', {}, 'Gifts'),
      el(
        'span',
        { class: 'wallet' },
        el('i', { class: 'coin' }),
        coins,
        el('button', {}, 'Recharge'),
      ),
    ),
    grid,
  );
  const bar = el('div', { class: 'DivGiftBar' });

  function cell(gift) {
    return el(
      'div',
      { class: 'DivGiftCell', title: gift.name },
      picture(gift.image.url_list[0], 'gift'),
      el('span', { class: 'name' }, gift.name),
      coin(gift.diamond_count),
      el(
        'button',
        {
          class: 'send',
          'aria-label': `Send ${gift.name}`,
          disabled: guest,
          onclick: () => onSend(gift),
        },
        'Send',
      ),
    );
  }

  /** Cells are made anew on every draw: nothing that was put into an old cell stays. */
  function draw() {
    grid.replaceChildren(...gifts.slice(from, from + DRAWN).map(cell));
  }

  grid.addEventListener('scroll', () => {
    const atEnd = grid.scrollTop + grid.clientHeight > grid.scrollHeight - 40;
    if (atEnd && from + DRAWN < gifts.length) {
      from = Math.min(from + 12, gifts.length - DRAWN);
      draw();
      grid.scrollTop = grid.scrollHeight / 2;
    } else if (grid.scrollTop < 10 && from > 0) {
      from = Math.max(0, from - 12);
      draw();
      grid.scrollTop = 60;
    }
  });

  const toggle = () => {
    panel.hidden = !panel.hidden;
    from = 0;
    draw();
  };

  return {
    panel,
    bar,
    show(list) {
      gifts = list;
      const quick = ['Rose', 'Finger Heart', 'Rosa', 'Perfume', 'Doughnut', 'Cap', 'Galaxy'];
      bar.replaceChildren(
        ...quick
          .flatMap((name) => gifts.find((gift) => gift.name === name) ?? [])
          .map((gift) =>
            el(
              'button',
              {
                class: 'quick',
                'aria-label': `Quick ${gift.name}`,
                disabled: guest,
                onclick: () => onSend(gift),
              },
              picture(gift.image.url_list[0], 'gift'),
              el('span', { class: 'name' }, gift.name),
              coin(gift.diamond_count),
            ),
          ),
        el(
          'button',
          { class: 'quick more', 'aria-label': 'More gifts', onclick: toggle },
          icon(paths.gift, 28),
          el('span', { class: 'name' }, 'More'),
        ),
      );
      draw();
    },
    balance(amount) {
      coins.textContent = amount === null ? '–' : amount.toLocaleString('en');
    },
  };
}

/** The tray at the left bottom of the picture: at most two gifts, each for a few seconds. */
export function createTray() {
  const tray = el('div', { class: 'DivGiftTray', 'data-e2e': 'gift-container' });
  const shown = new Map();
  return {
    tray,
    gift(gift) {
      const key = gift.key ?? `${Math.random()}`;
      const last = shown.get(key);
      if (gift.ended || (last !== undefined && gift.count <= last.count)) {
        return;
      }
      clearTimeout(last?.timer);
      const item = el(
        'div',
        { class: `DivGiftItem${last === undefined ? ' new' : ''}` },
        el('span', { class: 'avatar' }, picture(gift.user.avatar, 'avatar')),
        el(
          'span',
          { class: 'who' },
          el('b', {}, gift.user.name),
          el('small', {}, `Sent ${gift.name || 'a gift'}`),
        ),
        el('span', { class: 'pic' }, picture(gift.icon, 'gift')),
        el('b', { class: 'count' }, `x${gift.count}`),
      );
      if (last === undefined) {
        tray.append(item);
      } else {
        last.item.replaceWith(item);
      }
      while (tray.childElementCount > 2) {
        tray.firstElementChild.remove();
      }
      const timer = setTimeout(() => {
        item.remove();
        shown.delete(key);
      }, TRAY_MS);
      shown.set(key, { item, timer, count: gift.count });
    },
  };
}
