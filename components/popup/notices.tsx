import type { SiteStatus } from '../../utils/core/views.ts';
import { isolate, safeText } from '../names.ts';
import type { Screen } from '../screen.ts';
import { useScreen } from '../screen.ts';
import { describeStatus } from './status.ts';

/** What needs the user: trouble with storage first, then what the active tab lacks. */
export function Notices(props: { status: SiteStatus; trouble: string; onReload(): void }) {
  const screen = useScreen();
  const { notice, reload } = describeStatus(props.status, screen);
  return (
    <>
      {props.trouble !== '' && (
        <p class="notice" data-tone="trouble" role="alert">
          {troubleWords(props.trouble, screen)}
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
