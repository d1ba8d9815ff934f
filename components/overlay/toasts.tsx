import type { OverlayView } from '../../utils/core/views.ts';
import { alertText } from '../budgets/alert-words.ts';
import { creatorAlertText } from '../desk/creator-alert-words.ts';
import { type Screen, useScreen } from '../screen.ts';

/**
 * Alerts on the page, until put away: the latest of budgets, where the browser's notifications are off, or on the user's
 * own stream the latest for a creator.
 */
export function Toasts(props: { view: OverlayView | null; onSeen(id: string): void }) {
  const screen = useScreen();
  const latest = latestOf(props.view, screen);
  if (latest === null) return <div role="status" />;
  const { title, message } = latest;
  return (
    <div class="alert" role="status">
      <p>
        <b>{title}</b>
        <span>{message}</span>
      </p>
      <button type="button" class="alert-button" onClick={() => props.onSeen(latest.id)}>
        {screen.t('alertDismiss')}
      </button>
    </div>
  );
}

function latestOf(
  view: OverlayView | null,
  screen: Screen,
): { readonly id: string; readonly title: string; readonly message: string } | null {
  if (view?.side === 'viewer') {
    const [latest] = view.toasts ?? [];
    return latest === undefined ? null : { id: latest.id, ...alertText(latest, screen) };
  }
  const [latest] = view?.alerts ?? [];
  return latest === undefined ? null : { id: latest.id, ...creatorAlertText(latest, screen) };
}
