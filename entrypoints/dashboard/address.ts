import { useEffect, useState } from 'preact/hooks';
import { screenOf } from '../../components/dashboard/dashboard-frame.tsx';
import type { DashboardScreen } from '../../utils/core/dashboard-views.ts';

/** Where the dashboard is: `#ledger?creator=7` opens a screen with something chosen in it. */
export interface Address {
  readonly open: DashboardScreen;
  readonly chosen: URLSearchParams;
}

function read(): Address {
  const [, chosen = ''] = location.hash.split('?', 2);
  return { open: screenOf(location.hash), chosen: new URLSearchParams(chosen) };
}

/** What the address names; links, the back button and typed addresses change it. */
export function useAddress(): Address {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const follow = () => setAddress(read());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return address;
}
