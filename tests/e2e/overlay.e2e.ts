import type { Page } from '@playwright/test';
import { cost, monthName, worth } from './listed.ts';
import { OnOverlay, overlaps } from './on-overlay.ts';
import { openPopup } from './popup-over.ts';
import { coinsOf, expect, test, type Watching } from './watching.ts';

const mine = ({ sim }: Watching, room?: string) =>
  sim.truth({ mine: true, ...(room === undefined ? {} : { room }) });

/** A stream on which I sent a gift, so that the overlay has something to show. */
async function openStream(watching: Watching): Promise<{ page: Page; overlay: OnOverlay }> {
  const page = await watching.open();
  await watching.sim.waitForClients(1);
  await watching.sim.sendGift({ from: 'me', gift: 'Perfume' });
  const overlay = new OnOverlay(page, watching.browser);
  await expect.poll(() => overlay.words()).toContain(cost(20));
  return { page, overlay };
}

/** Waits until the pill no longer tells of the gift that landed, which made it wider. */
const quiet = (overlay: OnOverlay) =>
  expect.poll(() => overlay.words('.pill-words')).toContain('this stream');

test('a viewer sees what this stream and this month cost, and the own last gift', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const noor = await watching.open(sim.pageUrl('noor.live'));
  await sim.waitForClients(1, { room: 'noor.live' });
  await sim.sendGift({ from: 'me', gift: 'Galaxy', room: 'noor.live' });
  await watching.expectEntries(mine(watching));
  await noor.close();

  const page = await watching.open();
  await sim.waitForClients(1, { room: 'mira.plays' });
  const overlay = new OnOverlay(page, browser);
  await sim.play('others-beside-mine');
  await watching.expectEntries(mine(watching));
  const stream = coinsOf(mine(watching, 'mira.plays'));
  const month = coinsOf(mine(watching));
  expect(month).toBeGreaterThan(stream);
  await expect
    .poll(() => overlay.words('.pill-words'))
    .toBe(`${cost(stream)} ${stream} coins this stream · ${cost(month)} in ${monthName()}`);

  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  expect(await overlay.words('.total')).toBe(cost(month));
  expect(await overlay.words('.under')).toBe(
    `${month.toLocaleString('en-US')} coins · 5 gifts · at the listed price`,
  );
  expect(await overlay.words('.row:nth-of-type(1)')).toBe(
    `This stream ${cost(stream)} ${stream} coins`,
  );
  expect(await overlay.words('.row:nth-of-type(2)')).toBe(`Last gift Perfume × 2 ${cost(40)}`);
});

test('the pill tells of my gift as it lands, and of nobody else’s', async ({ watching }) => {
  const { sim } = watching;
  const { overlay } = await openStream(watching);
  const usual = `this stream · ${cost(20)} in ${monthName()}`;
  await expect.poll(() => overlay.words('.pill-words')).toContain(usual);
  const gifts = async () =>
    (await watching.ledger()).pages.find(({ session }) => session !== '')?.health.gifts ?? 0;
  const before = await gifts();
  await sim.sendGift({ from: 'lumi_x', gift: 'Galaxy' });
  await expect.poll(gifts).toBeGreaterThan(before);
  expect(await overlay.words('.pill-words')).toContain(usual);
  const streak = await sim.streak({ from: 'me', gift: 'Rose', count: 3 });
  await expect.poll(() => overlay.words('.pill-words')).toContain(`Rose × 3 · ${cost(3)}`);
  await streak.tick(4);
  await expect
    .poll(() => overlay.words('.pill-words'))
    .toBe(`${cost(27)} 27 coins Rose × 7 · ${cost(7)}`);
  await streak.end();
  await expect
    .poll(() => overlay.words('.pill-words'))
    .toBe(`${cost(27)} 27 coins this stream · ${cost(27)} in ${monthName()}`);
});

