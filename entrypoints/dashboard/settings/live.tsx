import { LiveAlertsSection } from '../../../components/dashboard/settings/live-alerts-section.tsx';
import { platformOfUnit, unitIds } from '../../../utils/core/units.ts';
import { changeCreatorAlerts, creatorAlertSettings } from '../../../utils/storage/settings.ts';
import { costsUnder } from '../../background/prices.ts';
import { openDesk, openPopout } from '../../extension-pages/desk-windows.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';
import { useSites } from '../use-sites.ts';

/** What a creator is told of while live. */
export function Live({ database, around }: OpenedScreen) {
  const { value: costs } = useLive(
    async () => costsUnder(database, around.settings, around.zone),
    [database, around],
  );
  const optional = useSites();
  const isWatched = (platform: string) =>
    optional.find((site) => site.platform === platform)?.allowed ?? true;
  return (
    costs !== null && (
      <LiveAlertsSection
        chosen={creatorAlertSettings(around.settings)}
        units={unitIds.filter((unit) => isWatched(platformOfUnit[unit]))}
        currency={costs.display}
        onChange={(changed) => void changeCreatorAlerts(changed)}
        onOpenDesk={openDesk}
        onOpenPopout={() => void openPopout()}
      />
    )
  );
}
