import { ZoneSection } from '../../../components/dashboard/settings/zone-section.tsx';
import { timeZone } from '../../../utils/core/time.ts';
import { chooseZone } from '../../../utils/storage/settings.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

const zones = Intl.supportedValuesOf('timeZone').map(timeZone);

/** The choice of the zone; the background counts everything anew when it changes. */
export function Zone(_props: OpenedScreen) {
  return <ZoneSection zones={zones} onChoose={(zone) => void chooseZone(zone)} />;
}
