import type { Page } from '@playwright/test';
import type { AccountId, GiftId, RoomId } from '../../utils/core/ids.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import type { StoredPerson } from '../../utils/storage/database.ts';
import { storedEntry } from '../storage/stored-entries.ts';
import { fillLedger } from './fill-ledger.ts';
import { expect, test } from './watching.ts';

const PEOPLE = 3_000;
const id = (person: number) => `p${person}` as AccountId;

/** Two gifts of each of 3,000 people to the user's stream: the later ones gave more. */
function received(now: number) {
  return Array.from({ length: 2 * PEOPLE }, (_, n) => {
    const person = n % PEOPLE;
    return storedEntry(
      n,
      {
        at: epochMs(now - n),
        room: '7002' as RoomId,
        sender: { id: id(person), handle: '', name: '' },
        recipient: { id: '11' as AccountId, handle: '', name: '' },
        gift: { id: '5655' as GiftId, name: '', icon: '' },
        unitPrice: units(person + 1),
        count: 1,
      },
      { direction: 'received' },
    );
  });
}

const names = (now: number): StoredPerson[] =>
  Array.from({ length: PEOPLE }, (_, person) => ({
    platform: 'tiktok',
    id: id(person),
    handle: `supporter.${person}`,
    name: '',
    at: epochMs(now),
    past: [],
  }));

const list = (dashboard: Page) => dashboard.getByRole('list', { name: 'Who gave most' });
const rows = (dashboard: Page) => list(dashboard).locator('li a');
const row = (dashboard: Page, rank: number) =>
  list(dashboard).locator(`li[aria-posinset="${rank}"] a`);

test('supporters are ranked, found, noted, hidden, linked, separated and deleted', async ({
  watching,
}) => {
  const { browser } = watching;
  const now = Date.now() - 60_000;
  const inside = await browser.openPage('dashboard.html#safety');
  await inside.locator('h2').waitFor();
  await fillLedger(inside, received(now), names(now));
  const dashboard = await browser.openPage('dashboard.html#supporters?period=always');
  await dashboard.setViewportSize({ width: 1280, height: 900 });
  const main = dashboard.locator('main');
  await expect(main).toContainText('3,000 gifters');
  await expect(row(dashboard, 1)).toContainText('@supporter.2999');
  await expect(row(dashboard, 1)).toContainText('6,000 coins');
  expect(await rows(dashboard).count()).toBeLessThan(60);
  await rows(dashboard).first().focus();
  await dashboard.keyboard.press('End');
  await expect(row(dashboard, PEOPLE)).toContainText('@supporter.0');

  await dashboard.getByLabel('Find a supporter').fill('supporter.1234');
  await expect(rows(dashboard)).toHaveCount(1);
  await rows(dashboard).first().click();
  await expect(main).toContainText('2,470 coins');
  await expect(main).toContainText('first time');
  await dashboard.getByRole('button', { name: 'Note' }).click();
  await dashboard.locator('#correct-note').fill('Sings along');
  await dashboard.keyboard.press('Enter');
  await expect(main).toContainText('Sings along');

  // Linked with another person: one page, one row, one sum; the entries of both behind the figure.
  await dashboard.getByRole('button', { name: 'Same person as' }).click();
  await dashboard.getByLabel('Is the same as').fill('supporter.999');
  await dashboard.getByRole('button', { name: 'Choose' }).first().click();
  await expect(main).toContainText('4,470 coins');
  await dashboard.locator('a.figure').first().click();
  await expect(main).toContainText('4 entries');
  await dashboard.goBack();
  await dashboard.getByRole('button', { name: /^Separate/ }).click();
  await expect(main).toContainText('2,470 coins');

  await dashboard.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(main).toContainText('hidden from leaderboards');
  await dashboard.goto(browser.url('dashboard.html#supporters?period=always'));
  await expect(main).toContainText('1 person whom you hid is left out.');

  await row(dashboard, 1).click();
  await expect(main).toContainText('@supporter.2999');
  await dashboard.getByRole('button', { name: 'Delete' }).click();
  await dashboard.getByRole('button', { name: 'Delete now' }).click();
  await dashboard.goto(browser.url('dashboard.html#supporters?period=always'));
  await expect(row(dashboard, 1)).toContainText('@supporter.2998');
  await expect(main).toContainText('2,999 gifters');
});
