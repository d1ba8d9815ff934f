import type { PlatformId } from '../utils/core/ids.ts';
import type { WatchedSite } from '../utils/core/views.ts';
import { useScreen } from './screen.ts';

/** What the user decides about a site. */
export interface SiteActions {
  /** The user wants a site's pages to be looked at: the browser asks. */
  onAllowSite(platform: PlatformId): void;
  /** No longer. What was kept stays. */
  onForbidSite(platform: PlatformId): void;
}

/** The sites that are watched only if the user wants it, folded away until wanted. */
export function MoreSites(props: { sites: readonly WatchedSite[] } & SiteActions) {
  const screen = useScreen();
  const { t } = screen;
  const { sites } = props;
  if (sites.length === 0) {
    return null;
  }
  const watched = sites.filter(({ allowed }) => allowed).length;
  return (
    <details class="folded more-sites">
      <summary>
        <span>{t('moreSites')}</span>
        <span class="watched">
          {watched === 0 ? t('moreSitesNone') : screen.counted(watched, 'moreSitesWatched')}
        </span>
      </summary>
      <p>{t('moreSitesHint')}</p>
      <SiteList {...props} />
    </details>
  );
}

/** Each site with its state and the button that changes it. */
export function SiteList(props: { sites: readonly WatchedSite[] } & SiteActions) {
  const { t } = useScreen();
  return (
    <ul class="sites">
      {props.sites.map(({ platform, allowed }) => {
        const name = t(`platform_${platform}`);
        return (
          <li key={platform}>
            <span>
              <b>{name}</b> <small>{t(allowed ? 'siteWatched' : 'siteNotWatched')}</small>
            </span>
            <button
              type="button"
              class="button"
              onClick={() => (allowed ? props.onForbidSite(platform) : props.onAllowSite(platform))}
            >
              {t(allowed ? 'siteForbid' : 'siteAllow', [name])}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
