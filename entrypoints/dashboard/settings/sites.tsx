import { useEffect, useState } from 'preact/hooks';
import { SitesSection } from '../../../components/dashboard/settings/sites-section.tsx';
import type { WatchedSite } from '../../../utils/core/views.ts';
import { allowSite, forbidSite, onSitesChange, watchedSites } from '../../extension-pages/sites.ts';

/** The sites that are watched only if the user wants it. */
export function Sites() {
  const [sites, setSites] = useState<readonly WatchedSite[]>([]);
  useEffect(() => {
    const read = () => void watchedSites().then(setSites);
    read();
    return onSitesChange(read);
  }, []);
  return (
    <SitesSection
      sites={sites}
      onAllowSite={(platform) => void allowSite(platform)}
      onForbidSite={(platform) => void forbidSite(platform)}
    />
  );
}
