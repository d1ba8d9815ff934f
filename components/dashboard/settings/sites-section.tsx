import type { WatchedSite } from '../../../utils/core/views.ts';
import { type SiteActions, SiteList } from '../../more-sites.tsx';
import { useScreen } from '../../screen.ts';
import { SettingsSection } from './section.tsx';

/** Which sites are watched beside the one of the installation. */
export function SitesSection(props: { sites: readonly WatchedSite[] } & SiteActions) {
  const { t } = useScreen();
  return (
    <SettingsSection id="sites" title={t('moreSites')} lead={t('moreSitesHint')}>
      <SiteList {...props} />
    </SettingsSection>
  );
}
