import { channel, me, mira, otter } from '../sim/telegram/people.ts';
import { entries, popupOver, registered } from './on-optional-sites.ts';
import { expect, test } from './watching.ts';

test.use({ grantedHosts: ['*.web.telegram.org'] });

/** No stream, and for what came in from a friend no other name than theirs. */
const sent = (stars: number) => `sent gift  ${me.id} telegram:star ${stars} 1`;
const received = (from: string, stars: number) => `received gift  ${from} telegram:star ${stars} 1`;

test('/k/: asked for on a click; gifts of me and of others, reload, two tabs, another chat, no longer', async ({
  watching,
}) => {
  const { telegram } = watching.sim;
  await telegram.gift(me, 50);
  const page = await watching.open(telegram.pageUrl('k'));
  await telegram.waitForPages(1);
  expect(await registered(watching)).toEqual([]);
  const popup = await popupOver(watching, page);
  await popup.says('No live page here');

  await popup.decide('Watch Telegram too');
  // Nothing is hooked: what stands on the open page is read at once.
  await expect.poll(() => registered(watching)).toHaveLength(2);
  await expect.poll(() => entries(watching)).toEqual([sent(50)]);
  await popup.says('Watching Telegram');
  await expect(popup.popup.locator('.entry-name').first()).toContainText('observed');

  await telegram.gift(me, 1_500);
  await telegram.gift(mira, 25);
  await telegram.say({ kind: 'upgrade', chat: mira, from: mira, stars: 100 });
  await telegram.say({
    kind: 'text',
    chat: mira,
    from: mira,
    text: 'You sent a gift for <b>9 Stars</b>',
  });
  const inChat = [received(mira.id, 25), sent(50), sent(1_500)].sort();
  await expect.poll(() => entries(watching)).toEqual(inChat);

  await page.reload();
  const second = await watching.open(telegram.pageUrl('a', mira, { lang: 'ru' }));
  await telegram.waitForPages(2);
  await telegram.gift(me, 7);
  const both = [...inChat, sent(7)].sort();
  await expect.poll(() => entries(watching)).toEqual(both);

  await second.locator('nav a', { hasText: channel.name }).click();
  await telegram.waitForPages(1, channel);
  await telegram.gift(me, 100, channel);
  await telegram.gift(otter, 2_500, channel);
  const all = [...both, sent(100)].sort();
  await expect.poll(() => entries(watching)).toEqual(all);
  const ledger = await watching.ledger();
  expect(ledger.entries.every(({ onPage, onSend }) => !onPage && !onSend)).toBe(true);
  // A chat is no stream, and which chats were opened is nobody's business.
  expect(ledger.sessions).toEqual([]);

  await popup.decide('Stop watching Telegram');
  await expect.poll(() => registered(watching)).toEqual([]);
  await popup.says('Telegram is not watched');
  await telegram.gift(me, 900);
  await telegram.gift(me, 901, channel);
  expect(await entries(watching)).toEqual(all);
});

test('/a/: a list of Stars, a page that no longer fits, and nobody logged in are said and not guessed at', async ({
  watching,
}) => {
  const { telegram } = watching.sim;
  const empty = await watching.open('https://web.telegram.org/a/?as=guest');
  const popup = await popupOver(watching, empty);
  await popup.decide('Watch Telegram too');
  await popup.says('Not logged in');
  await empty.goto('https://web.telegram.org/a/');
  await popup.says('No chat seen');

  await empty.goto(telegram.pageUrl('a'));
  await telegram.waitForPages(1);
  await popup.says('Watching Telegram');
  await telegram.openStarsList();
  await popup.popup.locator('.capture summary').click();
  await expect(popup.popup.locator('.capture')).toContainText('in a list without ids, not counted');
  await telegram.gift(me, 75);
  await expect.poll(() => entries(watching)).toEqual([sent(75)]);

  await empty.goto(telegram.pageUrl('a', otter));
  await telegram.waitForPages(1, otter);
  await telegram.redesign();
  await popup.says('Page not recognised');
  expect(await entries(watching)).toEqual([sent(75)]);
});
