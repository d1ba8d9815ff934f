/**
 * Writes the frames of `utils/platforms/youtube/fixtures/*.ndjson` with the simulated site's encoder, which knows nothing
 * of the decoder. The expectation beside each file is written by hand.
 *
 *     node tests/platforms/write-youtube-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import { lumi, me, mira, noor, otter, type YoutubePerson } from '../sim/youtube/people.ts';
import {
  type Audience,
  add,
  chatAnswer,
  chatData,
  chatScript,
  comboWidget,
  giftedMemberships,
  type Item,
  itemId,
  jewels,
  membership,
  milestone,
  playerData,
  playerScript,
  redemption,
  requestBody,
  sendAnswer,
  settingsScript,
  superChat,
  superSticker,
  textMessage,
  ticker,
  watchData,
  watchScript,
  type YoutubeStream,
} from '../sim/youtube/wire.ts';

const folder = new URL('../../utils/platforms/youtube/fixtures/', import.meta.url);
const start = Date.UTC(2026, 10, 24, 10);

const evening: YoutubeStream = { video: 'aQuietEven1', host: mira, title: 'A quiet evening' };
const morning: YoutubeStream = { video: 'Early_bird2', host: noor, title: 'Early birds' };

type Line = Readonly<Record<string, unknown>>;

const chatPage = 'https://www.youtube.com/live_chat?continuation=x';
const api = (name: string) => `https://www.youtube.com/youtubei/v1/${name}?prettyPrint=false`;

const line = (via: string, url: string, text: string, request?: object): Line => ({
  at: start,
  via,
  dir: 'in',
  url,
  text,
  ...(request === undefined ? {} : { request: JSON.stringify(request) }),
});

const item = (n: number, from: YoutubePerson = otter, stream = evening, filled = false): Item => ({
  // The id is made some seconds before the item is shown.
  id: itemId((start + (n - 5) * 1000) * 1000, filled),
  stream,
  from,
  micros: (start + n * 1000) * 1000 + 7,
});

const viewer: Audience = { viewer: me };
const english = requestBody('en', 'US', evening);

const polled = (actions: object[], stream = evening, audience = viewer, request?: object): Line =>
  line(
    'fetch',
    api('live_chat/get_live_chat'),
    JSON.stringify(chatAnswer(stream, audience, actions)),
    request,
  );

function write(name: string, lines: readonly Line[]): void {
  const head = { capture: 1, platform: 'youtube', page: chatPage };
  const text = [head, ...lines].map((each) => JSON.stringify(each)).join('\n');
  writeFileSync(new URL(`2026-11-24-${name}.ndjson`, folder), `${text}\n`);
}

write('single-super-chat', [polled([add(superChat(item(1), '$5.00'))], evening, viewer, english)]);

write('first-batch-tickers-and-repeats', [
  line('document', chatPage, settingsScript('de', 'DE')),
  line(
    'document',
    chatPage,
    chatScript(
      chatData(evening, viewer, [
        ticker('PaidMessage', item(1), {
          amount: '5 €',
          renderer: superChat(item(1), '5,00 €'),
        }),
        add(superChat(item(1, otter, evening, true), '5,00 €')),
        // Seen by its ticker only, as one who has just joined sees it.
        ticker('PaidMessage', item(2, lumi), { amount: '1.000,00 €' }),
        ticker('PaidSticker', item(3), { renderer: superSticker(item(3), '2,00 €') }),
        ticker('Sponsor', item(4), {
          detail: '20',
          renderer: {
            liveChatSponsorshipsGiftPurchaseAnnouncementRenderer: {
              header: {
                liveChatSponsorshipsHeaderRenderer: { authorName: { simpleText: otter.name } },
              },
            },
          },
        }),
        // A ticker of a member or of a giver, which of them nobody can tell.
        ticker('Sponsor', item(5, lumi), { detail: 'Mitglied' }),
      ]),
    ),
  ),
  polled([
    add(superChat(item(1), '5,00 €')),
    { addBannerToLiveChatCommand: { contents: superChat(item(1), '5,00 €') } },
    { replaceChatItemAction: { replacementItem: superChat(item(1), '5,00 €') } },
    add(giftedMemberships(item(4), '20', ' Mitgliedschaften verschenkt')),
  ]),
]);

write('memberships', [
  polled([
    add(giftedMemberships(item(1), 'Sent ', '5', ' ', 'Mira Plays', ' gift memberships')),
    add(
      giftedMemberships(
        item(2, lumi),
        '10',
        ' 件の ',
        'Mira',
        ' のメンバーシップ ギフトを贈りました',
      ),
    ),
    add(giftedMemberships(item(3), 'أهدى ', '٥٠', ' عضوية')),
    add(giftedMemberships(item(4), 'Sent gift memberships')),
    add(membership(item(5, lumi))),
  ]),
]);

const locale = (hl: string, gl: string) => requestBody(hl, gl, evening);

write('amounts-by-locale', [
  polled([add(superChat(item(1), '$30.00'))], evening, viewer, locale('zh-TW', 'TW')),
  polled([add(superChat(item(2), 'NT$30.00'))], evening, viewer, locale('en', 'TW')),
  polled([add(superChat(item(3), '¥320'))], evening, viewer, locale('ja', 'JP')),
  polled([add(superChat(item(4), '1.000 ₫'))], evening, viewer, locale('vi', 'VN')),
  polled([add(superChat(item(5), 'R$ 1.234,50'))], evening, viewer, locale('pt', 'BR')),
  polled([add(superChat(item(6), 'CZK\u00a020.00'))], evening, viewer, locale('en', 'CZ')),
  polled([add(superChat(item(7), '₹1,23,456.00'))], evening, viewer, locale('en-IN', 'IN')),
  // In Australia's English a bare dollar is Australia's, in English alone that of the United States.
  polled([add(superChat(item(8), '$5.00'))], evening, viewer, locale('en', 'AU')),
]);

write('unknown-amounts', [
  polled([add(superChat(item(1), '$5.00')), add(superSticker(item(2), '[?]10,800'))]),
  // The same chat again, now with a request that says where the page is.
  polled([add(superChat(item(3), '$7.00'))]),
  polled([add(superChat(item(3), '$7.00'))], evening, viewer, english),
]);

write('jewels-and-combos', [
  polled([
    add(jewels(itemId((start + 1000) * 1000), otter, 'sent Heart for 10 Jewels')),
    add(jewels(itemId((start + 2000) * 1000), otter, 'sent Heart', 'heart')),
    add(jewels(itemId((start + 3000) * 1000), otter, 'sent Heart', 'heart')),
    add(jewels(itemId((start + 1000) * 1000), otter, 'comboed x3 Heart for 30 Jewels', 'heart')),
    comboWidget('combo-1', otter, 3),
    add(jewels(itemId((start + 4000) * 1000), lumi, 'ギフトを贈りました', 'sushi')),
    add(jewels(itemId((start + 5000) * 1000), me, 'sent Corgi for 1,000 Jewels', 'corgi')),
  ]),
]);

write('own-message', [
  line(
    'fetch',
    api('live_chat/get_live_chat'),
    JSON.stringify(
      chatAnswer(evening, { viewer: me, hinted: false }, [add(superChat(item(1, me), '￥500'))]),
    ),
  ),
  line(
    'fetch',
    api('live_chat/send_message'),
    JSON.stringify(sendAnswer(viewer, superChat(item(2, me), '￥1,000'))),
  ),
  polled([add(superChat(item(2, me), '￥1,000')), add(superChat(item(3), '￥200'))]),
]);

write('watch-page', [
  line(
    'document',
    'https://www.youtube.com/watch?v=aQuietEven1',
    playerScript(playerData(evening)),
  ),
  line('document', 'https://www.youtube.com/watch?v=aQuietEven1', watchScript(watchData(evening))),
  line(
    'fetch',
    api('next'),
    JSON.stringify(watchData({ ...morning, video: 'NotLive0003' }, false)),
  ),
  line('fetch', api('next'), JSON.stringify(watchData(morning))),
]);

write('decoys', [
  line('document', 'https://www.youtube.com/watch?v=x', playerScript(playerData(morning, false))),
  polled(
    [
      add(textMessage(item(1), '"liveChatPaidMessageRenderer" $500')),
      add(redemption(item(2))),
      add(milestone(item(3))),
      comboWidget('combo-2', otter, 9),
      { removeChatItemAction: { targetItemId: item(4).id } },
      add({ liveChatPlaceholderItemRenderer: { id: item(5).id } }),
      add({ liveChatDonationAnnouncementRenderer: { id: item(6).id, text: { simpleText: '$5' } } }),
    ],
    evening,
    { viewer: null },
  ),
]);

const whole = JSON.stringify(chatAnswer(evening, viewer, [add(superChat(item(1), '￥100'))]));
write('refused', [
  line('fetch', api('live_chat/get_live_chat'), whole.slice(0, -20)),
  line('fetch', api('live_chat/get_live_chat'), '<html>'),
  polled([add({ liveChatPaidMessageRenderer: { purchaseAmountText: { simpleText: '￥100' } } })]),
  polled([add(jewels('bad id!', otter, 'sent Heart', 'heart'))]),
  polled([add(jewels(item(2).id, otter, 'sent Heart for 999,999,999,999 Jewels'))]),
]);
