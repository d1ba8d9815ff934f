import { evening, mine } from '../sim/facebook/facebook-sim.ts';
import { me, namesake, otter } from '../sim/facebook/people.ts';
import { entries, popupOver, registered } from './on-optional-sites.ts';
import { expect, test } from './watching.ts';

test.use({ grantedHosts: ['*.facebook.com'] });

const sent = (stars: number) => `sent gift ${evening.id} ${me.id} facebook:star ${stars} 1`;

test('asked for on a click: Stars of me and of others, a list drawn anew, reload, two tabs, my own video, no longer', async ({
  watching,
}) => {
  const { facebook } = watching.sim;
  await facebook.comment(me, 50);
  const page = await watching.open(facebook.pageUrl());
  await facebook.waitForPages(1);
  const popup = await popupOver(watching, page);
  await popup.says('No live page here');
  await popup.decide('Watch Facebook too');
  await expect.poll(() => registered(watching)).toHaveLength(2);
  await expect.poll(() => entries(watching)).toEqual([sent(50)]);
  await expect.poll(() => watching.overlay(page)).toContain('50 Facebook Stars');

  await facebook.comment(me, 1_000);
  await facebook.comment(otter, 300);
  await facebook.comment(namesake, 200);
  await facebook.comment(otter, 0, '5,000 sent');
  await facebook.drawAgain();
  const both = [sent(50), sent(1_000)].sort();
  await expect.poll(() => entries(watching)).toEqual(both);

  await page.reload();
  await watching.open(facebook.pageUrl({ lang: 'ar' }));
  await facebook.waitForPages(2);
  await facebook.comment(me, 7);
  const all = [...both, sent(7)].sort();
  await expect.poll(() => entries(watching)).toEqual(all);
  await popup.says('Watching @miraplays');

  // By the site's own link to what I stream myself: there everybody's Stars are kept.
  await page.locator('nav a', { hasText: mine.id }).click();
  await facebook.waitForPages(1, mine);
  await facebook.comment(otter, 25, 'Hello', mine);
  const own = [...all, `received gift ${mine.id} ${otter.id} facebook:star 25 1`].sort();
  await expect.poll(() => entries(watching)).toEqual(own);
  await expect.poll(() => watching.overlay(page)).toContain('25 Facebook Stars');

  await popup.decide('Stop watching Facebook');
  await expect.poll(() => registered(watching)).toEqual([]);
  await expect.poll(() => watching.overlay(page)).toBe('');
  await facebook.comment(me, 9_999);
  await facebook.comment(otter, 9_999, 'Hello', mine);
  expect(await entries(watching)).toEqual(own);
});
