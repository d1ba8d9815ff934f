import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PopupApp, type Side } from '../../components/popup/popup-app.tsx';
import type { TimeZone } from '../../utils/core/time.ts';
import type { PopupView } from '../../utils/core/views.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import {
  choosePrice,
  ledgerZone,
  onSettingsChange,
  rememberOverlay,
} from '../../utils/storage/settings.ts';
import { type ActiveTab, activeTab } from './active-tab.ts';
import { popupView } from './popup-view.ts';

const database = new LedgerDatabase();

/** How often the clock is looked at: for "4 min ago", and for capture health of a page that sends nothing. */
const CLOCK_MS = 5_000;

/** What the popup shows, read again whenever the ledger or the settings change. */
function usePopupView(): { view: PopupView | null; zone: TimeZone | null; tab: ActiveTab | null } {
  const [view, setView] = useState<PopupView | null>(null);
  const [zone, setZone] = useState<TimeZone | null>(null);
  const [tab, setTab] = useState<ActiveTab | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    void ledgerZone().then(setZone);
    void activeTab().then(setTab);
    const again = () => setTurn((count) => count + 1);
    const timer = setInterval(again, CLOCK_MS);
    const stop = onSettingsChange(again);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  useEffect(() => {
    if (tab === null || zone === null) {
      return;
    }
    const subscription = liveQuery(() => popupView(database, tab, zone)).subscribe(setView);
    return () => subscription.unsubscribe();
  }, [tab, zone, turn]);
  return { view, zone, tab };
}

/** The popup with its data. */
export function Popup() {
  const { view, zone, tab } = usePopupView();
  const [side, setSide] = useState<Side | null>(null);
  if (zone === null) {
    return null;
  }
  return (
    <PopupApp
      view={view}
      side={side ?? (view?.received.session ? 'receive' : 'send')}
      locale={navigator.language}
      zone={zone}
      translate={translate}
      onOpenSide={setSide}
      onChoosePrice={(choice) => void choosePrice(choice)}
      onShowOverlay={({ platform, room }) =>
        void rememberOverlay(platform, { hidden: false }, room, false)
      }
      onReload={() => {
        if (tab?.id !== undefined) void browser.tabs.reload(tab.id);
      }}
    />
  );
}
