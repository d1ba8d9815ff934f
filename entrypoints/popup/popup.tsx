import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PopupApp, type Side } from '../../components/popup/popup-app.tsx';
import { platformOfUnit, unitIds } from '../../utils/core/units.ts';
import type { PopupView } from '../../utils/core/views.ts';
import { sendMessage } from '../../utils/messaging/protocol.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import {
  choosePrice,
  ledgerZone,
  onSettingsChange,
  readSettings,
  rememberOverlay,
  switchTags,
} from '../../utils/storage/settings.ts';
import { noteTrouble, onTroubleChange, readTrouble } from '../../utils/storage/trouble.ts';
import { act, budgetWanted } from '../dashboard/actions.ts';
import { openDesk } from '../extension-pages/desk-windows.ts';
import { allowSite, forbidSite, onSitesChange, watchedSites } from '../extension-pages/sites.ts';
import { activeTab } from './active-tab.ts';
import { saveDiagnostic } from './diagnostic.ts';
import { useNews } from './news.ts';
import { noticeActions } from './notice-actions.ts';
import { type PopupAround, popupView, unreadableView } from './popup-view.ts';

const database = new LedgerDatabase();

const newsActions = noticeActions(database, (trouble) => void noteTrouble(trouble));

/** How often the clock is looked at: for "4 min ago", and for capture health of a page that sends nothing. */
const CLOCK_MS = 5_000;

/** Everything that the popup needs from elsewhere than the ledger, read again whenever it changes. */
function useAround(): PopupAround | null {
  const [around, setAround] = useState<PopupAround | null>(null);
  useEffect(() => {
    const read = async () =>
      setAround({
        tab: await activeTab(),
        zone: await ledgerZone(),
        settings: await readSettings(),
        trouble: await readTrouble(),
        sites: await watchedSites(),
      });
    void read();
    const timer = setInterval(read, CLOCK_MS);
    const stops = [onSettingsChange(read), onTroubleChange(read), onSitesChange(read)];
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }, []);
  return around;
}

/** What the popup shows, read again whenever the ledger changes. */
function usePopupView(around: PopupAround | null): PopupView | null {
  const [view, setView] = useState<PopupView | null>(null);
  useEffect(() => {
    if (around === null) {
      return;
    }
    const subscription = liveQuery(async () => popupView(database, around)).subscribe({
      next: setView,
      // The ledger cannot be read: what was shown stays, with the trouble named.
      error: (error) => {
        const trouble = error instanceof Error ? error.name : 'UnknownError';
        setView((before) =>
          before === null ? unreadableView(around, trouble) : { ...before, trouble },
        );
        void noteTrouble(trouble);
      },
    });
    return () => subscription.unsubscribe();
  }, [around]);
  return view;
}

/** The popup with its data. */
export function Popup() {
  const around = useAround();
  const view = usePopupView(around);
  const news = useNews(database, view?.unit ?? null);
  const [side, setSide] = useState<Side | null>(null);
  if (around === null) {
    return null;
  }
  const { tab, zone } = around;
  return (
    <PopupApp
      view={view}
      news={news}
      side={side ?? (view?.received.session ? 'receive' : 'send')}
      locale={navigator.language}
      zone={zone}
      translate={translate}
      onOpenSide={setSide}
      onChoosePrice={(choice) => void choosePrice(choice)}
      onSwitchTags={(on) => void switchTags(on)}
      onSaveBudget={(draft) => void act(database, budgetWanted(draft, zone))}
      onOpenDesk={openDesk}
      onShowOverlay={({ platform, room }) =>
        void rememberOverlay(platform, { hidden: false }, room, false)
      }
      onFindGifts={(typed) =>
        sendMessage('findGifts', {
          typed,
          platform: platformOfUnit[view?.unit ?? unitIds[0]],
        }).catch(() => null)
      }
      {...newsActions}
      onAllowSite={(platform) => void allowSite(platform)}
      onForbidSite={(platform) => void forbidSite(platform)}
      onSaveDiagnostic={() => void saveDiagnostic(database)}
      onReload={() => {
        if (tab.id !== undefined) void browser.tabs.reload(tab.id);
      }}
    />
  );
}
