import { useEffect, useState } from 'preact/hooks';
import type { TimeZone } from '../../utils/core/time.ts';
import {
  ledgerZone,
  onSettingsChange,
  readSettings,
  type Settings,
} from '../../utils/storage/settings.ts';

/** What the dashboard knows from elsewhere than the ledger; read before, since live queries follow only the ledger. */
export interface DashboardAround {
  readonly zone: TimeZone;
  readonly settings: Settings;
}

/** Settings and zone, read again whenever they change. */
export function useAround(): DashboardAround | null {
  const [around, setAround] = useState<DashboardAround | null>(null);
  useEffect(() => {
    const read = async () =>
      setAround({ zone: await ledgerZone(), settings: await readSettings() });
    void read();
    return onSettingsChange(() => void read());
  }, []);
  return around;
}
