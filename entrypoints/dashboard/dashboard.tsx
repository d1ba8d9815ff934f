import { useEffect } from 'preact/hooks';
import { DashboardFrame } from '../../components/dashboard/dashboard-frame.tsx';
import { unitInAddress } from '../../utils/core/dashboard-views.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { hasReceived } from '../../utils/storage/creators.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { useLive, useNow } from '../extension-pages/live.ts';
import { useAddress } from './address.ts';
import { useAround } from './around.ts';
import { screens } from './screens/index.ts';
import { useActions } from './use-actions.ts';

const database = new LedgerDatabase();

/** The dashboard with its data. */
export function Dashboard() {
  const now = useNow();
  const around = useAround();
  const { open, chosen } = useAddress();
  const { run, undo, done, say } = useActions(database);
  const creates = useLive(async () => hasReceived(database), []).value === true;
  useEffect(() => {
    document.title = `${translate(`screen_${open}`)} · ${translate('extensionName')}`;
  }, [open]);
  if (around === null) return null;
  const OpenScreen = screens[open];
  return (
    <DashboardFrame
      now={now}
      open={open}
      unit={unitInAddress(chosen)}
      done={done}
      creates={creates}
      onUndo={undo}
      locale={navigator.language}
      zone={around.zone}
      translate={translate}
    >
      <OpenScreen
        database={database}
        around={around}
        open={open}
        chosen={chosen}
        run={run}
        say={say}
      />
    </DashboardFrame>
  );
}
