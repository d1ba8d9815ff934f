import { openPopup } from '../e2e/popup-over.ts';
import { expect, test } from '../e2e/watching.ts';
import { expectAgreement, expectWhole, openWithBudget } from './whole.ts';

test('no room on the disk, and room again: the user is told, and what the page still holds is not lost', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await openWithBudget(watching);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
  await expectWhole(watching);
  const popup = await openPopup(watching, page);
  // The override lasts for as long as this session.
  const session = await browser.context.newCDPSession(popup);
  const origin = browser.url('').slice(0, -1);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await streak.tick(9);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  const told = popup.getByRole('alert');
  await expect(told).toContainText('The device has no room left');
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  // What found room after all is there as a whole; the page keeps it until it is acknowledged.
  expectAgreement(await watching.ledger());
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await streak.end();
  await expectWhole(watching);
  await expect(told).toHaveCount(0);
});
