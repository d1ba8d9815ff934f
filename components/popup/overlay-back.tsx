import type { HiddenOverlay } from '../../utils/core/views.ts';
import { useScreen } from '../screen.ts';

/** The way back for an overlay that was hidden; nothing where it is not. */
export function OverlayBack(props: {
  hidden: HiddenOverlay | null;
  onShow(hidden: HiddenOverlay): void;
}) {
  const { t } = useScreen();
  const { hidden, onShow } = props;
  return hidden === null ? null : (
    <div class="notice" data-tone="calm">
      <p>{t('overlayHidden')}</p>
      <button type="button" class="button" onClick={() => onShow(hidden)}>
        {t('overlayShowAgain')}
      </button>
    </div>
  );
}
