import { readFile } from 'node:fs/promises';
import { coinsOf, expect, test } from './watching.ts';

const count = (number: number) => number.toLocaleString('en-US');

test('a payout sets the rate, a goal fills up, and a month’s report is printed and saved', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  await sim.play('own-stream');
  const received = sim.truth({ room: 'kai.watches' });
  await watching.expectEntries(received);
  const coins = coinsOf(received);

  const page = await browser.openPage('dashboard.html#payouts');
  await page.setViewportSize({ width: 1280, height: 900 });
  const card = page.locator('[data-unit="tiktok:coin"]');
  await expect(card).toContainText('as creators report');
  await page.getByRole('button', { name: 'Record a payout' }).click();
  const form = page.getByRole('form', { name: 'Record a payout' });
  await form.getByLabel('Arrived').fill('412.50');
  await form.getByLabel('For so many').fill(count(coins + 160));
  await form.getByLabel('Tax kept').fill('40');
  await form.getByRole('button', { name: 'Record a payout' }).click();
  const payout = page.locator('[data-payout]');
  await expect(payout).toContainText(
    `You were paid for ${count(coins + 160)} coins; we saw ${count(coins)} coins`,
  );
  await expect(payout).toContainText('160 coins more than was seen');
  await expect(card).toContainText('by your own payouts');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(card).toContainText('as creators report');
  await page.locator('.toast').getByRole('button', { name: 'Redo' }).click();
  await expect(payout).toHaveCount(1);

  await page.getByRole('link', { name: 'Goals', exact: true }).click();
  await page.getByRole('button', { name: 'Make a goal' }).click();
  const goalForm = page.getByRole('form', { name: 'Make a goal' });
  await goalForm.getByLabel('How many').fill(count(coins + 20));
  await goalForm.getByLabel('For', { exact: true }).selectOption({ label: 'Each day' });
  await goalForm.getByRole('button', { name: 'Save goal' }).click();
  await page.getByRole('button', { name: 'Make a goal' }).click();
  await goalForm.getByLabel('How many').fill('1');
  await goalForm.getByRole('button', { name: 'Save goal' }).click();
  await expect(page.getByRole('article', { name: '1 coin, each stream' })).toContainText(
    'Reached on',
  );
  const goal = page.getByRole('article', { name: /each day$/ });
  await expect(goal).toContainText('20 coins to go');
  await sim.sendGift({ from: 'pixel.otter', gift: 'Perfume', room: 'kai.watches' });
  await expect(goal).toContainText('100% · Reached');
  // The goal of one coin was reached when it was set: no news.
  const goalsTold = async () =>
    (await watching.ledger()).creatorAlerts.flatMap(({ alert }) =>
      alert.kind === 'goal' ? [alert.goal.period.type] : [],
    );
  await expect.poll(goalsTold).toEqual(['day']);

  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  const statement = page.locator('.statement');
  await expect(statement).toContainText(`${count(coins + 20)} coins`);
  await expect(statement).toContainText('after $0.00 fees and $40.00 tax were kept');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'As CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^gift-ledger-month-.*\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain(`,tiktok,,,tiktok:coin,${coins + 20},`);
  expect(csv).toContain(',412.50,0.00,40.00,USD,');

  // Every total leads to its entries, and these add up to it.
  await statement
    .getByRole('link', { name: `${count(coins + 20)} coins` })
    .first()
    .click();
  const sums = page.getByRole('region', { name: 'Sums of these entries' });
  await expect(sums).toContainText(`${count(coins + 20)} coins`);
  await page.goBack();

  await expect(page).toHaveTitle(/^Statement for .* · Gift Ledger$/);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(statement).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
});
