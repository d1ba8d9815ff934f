import type { Page } from '@playwright/test';
import { battle, fanTickets, userSeq } from '../sim/tiktok/encode-other.ts';
import type { Payment } from '../sim/tiktok/payment.ts';
import { me } from '../sim/tiktok/people.ts';
import { OnOverlay } from './on-overlay.ts';
import { coinsOf, expect, test, type Watching } from './watching.ts';

const OWN = 'kai.watches';
const gifts = (payments: readonly Payment[]) => payments.filter(({ kind }) => kind === 'gift');
const number = (count: number) => new Intl.NumberFormat('en-US').format(count);

/** A number of things as the screens count them. */
const of = (count: number, thing: string) => `${number(count)} ${thing}${count === 1 ? '' : 's'}`;

const entries = (count: number) => `${number(count)} ${count === 1 ? 'entry' : 'entries'}`;

let messages = 900_000_000_000n;

/** The head of a message that the site sends beside gifts. */
function head({ sim }: Watching) {
  messages += 1n;
  return { msgId: messages, roomId: BigInt(sim.roomId(OWN)), createTime: Date.now() };
}

const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

test('an own stream with a reload, a break of the connection and a battle: its page says what the site knows', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open(sim.pageUrl(OWN));
  await sim.waitForClients(1, { room: OWN });
  await sim.play('own-stream');

  const started = head(watching);
  await sim.messages([battle(started, 4_711n, 4)], OWN);
  const inBattle = [
    await sim.sendGift({ from: 'lumi_x', gift: 'Galaxy', room: OWN }),
    await sim.sendGift({ from: 'old.tram', gift: 'Rose', count: 7, room: OWN }),
  ];
  await sim.messages([battle(head(watching), 4_711n, 5, started.createTime)], OWN);
  // What a page saw in the last moment before it goes is not promised.
  await watching.expectEntries(sim.truth({ room: OWN }));
  await page.reload();
  await sim.waitForClients(1, { room: OWN });
  await sim.play({
    name: 'after-the-battle',
    proves: '',
    sends: 'others',
    room: OWN,
    page: sim.pageUrl(OWN),
    steps: [
      { at: 0, do: 'drop', refuseForMs: 100 },
      { at: 50, do: 'gift', from: 'basil.and.co', gift: 'Rose', count: 30 },
      { at: 100, do: 'await-page' },
      { at: 200, do: 'repeat', last: 6 },
      { at: 300, do: 'chest', from: 'pixel.otter', coins: 500, people: 5 },
    ],
  });
  const truth = sim.truth({ room: OWN });
  const given = gifts(truth);
  const told = coinsOf(given) + 50;
  const fan = sim.person('lumi_x');
  const fanGave = coinsOf(given.filter(({ sender }) => sender.id === String(fan.id)));
  const ranks = [{ person: fan, coins: fanGave + 5 }];
  await sim.messages(
    [fanTickets(head(watching), me, told), userSeq(head(watching), 40, ranks)],
    OWN,
  );
  await sim.endRoom(OWN);
  await watching.expectEntries(truth);
  await expect
    .poll(async () => (await watching.ledger()).sessions)
    .toMatchObject([
      {
        running: { units: told },
        ranking: { missed: 5 },
        battles: [{ battle: '4711' }],
        endedAt: expect.any(Number),
      },
    ]);

  const dashboard = await browser.openPage('dashboard.html#overview');
  await dashboard.getByRole('link', { name: 'Streams', exact: true }).click();
  const row = dashboard.locator('.stream-row');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(of(coinsOf(given), 'coin'));
  await row.getByRole('link').click();

  const people = new Set(given.map(({ sender }) => sender.id)).size;
  const count = given.reduce((sum, each) => sum + each.count, 0);
  const largest = Math.max(...given.map(({ coins }) => coins ?? 0));
  await expect
    .poll(() => words(dashboard))
    .toContain(`Gifters ${people} ${people} new · 0 returning`);
  for (const said of [
    `${of(coinsOf(given), 'coin')} · ${of(count, 'gift')} · ${entries(given.length)}`,
    `We saw ${number(coinsOf(given))} of the ${of(told, 'coin')}`,
    `the 1 person who gave most gave ${of(fanGave + 5, 'coin')}`,
    `We saw ${of(fanGave, 'coin')}.`,
    'Treasure chests 500 coins',
    'Subscriptions 1 ',
  ]) {
    expect(await words(dashboard)).toContain(said);
  }
  const battles = dashboard.locator('.panel', { hasText: 'Scores are points' });
  await expect(battles.locator('li')).toHaveCount(1);
  await expect(battles.locator('li')).toContainText(of(coinsOf(inBattle), 'coin'));
  const top = dashboard.locator('.panel', { hasText: 'Largest gifts' }).locator('li').first();
  await expect(top).toContainText(of(largest, 'coin'));
  const marked = dashboard.locator('.panel li', { hasText: 'in a battle' });
  await expect(marked).toHaveCount(inBattle.length);

  // The figures of a battle lead to their entries.
  await battles.locator('li').getByRole('link').click();
  const sums = dashboard.getByRole('region', { name: 'Sums of these entries' });
  await expect(sums).toContainText(entries(inBattle.length));
  await expect(sums).toContainText(of(coinsOf(inBattle), 'coin'));
});

test('a creator whom the user follows: kept from then on, apart from their own, and said when it ends', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const overlay = new OnOverlay(await watching.open(sim.pageUrl('mira.plays')), browser);
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'lumi_x', gift: 'Galaxy' });
  const seen = async () => (await watching.ledger()).pages.map(({ health }) => health.gifts);
  await expect.poll(seen).toEqual([1]);
  const dashboard = await browser.openPage('dashboard.html#settings');
  // Nothing came in yet, so there is only the quiet way.
  await expect(dashboard.getByRole('link', { name: 'Streams', exact: true })).toHaveCount(0);
  await dashboard.getByRole('link', { name: 'I stream, or help someone who does' }).click();
  await dashboard.getByRole('button', { name: /Follow .*mira\.plays/ }).click();
  await expect(dashboard.getByText('Followed. Gifts to this creator')).toBeVisible();

  const kept = await sim.sendGift({ from: 'lumi_x', gift: 'Rose', count: 9 });
  await watching.expectEntries([kept]);
  // On the page itself too, and not as if it were the user's own.
  await expect.poll(() => overlay.words('.pill-main')).toContain('for @mira.plays, this stream');
  expect(await overlay.words('.pill-main')).toContain('9 coins');
  const row = dashboard.locator('.stream-row');
  await dashboard.getByLabel('For whom').selectOption({ label: '@mira.plays' });
  await expect(row).toContainText('9 coins');
  await dashboard.goto(browser.url('dashboard.html#times'));
  await expect(dashboard.locator('.bar-rows').first()).toContainText('Rose');

  await dashboard.goto(browser.url('dashboard.html#streams'));
  await dashboard.getByRole('button', { name: /Stop following .*mira\.plays/ }).click();
  await expect(dashboard.getByText('What was kept stays in the ledger.')).toBeVisible();
  await sim.sendGift({ from: 'lumi_x', gift: 'Rose', count: 3 });
  const mine = await sim.sendGift({ from: 'me', gift: 'Cap' });
  await watching.expectEntries([kept, mine]);
});
