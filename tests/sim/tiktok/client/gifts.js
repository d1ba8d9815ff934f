// The gift panel, the bar of quick gifts below the picture, and the tray of gifts just sent.

import { el, icon, paths, picture } from './dom.js';

/** Gifts a panel draws at once; more come while scrolling. */
const DRAWN = 40;
const TRAY_MS = 4200;
/** How long after a gift the next one joins its streak by the combo button, and how it repeats while held down. */
const COMBO_MS = 3000;
const HELD_MS = 400;
const REPEAT_MS = 150;

/** How this page differs from others of the site, by `?gifts=`: `trusted` takes only presses of a person's own;
 * `unlike` has no buttons in its panel, only boxes. */
const make = new URLSearchParams(location.search).get('gifts') ?? '';

function coin(amount) {
  return el('span', { class: 'price' }, el('i', { class: 'coin' }), amount.toLocaleString('en'));
}

/** The panel, the bar and the rose beside the comments. `onSend(gift)` is called for each Send. */
export function createGifts({ onSend, guest }) {
  let gifts = [];
  let from = 0;
  /** Id of the gift that is chosen in the panel. */
  let chosen = null;
  /** Gift and time of the last sending, for the combo button. */
  let last = { id: null, at: 0 };
  const send = (gift, event) => {
    if (make === 'trusted' && !event.isTrusted) return;
    last = { id: gift.id, at: performance.now() };
    onSend(gift);
  };
  const grid = el('div', { class: 'DivGiftGrid', role: 'listbox', 'aria-label': 'All gifts' });
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

  /** The button in a cell: sends, and after that is a combo button for a while, which repeats while it is held down. */
  function sendButton(gift) {
    let repeat = null;
    let repeated = 0;
    const isCombo = () =>
      gift.combo && last.id === gift.id && performance.now() - last.at < COMBO_MS;
    const label = () => (isCombo() ? 'Combo' : 'Send');
    const words = el('span', {}, label());
    const sendOne = (event) => {
      send(gift, event);
      words.textContent = label();
      setTimeout(() => {
        words.textContent = label();
      }, COMBO_MS);
    };
    const release = () => {
      clearInterval(repeat);
      clearTimeout(repeat);
      repeat = null;
    };
    return el(
      make === 'unlike' ? 'div' : 'button',
      {
        class: 'send',
        'aria-label': make === 'unlike' ? null : `Send ${gift.name}`,
        disabled: guest,
        onpointerdown: (event) => {
          repeated = 0;
          if (!isCombo()) return;
          repeat = setTimeout(() => {
            repeat = setInterval(() => {
              repeated += 1;
              sendOne(event);
            }, REPEAT_MS);
          }, HELD_MS);
        },
        onpointerup: release,
        onpointercancel: release,
        onpointerleave: release,
        onclick: (event) => {
          event.stopPropagation();
          if (repeated === 0) sendOne(event);
        },
      },
      words,
    );
  }

  function choose(gift) {
    chosen = gift.id;
    for (const each of grid.children) {
      each.setAttribute('aria-selected', String(each.dataset.gift === String(gift.id)));
    }
  }

  function cell(gift) {
    return el(
      'div',
      {
        class: 'DivGiftCell',
        title: gift.name,
        role: 'option',
        tabindex: '0',
        'aria-selected': String(chosen === gift.id),
        'data-gift': gift.id,
        onclick: () => choose(gift),
        onkeydown: ({ key, target, currentTarget }) => {
          if (target === currentTarget && (key === 'Enter' || key === ' ')) choose(gift);
        },
      },
      picture(gift.image.url_list[0], 'gift'),
      el('span', { class: 'name' }, gift.name),
      coin(gift.diamond_count),
      sendButton(gift),
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

  /** Beside the comments: sends a rose at once, and shows nothing but it. */
  const rose = el('span', { class: 'SpanRose' });

  return {
    panel,
    bar,
    rose,
    show(list) {
      gifts = list;
      const cheap = gifts.find(({ name }) => name === 'Rose');
      if (cheap !== undefined && !guest) {
        rose.replaceChildren(
          el(
            'button',
            {
              class: 'rose',
              'aria-label': 'Send a rose',
              onclick: (event) => send(cheap, event),
            },
            picture(cheap.image.url_list[0], 'gift'),
          ),
        );
      }
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
                onclick: (event) => send(gift, event),
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
