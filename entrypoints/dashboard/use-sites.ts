import { useEffect, useState } from 'preact/hooks';
import type { WatchedSite } from '../../utils/core/views.ts';
import { onSitesChange, watchedSites } from '../extension-pages/sites.ts';

/** The sites that are watched only if the user wants it, read again whenever that changes. Empty before they were read. */
export function useSites(): readonly WatchedSite[] {
  const [sites, setSites] = useState<readonly WatchedSite[]>([]);
  useEffect(() => {
    const read = () => void watchedSites().then(setSites);
    read();
    return onSitesChange(read);
  }, []);
  return sites;
}
