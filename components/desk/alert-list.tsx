import type { CreatorAlertView } from '../../utils/core/desk-views.ts';
import { formatAgo } from '../dates.ts';
import { useScreen } from '../screen.ts';
import { creatorAlertText } from './creator-alert-words.ts';

/** What the creator was told of lately, the latest first; said to screen readers as it comes. */
export function AlertList(props: {
  alerts: readonly CreatorAlertView[];
  onSeen(id: string): void;
}) {
  const screen = useScreen();
  const { t, now, zone } = screen;
  return (
    <section class="desk-part" aria-labelledby="desk-alerts" hidden={props.alerts.length === 0}>
      <h2 id="desk-alerts">{t('deskAlerts')}</h2>
      <ul class="desk-alerts" aria-live="polite" aria-relevant="additions">
        {props.alerts.map((alert) => {
          const { title, message } = creatorAlertText(alert, screen);
          return (
            <li key={alert.id} data-kind={alert.kind}>
              <p>
                <b>{title}</b>
                <span>
                  {[message, formatAgo(alert.at, now, zone, screen)].filter(Boolean).join(' · ')}
                </span>
              </p>
              <button type="button" class="link" onClick={() => props.onSeen(alert.id)}>
                {t('alertDismiss')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
