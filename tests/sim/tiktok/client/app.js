// The page of a stream: puts the parts together and shows what the socket tells.

import { balance, giftList, roomOf, sendGift } from './api.js';
import { createChat } from './chat.js';
import { chestOf, giftOf, ranksOf, userOf } from './decode.js';
import { avatarOf, el, picture } from './dom.js';
import { showFeed } from './feed.js';
import { createGifts, createTray } from './gifts.js';
import { createIm } from './im.js';
import { header, player, sideBar } from './layout.js';
import { int, read, sub, text } from './wire.js';

const state = JSON.parse(document.getElementById('SIGI_STATE').textContent);
const scope = JSON.parse(document.getElementById('__UNIVERSAL_DATA_FOR_REHYDRATION__').textContent);
const me = scope.__DEFAULT_SCOPE__['webapp.app-context'].user ?? null;
const app = document.getElementById('app');

// Hot keys, heard on their way down and everywhere but in fields of the page's own.
window.addEventListener(
  'keydown',
  ({ key, target }) => {
    const typing = target instanceof Element && target.closest('input, [role="textbox"]') !== null;
    if (!typing) document.body.dataset.hotKeys = `${document.body.dataset.hotKeys ?? ''}${key} `;
  },
  true,
);

function viewersBox() {
  const rows = el('div', { class: 'overflow-y-auto' });
  return {
    box: el('div', { class: 'DivTopViewers' }, el('h3', {}, 'Viewers'), rows),
    show(ranks) {
      rows.replaceChildren(
        ...ranks
          .slice(0, 3)
          .map(({ user, coins }, index) =>
            el(
              'div',
              { class: 'rank' },
              el('b', {}, String(index + 1)),
              el(
                'span',
                { class: 'avatar' },
                picture(user.avatar || avatarOf(user.handle), 'avatar'),
              ),
              el('span', { class: 'name' }, user.name),
              el(
                'span',
                { class: 'score' },
                el('i', { class: 'coin' }),
                coins.toLocaleString('en'),
              ),
            ),
          ),
      );
    },
  };
}

function composer(rose) {
  if (me === null) {
    return el('div', { class: 'DivComposer' }, el('span', { class: 'hint' }, 'Log in to chat'));
  }
  return el(
    'div',
    { class: 'DivComposer', 'data-e2e': 'comment-input' },
    el('div', {
      class: 'input',
      role: 'textbox',
      'aria-label': 'Comment',
      contenteditable: 'plaintext-only',
      placeholder: 'Type…',
    }),
    el('button', { class: 'plain', 'aria-label': 'Emoji' }, '☺'),
    rose,
  );
}

function toast(message) {
  const note = el('div', { class: 'toast', role: 'status' }, message);
  app.append(note);
  setTimeout(() => note.remove(), 2500);
}

function showRoom() {
  let room = state.LiveRoom.liveRoomUserInfo;
  const chat = createChat(me);
  const { tray, gift: toTray } = createTray();
  const top = viewersBox();
  const stage = player({
    tray,
    onFull: (box) =>
      document.fullscreenElement ? document.exitFullscreen() : box.requestFullscreen(),
  });
  const gifts = createGifts({
    guest: me === null,
    async onSend(gift) {
      const answer = await sendGift({
        giftId: gift.id,
        count: 1,
        roomId: room.user.roomId,
        toUserId: room.user.id,
      });
      if (answer.status_code === 0) {
        gifts.balance(answer.data.left_diamond);
      } else {
        toast(answer.data.prompts);
      }
    },
  });

  const show = {
    WebcastChatMessage: (f) => chat.chat(userOf(sub(f, 2)), text(f, 3)),
    WebcastGiftMessage(f, { history }) {
      const gift = giftOf(f);
      chat.gift(gift);
      if (!history) {
        toTray(gift);
      }
    },
    WebcastMemberMessage: (f) => chat.notice(userOf(sub(f, 2)), 'joined', 'enter-message'),
    WebcastSocialMessage: (f) =>
      chat.notice(
        userOf(sub(f, 2)),
        int(f, 4) === 3n ? 'shared the LIVE' : 'followed the host',
        'social-message',
      ),
    WebcastSubNotifyMessage: (f) => chat.notice(userOf(sub(f, 2)), 'subscribed', 'social-message'),
    WebcastLikeMessage: () => stage.like(),
    WebcastRoomUserSeqMessage(f) {
      stage.viewers(Number(int(f, 3)));
      top.show(ranksOf(f));
    },
    WebcastEnvelopeMessage(f) {
      const chest = chestOf(f);
      if (chest !== null) {
        toast(`${chest.name} opened a treasure chest: ${chest.coins} coins`);
      }
    },
    WebcastControlMessage(f) {
      if (int(f, 2) === 3n) {
        stage.end();
      }
    },
  };
  const im = createIm({
    guest: me === null,
    onMessage: (method, payload, about) => show[method]?.(read(payload), about),
    onState: (now) => {
      app.dataset.socket = now;
    },
  });

  async function enter() {
    chat.clear();
    top.show([]);
    stage.show(room);
    document.title = `${room.user.nickname} is LIVE`;
    im.enter(room.user.roomId, me?.uid === room.user.id ? 'anchor' : 'audience');
    gifts.show(await giftList(room.user.roomId));
    gifts.balance(me === null ? null : await balance());
  }

  async function go(handle) {
    const facts = await roomOf(handle);
    if (facts !== undefined) {
      room = facts;
      await enter();
    }
  }

  window.addEventListener('popstate', () => go(location.pathname.split('/')[1].slice(1)));
  app.append(
    header(me),
    el(
      'main',
      {},
      sideBar(state.SimOthers, (handle) => {
        history.pushState({}, '', `/@${handle}/live${location.search}`);
        return go(handle);
      }),
      el(
        'section',
        { class: 'DivLiveContent' },
        stage.head,
        el('div', { class: 'DivStage' }, stage.box, gifts.panel),
        gifts.bar,
      ),
      el(
        'section',
        { class: 'DivChatRoomContent', 'data-e2e': 'live-chat-container' },
        top.box,
        el('div', { class: 'DivChatRoom', 'data-e2e': 'chat-room' }, chat.list),
        composer(gifts.rose),
      ),
    ),
  );
  return enter();
}

await (app.dataset.kind === 'feed' ? showFeed({ app, me, others: state.SimOthers }) : showRoom());