test('on my own stream: coins, worth, gifts, gifters and the last gift', async ({ watching }) => {
  const { sim, browser } = watching;
  const page = await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  await sim.play('own-stream');
  const received = sim.truth({ room: 'kai.watches' });
  await watching.expectEntries(received);
  const gifts = received.filter(({ kind }) => kind === 'gift');
  const coins = coinsOf(received).toLocaleString('en-US');
  const overlay = new OnOverlay(page, browser);
  await expect
    .poll(() => overlay.words('.pill-words'))
    .toBe(`about ${worth(coinsOf(received))} ${coins} coins this session`);
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  expect(await overlay.words('.card-head h2')).toBe('Worth to you');
  expect(await overlay.words('.total')).toBe(`about ${worth(coinsOf(received))}`);
  expect(await overlay.words('.under')).toBe(
    `${coins} coins · ${gifts.reduce((sum, { count }) => sum + count, 0)} gifts`,
  );
  const gifters = new Set(gifts.map(({ sender }) => sender.id)).size;
  expect(await overlay.words('.row:nth-of-type(1)')).toBe(`Gifters ${gifters}`);
  await sim.sendGift({ from: 'pixel.otter', gift: 'Perfume', room: 'kai.watches' });
  await expect
    .poll(() => overlay.words('.row:nth-of-type(2)'))
    .toBe('Last gift Perfume 20 coins from @pixel.otter');
});

test('logged out: it says that it cannot tell whose gifts they are', async ({ watching }) => {
  const { sim, browser } = watching;
  const page = await watching.open(sim.pageUrl('mira.plays', { as: 'guest' }));
  await sim.waitForClients(1);
  const overlay = new OnOverlay(page, browser);
  await expect.poll(() => overlay.words('.pill-words')).toBe('Not logged in');
  await overlay.click('.pill-main');
  await expect
    .poll(() => overlay.words('.card-body'))
    .toBe('Not logged in: cannot tell which gifts are yours.');
});

test('it starts on the picture, on nothing that is to be read or clicked', async ({ watching }) => {
  const { page, overlay } = await openStream(watching);
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ]) {
    await page.setViewportSize(viewport);
    const picture = await page.locator('.DivLivePlayer').boundingBox();
    const corner = { right: (picture?.x ?? 0) + (picture?.width ?? 0), top: picture?.y ?? 0 };
    await expect
      .poll(async () => {
        const { x, y, width } = await overlay.box();
        return { right: Math.round(x + width) + 14, top: y - 14 };
      })
      .toEqual(corner);
  }
});

test('it is moved by drag and by keys, and stays there after a reload and in a second tab', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const { page, overlay } = await openStream(watching);
  await quiet(overlay);
  const first = await overlay.box();
  await overlay.drag(-300, 120);
  await expect.poll(() => overlay.box()).toMatchObject({ x: first.x - 300, y: first.y + 120 });
  expect(await overlay.shape()).toBe('pill');

  await overlay.focus('.grip');
  const dragged = await overlay.box();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => overlay.box()).toMatchObject({ x: dragged.x - 8, y: dragged.y });
  await page.keyboard.press('Shift+ArrowDown');
  const there = { x: dragged.x - 8, y: dragged.y + 32 };
  await expect.poll(() => overlay.box()).toMatchObject(there);

  await page.reload();
  await sim.waitForClients(1);
  await expect.poll(() => overlay.shape()).toBe('pill');
  await expect.poll(() => overlay.box()).toMatchObject(there);
  const second = new OnOverlay(await watching.open(sim.pageUrl('mira.plays')), browser);
  await expect.poll(() => second.shape()).toBe('pill');
  await expect.poll(() => second.box()).toMatchObject(there);

  // Moved in one tab, it moves in the other.
  await second.focus('.grip');
  await second.page.keyboard.press('ArrowUp');
  await expect.poll(() => overlay.box()).toMatchObject({ x: there.x, y: there.y - 8 });
});

test('it shrinks to a dot, and comes back', async ({ watching }) => {
  const { sim } = watching;
  const { page, overlay } = await openStream(watching);
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  await overlay.pick(1);
  await expect.poll(() => overlay.shape()).toBe('dot');
  await page.reload();
  await sim.waitForClients(1);
  await expect.poll(() => overlay.shape()).toBe('dot');
  await overlay.click('.dot');
  await expect.poll(() => overlay.words('.pill-words')).toContain(cost(20));
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlay.shape()).toBe('pill');
});

