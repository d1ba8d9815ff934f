import { Mark } from '../mark.tsx';
import { useScreen } from '../screen.ts';

/** The overlay at its smallest: one button that opens the pill, and that arrow keys move. */
export function Dot(props: { onOpen(): void; onMoveKey(event: KeyboardEvent): void }) {
  const { t } = useScreen();
  return (
    <button
      type="button"
      class="dot"
      data-main
      aria-label={t('overlayRestore')}
      aria-description={t('overlayMoveHint')}
      title={t('overlayRestore')}
      onClick={props.onOpen}
      onKeyDown={props.onMoveKey}
    >
      <Mark size={24} />
    </button>
  );
}
