import { SitesSection } from '../../../components/dashboard/settings/sites-section.tsx';
import { allowSite, forbidSite } from '../../extension-pages/sites.ts';
import { useSites } from '../use-sites.ts';

/** The sites that are watched only if the user wants it. */
export function Sites() {
  const sites = useSites();
  return (
    <SitesSection
      sites={sites}
      onAllowSite={(platform) => void allowSite(platform)}
      onForbidSite={(platform) => void forbidSite(platform)}
    />
  );
}
