import type { PlatformId } from '../../utils/core/ids.ts';
import type { SiteStatus } from '../../utils/core/views.ts';
import type { Screen } from '../screen.ts';

/** How the active tab is described: `idle`, nothing to do here; `good`, gifts are read; `act`, the user must act. */
export interface StatusWords {
  readonly tone: 'idle' | 'good' | 'act';
  readonly label: string;
  /** What is wrong and what to do; null where nothing is. */
  readonly notice: string | null;
  /** Whether reloading the page is what helps. */
  readonly reload: boolean;
  /** The site that has to be allowed first, where that is what helps. */
  readonly allow?: PlatformId;
}

/** The words for the state of the active tab. */
export function describeStatus(status: SiteStatus, screen: Screen): StatusWords {
  const { t } = screen;
  const quiet = { notice: null, reload: false };
  if (status.kind === 'other-page') {
    return { tone: 'idle', label: t('status_other_page'), ...quiet };
  }
  const platform = t(`platform_${status.platform}`);
  switch (status.kind) {
    case 'no-permission':
      return {
        tone: 'act',
        label: t('status_no_permission', [platform]),
        notice: t('notice_no_permission', [platform]),
        reload: false,
        allow: status.platform,
      };
    case 'needs-reload':
      return {
        tone: 'act',
        label: t('status_needs_reload'),
        notice: t('notice_needs_reload'),
        reload: true,
      };
    case 'no-stream':
      return { tone: 'idle', label: t('status_no_stream', [platform]), ...quiet };
    case 'no-chat':
      return {
        tone: 'act',
        label: t('status_no_chat'),
        notice: t(`notice_no_chat_${status.carrier}`, [platform]),
        reload: status.carrier !== 'page',
      };
    case 'unknown-page':
      return {
        tone: 'act',
        label: t('status_unknown_page'),
        notice: t('notice_unknown_page', [platform]),
        reload: true,
      };
    case 'watching':
      if (!status.loggedIn) {
        return {
          tone: 'act',
          label: t('status_logged_out'),
          notice: t('notice_logged_out', [platform]),
          reload: false,
        };
      }
      return {
        tone: 'good',
        label:
          status.creator !== null
            ? t('status_watching', [screen.person(status.creator)])
            : status.inStream
              ? t('status_watching_someone')
              : t('status_watching', [platform]),
        ...quiet,
      };
  }
}
