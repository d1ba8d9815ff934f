import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { DashboardApp, screenOf } from '../../components/dashboard/dashboard-app.tsx';
import type { DashboardView } from '../../utils/core/dashboard-views.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { ledgerZone, onSettingsChange, readSettings } from '../../utils/storage/settings.ts';
import { noteTrouble } from '../../utils/storage/trouble.ts';
import { type DashboardAround, dashboardView } from './dashboard-view.ts';
import { useActions } from './use-actions.ts';

const database = new LedgerDatabase();

/** Settings and zone, read again whenever they change. */
function useAround(): DashboardAround | null {
  const [around, setAround] = useState<DashboardAround | null>(null);
  useEffect(() => {
    const read = async () =>
      setAround({ zone: await ledgerZone(), settings: await readSettings() });
    void read();
    return onSettingsChange(() => void read());
  }, []);
  return around;
}

/** The dashboard's content, read again whenever the ledger changes. */
function useView(around: DashboardAround | null) {
  const [view, setView] = useState<DashboardView | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    if (around === null) return;
    const subscription = liveQuery(() => dashboardView(database, around)).subscribe({
      next: (read) => {
        setView(read);
        setTrouble('');
      },
      // The ledger cannot be read: what was shown stays, with the trouble named.
      error: (error) => {
        const name = error instanceof Error ? error.name : 'UnknownError';
        setTrouble(name);
        void noteTrouble(name);
      },
    });
    return () => subscription.unsubscribe();
  }, [around]);
  return { view, trouble };
}

/** Which screen the address names; links, the back button and typed addresses change it. */
function useOpenScreen() {
  const [open, setOpen] = useState(() => screenOf(location.hash));
  useEffect(() => {
    const follow = () => setOpen(screenOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return open;
}

/** The dashboard with its data. */
export function Dashboard() {
  const around = useAround();
  const { view, trouble } = useView(around);
  const open = useOpenScreen();
  const { actions, done } = useActions(database);
  useEffect(() => {
    document.title = `${translate(`screen_${open}`)} · ${translate('extensionName')}`;
  }, [open]);
  return around === null ? null : (
    <DashboardApp
      view={view}
      open={open}
      done={done}
      trouble={trouble}
      actions={actions}
      locale={navigator.language}
      zone={around.zone}
      translate={translate}
    />
  );
}
