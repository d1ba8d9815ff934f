import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readDiagnostic } from '../tools/diagnostic-file.ts';
import { cost, monthName, worth } from './listed.ts';
import { OnOverlay } from './on-overlay.ts';
import { openPopup, tabIdOf } from './popup-over.ts';
import { coinsOf, expect, test, type Watching } from './watching.ts';

const mine = ({ sim }: Watching, room?: string) =>
  sim.truth({ mine: true, ...(room === undefined ? {} : { room }) });

const count = (number: number) => number.toLocaleString('en-US');

/** The words of each element, each in one line. */
async function texts(elements: Locator): Promise<string[]> {
  const all = await elements.allInnerTexts();
  return all.map((text) =>
    text
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const text = async (element: Locator) => (await texts(element)).join(' | ');

/** Everything unfolded is accessible, in light and in dark. */
async function expectAccessible(popup: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page: popup }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

/** What the toolbar button of the tab says. */
async function badgeOf(watching: Watching, page: Page): Promise<() => Promise<string>> {
  const tabId = await tabIdOf(watching, page);
  const worker = await watching.browser.worker();
  return () => worker.evaluate((tab) => chrome.action.getBadgeText({ tabId: tab }), tabId);
}

test('what I sent: month, stream, last gifts, creators; and it stays live', async ({
  watching,
}) => {
  const { sim } = watching;
  await watching.open(sim.pageUrl('noor.live'));
  await sim.waitForClients(1, { room: 'noor.live' });
  await sim.sendGift({ from: 'me', gift: 'Galaxy', room: 'noor.live' });
  await watching.expectEntries(mine(watching));
  const page = await watching.open();
  await sim.waitForClients(1, { room: 'mira.plays' });
  await sim.play('others-beside-mine');
  await watching.expectEntries(mine(watching));

  const popup = await openPopup(watching, page);
  const month = coinsOf(mine(watching));
  const stream = coinsOf(mine(watching, 'mira.plays'));
  await expect.poll(() => text(popup.locator('.status'))).toBe('Watching @mira.plays');
  expect(await text(popup.locator('.hero'))).toBe(
    `${monthName()}, so far ${cost(month)} ${count(month)} coins · 5 gifts · at the listed price`,
  );
  expect(await text(popup.locator('.cards .card').first())).toBe(
    `This stream ${cost(stream)} ${stream} coins · 4 gifts`,
  );
  const newestFirst = mine(watching).reverse();
  expect(await texts(popup.locator('.entry-name'))).toEqual(
    newestFirst.map(({ gift, count: times }) =>
      [gift?.name, ...(times > 1 ? [`× ${times}`] : [])].join(' '),
    ),
  );
  expect(await texts(popup.locator('.entry b.amount'))).toEqual(
    newestFirst.map(({ coins }) => cost(coins ?? 0)),
  );
  expect(await texts(popup.locator('.entry small.amount'))).toEqual(
    newestFirst.map(({ coins }) => `${count(coins ?? 0)} coins`),
  );
  expect(await texts(popup.locator('.entry .who bdi'))).toEqual(
    newestFirst.map(({ host }) => `@${host.handle}`),
  );
  const per = (part: number) =>
    new Intl.NumberFormat('en-US', { style: 'percent' }).format(part / month);
  expect(await texts(popup.locator('.creator'))).toEqual([
    `@noor.live ${cost(1000)} ${per(1000)} of ${monthName()}`,
    `@mira.plays ${cost(stream)} ${per(stream)} of ${monthName()}`,
  ]);
  await expectAccessible(popup);

  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await expect.poll(() => text(popup.locator('.hero strong'))).toBe(cost(month + 99));
  expect(await texts(popup.locator('.entry-name'))).toContain('Cap');
});

test('where coins are bought changes money everywhere, and is remembered', async ({ watching }) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  const overlay = new OnOverlay(page, browser);
  await expect.poll(() => overlay.words()).toContain('$10.60');
  const badge = await badgeOf(watching, page);
  await expect.poll(badge).toBe('10.6');

  const popup = await openPopup(watching, page);
  await popup.getByRole('button', { name: 'Change' }).click();
  await expectAccessible(popup);
  // 17,500 coins for €205.19 on the website, 65 to 6,607 coins for up to £99.99 in the app.
  await popup.getByLabel('Country').selectOption('France');
  await expect.poll(() => text(popup.locator('.hero strong'))).toBe('€11.73');
  expect(await text(popup.locator('.offer'))).toContain('17,500 coins for €205.19');
  expect(await text(popup.locator('.entry b.amount'))).toBe('€11.73');
  await expect(popup.getByLabel('Cost in EUR')).toHaveValue('11.73');
  await expect.poll(() => overlay.words()).toContain('€11.73');
  await expect.poll(badge).toBe('11.7');
  await popup.getByLabel('Country').selectOption('United States');
  await popup.getByLabel('Bought').selectOption('in the app');
  await expect.poll(() => text(popup.locator('.hero strong'))).toBe('$14.29');
  await expect.poll(() => overlay.words()).toContain('$14.29');
  await popup.close();

  await page.reload();
  await sim.waitForClients(1);
  await expect.poll(() => overlay.words()).toContain('$14.29');
  const again = await openPopup(watching, page);
  await expect.poll(() => text(again.locator('.hero strong'))).toBe('$14.29');
  await again.getByRole('button', { name: 'Change' }).click();
  await expect(again.getByLabel('Bought').locator('option:checked')).toHaveText('in the app');
});

test('the converter works both ways and answers bad input', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  const popup = await openPopup(watching, page);
  const coins = popup.getByLabel('Coins');
  const money = popup.getByLabel('Cost in USD');
  await expect(coins).toHaveValue('1,000');
  await expect(money).toHaveValue('10.60');
  await coins.fill('29,999');
  await expect(money).toHaveValue('317.99');
  await expect(popup.locator('#converter-says')).toHaveText(/^Creator gets about \$150\.00 /);
  await money.fill('5');
  await expect(coins).toHaveValue('471');
  for (const [typed, answer] of [
    ['abc', 'That is not a number.'],
    ['-5', 'Amounts start at zero.'],
    ['1.5', 'Only whole numbers: leave out the decimals.'],
    ['1,5', 'Check the separators: decimals are written with “.” here.'],
    ['9'.repeat(30), 'Too large to work out exactly.'],
  ] as const) {
    await coins.fill(typed);
    await expect(popup.locator('#converter-says')).toHaveText(answer);
    await expect(coins).toHaveAttribute('aria-invalid', 'true');
    await expect(money).toHaveValue('');
  }
  await expectAccessible(popup);
  await coins.fill('');
  await expect(coins).toHaveAttribute('aria-invalid', 'false');
});

