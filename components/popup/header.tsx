import type { SiteStatus } from '../../utils/core/views.ts';
import { Mark } from '../mark.tsx';
import { useScreen } from '../screen.ts';
import { describeStatus } from './status.ts';

/** Mark, name and what the active tab is to the extension. */
export function Header({ status }: { status: SiteStatus | null }) {
  const screen = useScreen();
  const words = status === null ? null : describeStatus(status, screen);
  return (
    <header class="header">
      <Mark size={22} />
      <h1>{screen.t('extensionName')}</h1>
      {words !== null && (
        <p class="status" data-tone={words.tone} title={words.label}>
          <span class="cut">{words.label}</span>
        </p>
      )}
    </header>
  );
}
