import type { Payment } from '../sim/tiktok/payment.ts';
import { coinsOf, expect, test, type Watching } from './watching.ts';

/** The viewer's own payments in all that happened. */
const mine = ({ sim }: Watching): Payment[] => sim.truth({ mine: true });

/** Scenarios that need nothing but a page: mine are kept, all others are not. */
const simple = [
  'single-gift',
  'streak',
  'streak-without-end',
  'streak-again',
  'shuffled-repeats',
  'bare-gift',
  'reconnect-replay',
  'polling',
  'others-beside-mine',
  'guest-gift',
  'chest',
  'subscription',
  'decoys',
  'burst',
  'garbage',
  'room-end',
];

for (const name of simple) {
  test(name, async ({ watching }) => {
    const { sim } = watching;
    const page = await watching.open();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await sim.waitForClients(1);
    await sim.play(name);
    await watching.expectEntries(mine(watching));
    await expectTotals(watching, 'sent', mine(watching));
    expect(errors).toEqual([]);
  });
}

async function expectTotals(
  watching: Watching,
  direction: 'sent' | 'received',
  payments: readonly Payment[],
): Promise<void> {
  const { dayTotals, sessionTotals } = await watching.ledger();
  const units = (rows: readonly { direction: string; units: number }[]) =>
    rows.filter((row) => row.direction === direction).reduce((sum, row) => sum + row.units, 0);
  expect(units(dayTotals)).toBe(coinsOf(payments));
  expect(units(sessionTotals)).toBe(coinsOf(payments));
}

test('history-on-join: what was seen before is not counted again after a reload', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await sim.play('history-on-join');
  await page.reload();
  await sim.waitForClients(1);
  await watching.expectEntries(mine(watching));
});

test('two-tabs', async ({ watching }) => {
  const { sim } = watching;
  await watching.open();
  await watching.open();
  await sim.waitForClients(2);
  await sim.play('two-tabs');
  await watching.expectEntries(mine(watching));
  await expectTotals(watching, 'sent', mine(watching));
});

test('preview-socket', async ({ watching }) => {
  const { sim } = watching;
  await watching.open('https://www.tiktok.com/live');
  await sim.play('preview-socket');
  await watching.expectEntries([]);
});

test('room-switch: each gift belongs to the room that it names', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  const played = sim.play('room-switch');
  await expect.poll(() => sim.truth({ mine: true }).length).toBe(2);
  await page.locator('a[href="/@noor.live/live"]').first().click();
  await played;
  await watching.expectEntries(mine(watching));
  const sessions = new Set((await watching.ledger()).sessionTotals.map(({ session }) => session));
  expect(sessions).toEqual(
    new Set([`tiktok:${sim.roomId('mira.plays')}`, `tiktok:${sim.roomId('noor.live')}`]),
  );
});

test('own-stream: what comes in is received, and gifters are counted', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open(sim.pageUrl('kai.watches'));
  await sim.waitForClients(1, { room: 'kai.watches' });
  await sim.play('own-stream');
  const received = sim.truth({ room: 'kai.watches' });
  await watching.expectEntries(received);
  await expectTotals(watching, 'received', received);
  await expect.poll(() => watching.overlay(page)).toContain('1,096');
  expect((await watching.ledger()).gifterTotals.map(({ person }) => person).sort()).toEqual(
    [
      ...new Set(received.filter(({ kind }) => kind === 'gift').map(({ sender }) => sender.id)),
    ].sort(),
  );
});

test('nobody logged in: nothing is kept', async ({ watching }) => {
  const { sim } = watching;
  await watching.open(sim.pageUrl('mira.plays', { as: 'guest' }));
  await sim.waitForClients(1);
  await sim.play('others-beside-mine');
  await expect
    .poll(
      async () =>
        (await watching.ledger()).pages.find(({ session }) => session !== '')?.health.gifts ?? 0,
    )
    .toBeGreaterThan(0);
  await watching.expectEntries([]);
  expect((await watching.ledger()).undecided).toEqual([]);
});

test('sending myself: the answer and the message of one gift are one entry', async ({
  watching,
}) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await page.getByLabel('Quick Rose').click();
  await page.getByLabel('Quick Rose').click();
  await sim.settle();
  await expect.poll(() => sim.truth({ mine: true }).length).toBeGreaterThan(0);
  await watching.expectEntries(mine(watching));
  await expect
    .poll(async () => (await watching.ledger()).entries)
    .toMatchObject([{ onPage: true, onSend: true, unitPrice: 1, disputed: false }]);
});
