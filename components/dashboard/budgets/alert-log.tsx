import { useEffect } from 'preact/hooks';
import type { BudgetsView } from '../../../utils/core/budget-views.ts';
import { alertText } from '../../budgets/alert-words.ts';
import { formatAgo, formatMoment } from '../../dates.ts';
import { useScreen } from '../../screen.ts';

/** Alerts that were given, latest first. Shown is seen. */
export function AlertLog({ view, onSeen }: { view: BudgetsView; onSeen(id: string): void }) {
  const screen = useScreen();
  const { t } = screen;
  const given = view.alerts.filter(({ state }) => state !== 'known');
  useEffect(() => {
    for (const { id, seen } of given) if (!seen) onSeen(id);
  }, [given, onSeen]);
  return (
    <section class="panel" aria-labelledby="alerts-title">
      <h3 id="alerts-title">{t('alertLogTitle')}</h3>
      {given.length === 0 ? (
        <p class="none">{t('alertLogNone')}</p>
      ) : (
        <ul class="rows">
          {given.map((alert) => {
            const { title, message } = alertText(alert, screen);
            return (
              <li key={alert.id}>
                <b>{title}</b>
                <small title={formatMoment(alert.at, screen.zone, screen.language)}>
                  {alert.state === 'waiting'
                    ? t('alertWaiting')
                    : formatAgo(alert.at, screen.now, screen.zone, screen)}
                </small>
                <small class="whole">{message}</small>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
