import { LiveAlertsSection } from '../../../components/dashboard/settings/live-alerts-section.tsx';
import { unitIds } from '../../../utils/core/units.ts';
import { changeCreatorAlerts, creatorAlertSettings } from '../../../utils/storage/settings.ts';
import { openDesk, openPopout } from '../../extension-pages/desk-windows.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

/** What a creator is told of while live. */
export function Live({ around }: OpenedScreen) {
  return (
    <LiveAlertsSection
      chosen={creatorAlertSettings(around.settings)}
      units={unitIds}
      onChange={(changed) => void changeCreatorAlerts(changed)}
      onOpenDesk={openDesk}
      onOpenPopout={() => void openPopout()}
    />
  );
}