test('hidden for a stream, it is back on the next one', async ({ watching }) => {
  const { sim } = watching;
  const { page, overlay } = await openStream(watching);
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  await overlay.pick(2);
  await expect.poll(() => overlay.shape()).toBe('');
  await page.reload();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await watching.expectEntries(mine(watching));
  expect(await overlay.shape()).toBe('');
  await page.locator('a[href="/@noor.live/live"]').first().click();
  await expect.poll(() => overlay.shape()).toBe('card');
});

test('hidden on the site, it stays away until the popup brings it back', async ({ watching }) => {
  const { sim, browser } = watching;
  const { page, overlay } = await openStream(watching);
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  await overlay.pick(3);
  await expect.poll(() => overlay.shape()).toBe('');
  await page.goto(sim.pageUrl('noor.live'));
  await sim.waitForClients(1, { room: 'noor.live' });
  await sim.sendGift({ from: 'me', gift: 'Cap', room: 'noor.live' });
  await watching.expectEntries(mine(watching));
  expect(await overlay.shape()).toBe('');

  const popup = await openPopup(watching, page);
  await popup.getByRole('button', { name: 'Show it again' }).click();
  await expect(popup.getByRole('button', { name: 'Show it again' })).toHaveCount(0);
  await page.bringToFront();
  await expect.poll(() => new OnOverlay(page, browser).shape()).toBe('card');
});

test('it follows the page to another stream and hides on the feed', async ({ watching }) => {
  const { sim } = watching;
  const { page, overlay } = await openStream(watching);
  await page.locator('a[href="/@noor.live/live"]').first().click();
  await expect
    .poll(() => overlay.words('.pill-words'))
    .toBe(`${cost(0)} this stream · ${cost(20)} in ${monthName()}`);
  await sim.waitForClients(1, { room: 'noor.live' });
  await sim.sendGift({ from: 'me', gift: 'Galaxy', room: 'noor.live' });
  await expect.poll(() => overlay.words('.pill-words')).toContain(`${cost(1000)} 1,000 coins`);
  await page.goBack();
  await expect
    .poll(() => overlay.words('.pill-words'))
    .toBe(`${cost(20)} 20 coins this stream · ${cost(1020)} in ${monthName()}`);
  await page.evaluate(() => history.pushState({}, '', '/live'));
  await expect.poll(() => overlay.shape()).toBe('');
  await page.goto('https://www.tiktok.com/live');
  await expect(page.locator('.DivFeed')).toBeVisible();
  expect(await overlay.shape()).toBe('');
});

test('it survives the page replacing its body, and all that is in its document', async ({
  watching,
}) => {
  const { sim } = watching;
  const { page, overlay } = await openStream(watching);
  await page.evaluate(() => {
    document.body.replaceWith(document.createElement('body'));
  });
  await expect.poll(() => overlay.isOnTop()).toBe(true);
  await page.evaluate(() => {
    document.documentElement.replaceChildren(
      document.createElement('head'),
      document.createElement('body'),
    );
  });
  await expect.poll(() => overlay.words()).toContain(cost(20));
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await expect.poll(() => overlay.words()).toContain(cost(119));
  expect(await overlay.isOnTop()).toBe(true);
});