test('capture health: frames, gifts and what was refused, by name', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  const popup = await openPopup(watching, page);
  await expect.poll(() => text(popup.locator('.verdict'))).toBe('working');
  await sim.play('garbage');
  await watching.expectEntries(mine(watching));
  await expect.poll(() => text(popup.locator('.verdict'))).toBe('some data not understood');
  await popup.locator('.capture summary').click();
  const shown = async () => {
    const rows = await popup
      .locator('.health dl > div')
      .evaluateAll((all) =>
        all.map((row) => [
          row.querySelector('dt')?.textContent ?? '',
          row.querySelector('dd')?.textContent ?? '',
        ]),
      );
    return Object.fromEntries(rows);
  };
  const messages = new Set(mine(watching).flatMap(({ msgIds }) => msgIds)).size;
  await expect.poll(async () => (await shown())['Gift messages']).toBe(String(messages));
  const { pages } = await watching.ledger();
  const health = pages.find(({ health: { gifts } }) => gifts > 0)?.health;
  const found = await shown();
  expect(found).toMatchObject({
    Connections: '1',
    'Frames read': count(health?.frames ?? 0),
    'Last frame': 'just now',
    'Last gift': 'just now',
  });
  const refused = Object.keys(found).flatMap(
    (name) => name.match(/^Not understood: (.+)/)?.[1] ?? [],
  );
  expect(refused.sort()).toEqual([
    'broken compression',
    'impossible count',
    'impossible price',
    'no id',
    'too large',
    'unknown message',
  ]);
  expect(Object.values(health?.refused ?? {}).reduce((sum, times) => sum + times, 0)).toBe(
    Object.entries(found).reduce(
      (sum, [name, times]) => sum + (name.startsWith('Not understood') ? Number(times) : 0),
      0,
    ),
  );
  await expectAccessible(popup);
  const [download] = await Promise.all([
    popup.waitForEvent('download'),
    popup.getByRole('button', { name: 'Save a diagnostic' }).click(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  const { pages: told } = readDiagnostic(saved);
  expect(told.flatMap(({ samples }) => samples.map(({ reason }) => reason))).toContain(
    'absurd-count',
  );
  for (const { sender } of mine(watching)) expect(saved).not.toContain(sender.handle);
});

test('it says what the tab is: another page, the feed, a stream, my own', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.browser.context.newPage();
  const status = async () => {
    const popup = await openPopup(watching, page);
    await popup.locator('.status').waitFor();
    const words = await text(popup.locator('.status'));
    await expectAccessible(popup);
    await popup.close();
    return words;
  };
  expect(await status()).toBe('No live page here');
  await page.goto('https://www.tiktok.com/live');
  await expect.poll(status).toBe('TikTok, no stream');
  await page.goto(sim.pageUrl());
  await sim.waitForClients(1, { room: 'mira.plays' });
  await expect.poll(status).toBe('Watching @mira.plays');
});

test('on a page where nobody is logged in it says that no gift is counted', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await watching.open(sim.pageUrl('mira.plays', { as: 'guest' }));
  await sim.waitForClients(1);
  const popup = await openPopup(watching, page);
  await expect.poll(() => text(popup.locator('.status'))).toBe('Not logged in');
  await expect(popup.locator('.notice')).toContainText('None is counted as sent by you');
  expect(await text(popup.locator('.empty h2'))).toBe('Your ledger is empty');
  await expectAccessible(popup);
});

