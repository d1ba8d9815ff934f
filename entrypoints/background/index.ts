import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { onMessage } from '../../utils/messaging/protocol.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { forgetOrders } from '../../utils/storage/orders.ts';
import { onSettingsChange } from '../../utils/storage/settings.ts';
import { answerConverters } from './convert.ts';
import { answerNotices } from './notices.ts';
import { answerOpenLedger } from './open-ledger.ts';
import { answerOverlay, createRefresh } from './overlay.ts';
import { forgetPagesOf } from './pages.ts';
import { keepCostsCurrent } from './prices.ts';
import { keepRatesFetched } from './rates.ts';
import { answerCapture } from './record.ts';
import { reinject } from './reinject.ts';
import { answerTags } from './tags.ts';
import { createTidy } from './tidy.ts';

// Listeners are registered before anything is awaited: a woken worker is told only of what it listens to by then.
export default defineBackground({
  type: 'module',
  main() {
    const database = new LedgerDatabase();
    const refresh = createRefresh(database);
    const tidy = createTidy(database, refresh);
    answerCapture(database, tidy.prepare, () => {
      refresh();
      tidy.soon();
    });
    answerOverlay(database, refresh);
    answerOpenLedger();
    answerTags(database);
    answerNotices(database, refresh);
    answerConverters(database);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install' || reason === 'update') void reinject(database);
    });
    browser.tabs.onRemoved.addListener((tab) => void forgetPagesOf(database, tab));
    // Tabs are numbered anew.
    browser.runtime.onStartup.addListener(() => void forgetOrders(database));
    const recount = () => keepCostsCurrent(database).finally(refresh);
    onSettingsChange(() => void recount());
    onMessage('ledgerChanged', () => void recount());
    keepRatesFetched(database, recount);
    tidy.now();
  },
});