test('it is above the picture in full screen, and afterwards where it was', async ({
  watching,
}) => {
  const { page, overlay } = await openStream(watching);
  await quiet(overlay);
  const before = await overlay.box();
  await page.getByLabel('Fullscreen').click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect.poll(() => overlay.isOnTop()).toBe(true);
  await page.evaluate(() => {
    document.fullscreenElement?.addEventListener('click', () => {
      document.body.dataset.clicked = 'yes';
    });
  });
  await overlay.click('.pill-main');
  await expect.poll(() => overlay.shape()).toBe('card');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlay.shape()).toBe('pill');
  expect(await page.evaluate(() => document.body.dataset.clicked)).toBeUndefined();
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(() => overlay.box()).toEqual(before);
  expect(await overlay.isOnTop()).toBe(true);
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
]) {
  test(`it covers neither chat input nor gifts at ${viewport.width}×${viewport.height}`, async ({
    watching,
  }) => {
    const { sim } = watching;
    const { page, overlay } = await openStream(watching);
    await page.setViewportSize(viewport);
    const parts = [
      page.getByLabel('Comment'),
      page.locator('.DivGiftPanel'),
      page.locator('.DivGiftBar'),
      page.locator('.DivGiftTray'),
    ];
    const covered = async () => {
      const own = await overlay.box();
      const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
      return boxes.map((box) => box !== null && box.width > 0 && overlaps(own, box));
    };
    // Where each of them is, one after the other: the overlay is put right onto it.
    for (const shape of ['pill', 'card']) {
      if (shape === 'card') await overlay.click('.pill-main');
      await expect.poll(() => overlay.shape()).toBe(shape);
      for (const part of ['Comment', 'Quick Rose', 'Recharge']) {
        const panel = page.getByRole('dialog', { name: 'Gifts' });
        if (part === 'Recharge' && !(await panel.isVisible())) {
          await page.getByLabel('More gifts').click();
          await expect(panel).toBeVisible();
        }
        const target = await (part === 'Recharge' ? panel : page.getByLabel(part)).boundingBox();
        if (target === null) throw new Error(`${part} is not shown.`);
        const own = await overlay.box();
        await overlay.drag(target.x - own.x, target.y - own.y);
        await sim.sendGift({ from: 'lumi_x', gift: 'Doughnut' });
        await expect(page.locator('.DivGiftItem').first()).toBeVisible();
        await expect.poll(covered).toEqual([false, false, false, false]);
      }
    }
  });
}

test('clicks and keys beside it reach the page, and typing is not disturbed', async ({
  watching,
}) => {
  const { sim } = watching;
  const { page, overlay } = await openStream(watching);
  const comment = page.getByLabel('Comment');
  await comment.click();
  await page.keyboard.type('hello ');
  // A gift lands while typing: the focus stays where it is.
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await expect.poll(() => overlay.words()).toContain(cost(119));
  await page.keyboard.type('there');
  await expect(comment).toHaveText('hello there');

  // Right beside the pill the page is what is clicked.
  const { x, y, width, height } = await overlay.box();
  const around = [
    [x - 3, y + height / 2],
    [x + width + 3, y + height / 2],
    [x + width / 2, y + height + 3],
  ] as const;
  for (const [left, top] of around) {
    const hit = await page.evaluate(
      ([at, down]) => document.elementFromPoint(at, down)?.localName ?? '',
      [left, top] as const,
    );
    expect(hit).not.toBe('gift-ledger-overlay');
  }

  // Keys that move the overlay are not heard by the page; all others on the page are.
  await page.evaluate(() => {
    document.body.dataset.keys = '';
    document.addEventListener('keydown', ({ key }) => {
      document.body.dataset.keys += `${key} `;
    });
  });
  await overlay.focus('.grip');
  await page.keyboard.press('ArrowLeft');
  await comment.click();
  await page.keyboard.press('x');
  await expect(comment).toHaveText('hello therex');
  expect(await page.evaluate(() => document.body.dataset.keys)).toBe('x ');
});

test('the card converts coins, money and gifts by name; the page hears nothing that is typed into it', async ({
  watching,
}) => {
  const { page, overlay } = await openStream(watching);
  const heard = () => page.evaluate(() => document.body.dataset.hotKeys ?? '');
  await page.keyboard.press('m');
  expect(await heard()).toBe('m ');
  await page.evaluate(() => {
    for (const type of ['keydown', 'keyup', 'beforeinput', 'input', 'paste', 'focusin']) {
      document.addEventListener(type, () => {
        document.body.dataset.hotKeys += `${type} `;
      });
    }
  });
  await overlay.click('.pill-main');
  await overlay.click('[data-convert]');
  await expect.poll(() => overlay.words('.converter')).toContain('Creator gets about $5.00');
  await overlay.focus('.converter input');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('29,999');
  await expect.poll(() => overlay.values('.converter input')).toEqual(['29,999', '317.99']);
  // By keys: to the search, a part of a name, the first gift found.
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => overlay.values('.picker input')).toEqual(['']);
  await page.keyboard.type('perfu');
  await expect.poll(() => overlay.words('.picker')).toContain(`20 coins ${cost(20)}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => overlay.values('.converter input')).toEqual(['20', '0.212', '1']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => overlay.shape()).toBe('pill');
  expect(await heard()).toBe('m ');
});
