import type { AlertSettings, BadgeChoice } from '../../../utils/core/budget-views.ts';
import { formatMoment } from '../../dates.ts';
import { useScreen } from '../../screen.ts';
import { CheckField } from '../check-field.tsx';
import { SelectField } from '../field.tsx';

const badges: readonly BadgeChoice[] = ['stream', 'today', 'budget'];
/** From ten in the evening to eight in the morning, where quiet hours are switched on first. */
const usualQuiet = { from: 22 * 60, to: 8 * 60 };

/** How alerts reach the user: as notifications or on the page only, when not, and what the toolbar button shows. */
export function AlertSection(props: {
  settings: AlertSettings;
  onSave(settings: AlertSettings): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { settings } = props;
  const save = (change: Partial<AlertSettings>) => props.onSave({ ...settings, ...change });
  const { quietHours, quietUntil } = settings;
  return (
    <section class="panel" aria-labelledby="alert-settings-title">
      <h3 id="alert-settings-title">{t('alertSettings')}</h3>
      <CheckField
        id="alerts-notify"
        label={t('alertNotify')}
        hint={t('alertNotifyHint')}
        checked={settings.notifications}
        onCheck={(notifications) => save({ notifications })}
      />
      <CheckField
        id="alerts-quiet"
        label={t('quietHours')}
        hint={t('quietHoursHint')}
        checked={quietHours !== null}
        onCheck={(on) => save({ quietHours: on ? usualQuiet : null })}
      />
      {quietHours !== null && (
        <div class="grid two">
          <TimeField
            id="quiet-begin"
            label={t('quietFrom')}
            minutes={quietHours.from}
            onChoose={(from) => save({ quietHours: { ...quietHours, from } })}
          />
          <TimeField
            id="quiet-end"
            label={t('quietTo')}
            minutes={quietHours.to}
            onChoose={(to) => save({ quietHours: { ...quietHours, to } })}
          />
        </div>
      )}
      {quietUntil !== null && quietUntil > screen.now && (
        <p class="note">
          {t('quietUntil', [formatMoment(quietUntil, screen.zone, screen.language)])}{' '}
          <button type="button" class="link" onClick={() => save({ quietUntil: null })}>
            {t('quietEnd')}
          </button>
        </p>
      )}
      <SelectField
        id="badge-choice"
        label={t('badgeChoice')}
        value={settings.badge}
        choices={badges.map((value) => ({ value, label: t(`badge_${value}`) }))}
        onChoose={(badge) => save({ badge })}
      />
    </section>
  );
}

function TimeField(props: {
  id: string;
  label: string;
  minutes: number;
  onChoose(minutes: number): void;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        type="time"
        id={props.id}
        value={clock(props.minutes)}
        onChange={({ currentTarget }) => {
          const [hours = Number.NaN, minutes = Number.NaN] = currentTarget.value
            .split(':')
            .map(Number);
          if (Number.isInteger(hours * 60 + minutes)) props.onChoose(hours * 60 + minutes);
        }}
      />
    </div>
  );
}

/** Minutes of the day as an input of times wants them: `22:00`. */
function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
