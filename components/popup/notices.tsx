import type { PlatformId } from '../../utils/core/ids.ts';
import type { PopupView } from '../../utils/core/views.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';
import { useScreen } from '../screen.ts';
import { describeStatus } from './status.ts';

/** What needs the user: trouble with storage first, then what the active tab lacks. */
export function Notices(props: {
  view: Pick<PopupView, 'status' | 'trouble'>;
  onReload(): void;
  onAllowSite(platform: PlatformId): void;
}) {
  const screen = useScreen();
  const { status, trouble } = props.view;
  const { notice, reload, allow } = describeStatus(status, screen);
  return (
    <>
      {trouble !== '' && (
        <p class="notice" data-tone="trouble" role="alert">
          {troubleWords(trouble, screen)}
        </p>
      )}
      {notice !== null && (
        <div class="notice" data-tone="act">
          <p>{notice}</p>
          {reload && (
            <button type="button" class="button" onClick={props.onReload}>
              {screen.t('reload')}
            </button>
          )}
          {allow !== undefined && (
            <button type="button" class="button" onClick={() => props.onAllowSite(allow)}>
              {screen.t('siteAllow', [screen.t(`platform_${allow}`)])}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** Browsers call a full disk QuotaExceededError; other trouble is shown by its name. */
function troubleWords(trouble: string, { t }: Screen): string {
  return trouble === 'QuotaExceededError'
    ? t('trouble_storage_full')
    : t('trouble_kept', [isolate(safeText(trouble))]);
}