test('on a page that opened no connection it says so, and reloads it', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.browser.context.newPage();
  await page.route('**/sim/client/app.js', (route) => route.abort());
  await page.goto(sim.pageUrl());
  const popup = await openPopup(watching, page);
  await expect.poll(() => text(popup.locator('.status'))).toBe('No chat seen');
  expect(await text(popup.locator('.verdict'))).toBe('no chat seen');
  await popup.locator('.capture summary').click();
  await expectAccessible(popup);
  await page.unroute('**/sim/client/app.js');
  await popup.getByRole('button', { name: 'Reload page' }).click();
  await expect.poll(() => text(popup.locator('.status'))).toBe('Watching @mira.plays');
});

test('on a page that capture does not run on it asks for a reload', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.browser.context.newPage();
  // The browser's own page of errors has the site's address and takes no scripts.
  await page.route('**/*', (route) => route.abort());
  await expect(page.goto(sim.pageUrl())).rejects.toThrow();
  const popup = await openPopup(watching, page);
  await expect.poll(() => text(popup.locator('.status'))).toBe('Reload needed');
  await expectAccessible(popup);
  await page.unroute('**/*');
  await popup.getByRole('button', { name: 'Reload page' }).click();
  await expect.poll(() => text(popup.locator('.status'))).toBe('Watching @mira.plays');
});

test('what I receive on my own stream: worth, coins, gifters, last gifts', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  await sim.play('own-stream');
  const received = sim.truth({ room: 'kai.watches' });
  await watching.expectEntries(received);
  const coins = coinsOf(received);
  const popup = await openPopup(watching, page);
  await expect(popup.getByRole('tab', { name: 'I receive' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect.poll(() => text(popup.locator('.hero strong'))).toBe(`about ${worth(coins)}`);
  expect(await text(popup.locator('.hero'))).toContain(`${count(coins)} coins`);
  const [session, gifters] = await texts(popup.locator('.cards .card'));
  expect(session).toContain(`This session about ${worth(coins)} ${count(coins)} coins`);
  const givers = new Set(
    received.filter(({ kind }) => kind === 'gift').map((one) => one.sender.id),
  );
  expect(gifters).toBe(`Gifters ${givers.size} this session`);
  expect(await texts(popup.locator('.entry .who bdi'))).toEqual(
    [...received].reverse().map(({ sender }) => `@${sender.handle}`),
  );
  await expectAccessible(popup);
  await popup.getByRole('tab', { name: 'I send' }).click();
  expect(await text(popup.locator('.empty h2'))).toBe('Your ledger is empty');
  const badge = await badgeOf(watching, page);
  await expect.poll(badge).toBe(worth(coins).replace('$', ''));
});

test('hostile names stay names', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  await sim.play('hostile-names');
  await watching.expectEntries(sim.truth({ room: 'kai.watches' }));
  const popup = await openPopup(watching, page);
  await expect.poll(() => popup.locator('.entry').count()).toBe(5);
  await expect(popup).toHaveTitle('Gift Ledger');
  expect(await popup.locator('.entry img, .entry script').count()).toBe(0);
  const widest = await popup.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('.popup main, .entry')].map((box) => box.scrollWidth),
    ),
  );
  expect(widest).toBeLessThanOrEqual(380);
  await expectAccessible(popup);
});

test('the badge says what this stream cost, and is empty where nothing was sent', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  const badge = await badgeOf(watching, page);
  expect(await badge()).toBe('');
  await sim.sendGift({ from: 'lumi_x', gift: 'Galaxy' });
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await expect.poll(badge).toBe('1.05');
  await page.locator('a[href="/@noor.live/live"]').first().click();
  await expect.poll(badge).toBe('');
});
