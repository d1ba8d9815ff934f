import { alertRulesOf } from '../../utils/core/creator-alert-settings.ts';
import { trustedNow } from '../../utils/core/trusted-time.ts';
import { parseBatch } from '../../utils/messaging/batch-schema.ts';
import { onMessage } from '../../utils/messaging/protocol.ts';
import { cataloguePrice } from '../../utils/platforms/catalogues.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { creatorAlertSettings, readSettings } from '../../utils/storage/settings.ts';
import { isShopEvent, recordShop } from '../../utils/storage/shop.ts';
import { noteTrouble, troubleOf } from '../../utils/storage/trouble.ts';
import type { BudgetDesk } from './budgets.ts';
import { now } from './clock.ts';
import { isAllowed } from './optional-sites.ts';
import { notePage, pageId } from './pages.ts';
import { currentCosts } from './prices.ts';
import { senderFrame, WrongSender } from './sender.ts';

/**
 * Takes what capture scripts see; `beforeGifts` runs before gifts are recorded. The answer is the acknowledgement: it is given only after the transaction, so a
 * worker killed before then is sent the same events again.
 */
export function answerCapture(
  database: LedgerDatabase,
  budgets: BudgetDesk,
  beforeGifts: () => Promise<void>,
  onRecorded: () => void,
): void {
  onMessage('record', async ({ data, sender }) => {
    const from = senderFrame(sender);
    const { page, events, bad } = parseBatch(data);
    // Pages that were open when the user took a site back may still speak.
    if (from.site.optional && !(await isAllowed(from.site))) {
      throw new WrongSender(`${from.platform} is not allowed any more`);
    }
    const foreign = [page, ...events].find(({ platform }) => platform !== from.platform);
    if (foreign !== undefined) {
      throw new WrongSender(`${from.platform} page speaks of ${foreign.platform}`);
    }
    if (events.some(({ type }) => type === 'gift')) {
      await beforeGifts();
    }
    try {
      await recordEvents(database, events, {
        now: now(),
        trustedNow: trustedNow(await budgets.time(page.toldAt)),
        ...(await currentCosts(database)),
        creatorAlerts: alertRulesOf(creatorAlertSettings(await readSettings())),
        cataloguePrice,
      });
      const refused = await recordShop(database, events.filter(isShopEvent), {
        tab: from.tab,
        now: now(),
        source: from.host,
        costs: () => currentCosts(database),
      });
      await notePage(database, from, page, bad === 0 ? refused : { ...refused, 'bad-event': bad });
    } catch (error) {
      // The capture script keeps the events and sends them again; the user must know meanwhile.
      database.askAgain();
      await noteTrouble(troubleOf(error));
      throw error;
    }
    await noteTrouble('');
    onRecorded();
  });
  onMessage('hookNonce', async ({ sender }) => {
    const page = await database.pages.get(pageId(senderFrame(sender)));
    return page?.nonce ?? '';
  });
}
