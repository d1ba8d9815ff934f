import type { AlertView } from '../../utils/core/budget-views.ts';
import { alertText } from '../budgets/alert-words.ts';
import { useScreen } from '../screen.ts';

/** Alerts on the page, where the browser's notifications are off: the latest one, until it is put away. */
export function Toasts(props: { alerts: readonly AlertView[]; onSeen(id: string): void }) {
  const screen = useScreen();
  const [latest] = props.alerts;
  if (latest === undefined) return <div role="status" />;
  const { title, message } = alertText(latest, screen);
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
