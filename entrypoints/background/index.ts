import { defineBackground } from 'wxt/utils/define-background';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { onSettingsChange } from '../../utils/storage/settings.ts';
import { createAnnouncer } from './alerts.ts';
import { BudgetDesk } from './budgets.ts';
import { answerConverters } from './convert.ts';
import { answerNotices } from './notices.ts';
import { followSites } from './optional-sites.ts';
import { answerOverlay, createRefresh } from './overlay.ts';
import { followTabs } from './pages.ts';
import { answerPanels } from './panels.ts';
import { answerChanges, keepCostsCurrent } from './prices.ts';
import { keepRatesFetched } from './rates.ts';
import { answerCapture } from './record.ts';
import { createTidy } from './tidy.ts';

// Listeners are registered before anything is awaited: a woken worker is told only of what it listens to by then.
export default defineBackground({
  type: 'module',
  main() {
    const database = new LedgerDatabase();
    const budgets = new BudgetDesk(database, () => {
      alerts.announce();
      refresh();
    });
    const shown = [createRefresh(database, budgets), answerPanels(database, budgets)];
    const refresh = () => {
      for (const bringUpToDate of shown) bringUpToDate();
    };
    const alerts = createAnnouncer(database, refresh);
    const tidy = createTidy(database, refresh);
    answerCapture(database, budgets, tidy.prepare, () => {
      alerts.announce();
      refresh();
      tidy.soon();
    });
    answerOverlay(database, budgets, refresh);
    answerNotices(database, refresh);
    answerConverters(database);
    followSites(database);
    followTabs(database);
    const recount = () => keepCostsCurrent(database).finally(budgets.settle);
    onSettingsChange(() => void recount());
    answerChanges(recount);
    keepRatesFetched(database, recount);
    tidy.now();
    budgets.settle();
  },
});
