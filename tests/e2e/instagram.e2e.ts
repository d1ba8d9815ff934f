import { evening, lumi, me, mine, morning, otter } from '../sim/instagram/people.ts';
import { entries, popupOver, registered } from './on-optional-sites.ts';
import { expect, test } from './watching.ts';

test.use({ grantedHosts: ['*.instagram.com'] });

/** Without a unit and a price: what a badge costs the site does not say. */
const sent = (count: number, room = evening.id) => `sent gift ${room} ${me.pk}   ${count}`;

test('asked for on a click: badges of me and of others, reload, two tabs, another stream, and no longer', async ({
  watching,
}) => {
  const { instagram } = watching.sim;
  const page = await watching.open(instagram.pageUrl());
  await instagram.waitForPages(1);
  const popup = await popupOver(watching, page);
  await popup.says('No live page here');
  await popup.decide('Watch Instagram too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  // The page asks again and again: nothing is missed by not reloading it but whose stream it is.
  await popup.says('Watching a stream');
  instagram.badge(otter);
  instagram.badge(me);
  instagram.say(me, '{"new_supporters":[1]}');
  await expect.poll(() => entries(watching)).toEqual([sent(1)]);
  await expect.poll(() => watching.overlay(page)).toContain('price unknown');

  // The state rises; then it is told again and again, to two tabs, after a reload.
  instagram.badge(me, evening, 'made_up_2');
  await expect.poll(() => entries(watching)).toEqual([sent(2)]);
  await page.reload();
  await popup.says(`Watching @${evening.host.username}`);
  const second = await watching.open(instagram.pageUrl());
  await instagram.waitForPages(2);
  await second.locator('nav a', { hasText: morning.title }).click();
  await instagram.waitForPages(1, morning);
  instagram.badge(me, morning);
  const all = [sent(2), sent(1, morning.id)].sort();
  await expect.poll(() => entries(watching)).toEqual(all);

  await popup.decide('Stop watching Instagram');
  await expect.poll(() => registered(watching)).toEqual([]);
  await expect.poll(() => watching.overlay(page)).toBe('');
  await popup.says('Instagram is not watched');
  instagram.badge(me);
  await instagram.waitForPages(1);
  expect(await entries(watching)).toEqual(all);
});

test('my own stream is received; what looks like a gift is told of and not counted; a guest is told so', async ({
  watching,
}) => {
  const { instagram } = watching.sim;
  const empty = await watching.open('https://www.instagram.com/');
  const over = await popupOver(watching, empty);
  await over.decide('Watch Instagram too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  await over.popup.close();
  await empty.close();

  instagram.badge(lumi, mine);
  const page = await watching.open(instagram.pageUrl(mine));
  await instagram.waitForPages(1, mine);
  instagram.badge(otter, mine);
  instagram.tell({ live_gifts: [{ stars: 50 }] }, mine);
  const received = ({ pk }: typeof me) => `received gift ${mine.id} ${pk}   1`;
  await expect.poll(() => entries(watching)).toEqual([received(otter), received(lumi)].sort());
  const { popup } = await popupOver(watching, page);
  await popup.locator('.capture summary').click();
  await expect(popup.locator('.capture')).toContainText('looks like a gift, in an unknown form');
  instagram.end(mine);
  await expect
    .poll(async () => (await watching.ledger()).sessions.map(({ endedAt }) => endedAt !== null))
    .toEqual([true]);
  await popup.close();

  await page.goto(instagram.pageUrl(evening, { as: 'guest' }));
  await instagram.waitForPages(1);
  instagram.badge(otter);
  await (await popupOver(watching, page)).says('Not logged in');
  expect(await entries(watching)).toHaveLength(2);
});
