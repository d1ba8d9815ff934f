import { useScreen } from '../screen.ts';

/** The handle by which the overlay is moved: dragged, or by keys while it has the focus. */
export function Grip({ onMoveKey }: { onMoveKey(event: KeyboardEvent): void }) {
  const { t } = useScreen();
  return (
    <button
      type="button"
      class="grip"
      aria-label={t('overlayMove')}
      aria-description={t('overlayMoveHint')}
      title={t('overlayMoveHint')}
      onKeyDown={onMoveKey}
    >
      <svg viewBox="0 0 12 18" width="8" height="12" aria-hidden="true">
        <path d="M3 3h.01M9 3h.01M3 9h.01M9 9h.01M3 15h.01M9 15h.01" />
      </svg>
    </button>
  );
}
