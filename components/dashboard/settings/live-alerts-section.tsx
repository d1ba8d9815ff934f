import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreatorAlertSettings } from '../../../utils/core/creator-alert-settings.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { formatCount } from '../../format.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { Switch } from '../../switch.tsx';
import { troubleWords } from '../../typed-trouble.ts';
import { CheckField } from '../check-field.tsx';
import { Field, SelectField } from '../field.tsx';
import {
  type LiveAlertTroubles,
  liveAlertFields,
  type NumberTyped,
  numbersTyped,
  readLiveAlerts,
} from './live-alerts-draft.ts';
import { SettingsSection } from './section.tsx';

/** What the section shows, and what the user does there. */
export interface LiveAlertsProps {
  readonly chosen: CreatorAlertSettings;
  /** What amounts can be given in. */
  readonly units: readonly UnitId[];
  onChange(changed: Partial<CreatorAlertSettings>): void;
  onOpenDesk(): void;
  onOpenPopout(): void;
}

/** What a creator is told of while live: what for, from which amounts on, and how loudly. */
export function LiveAlertsSection(props: LiveAlertsProps) {
  const { t } = useScreen();
  const { chosen, onChange } = props;
  return (
    <SettingsSection id="live" title={t('liveSectionTitle')} lead={t('liveSectionLead')}>
      <div class="buttons">
        <button type="button" class="button quiet" onClick={props.onOpenDesk}>
          {t('liveOpenDesk')}
        </button>
        <button type="button" class="button quiet" onClick={props.onOpenPopout}>
          {t('liveOpenPopout')}
        </button>
      </div>
      <CheckField
        id="live-first-gift"
        label={t('liveRuleFirstGift')}
        checked={chosen.firstGift.on}
        onCheck={(on) => onChange({ firstGift: { on } })}
      />
      <Thresholds {...props} />
      <Switch
        label={t('liveNotify')}
        on={chosen.notifications}
        onSwitch={(notifications) => onChange({ notifications })}
      />
      <Switch label={t('liveSound')} on={chosen.sound} onSwitch={(sound) => onChange({ sound })} />
    </SettingsSection>
  );
}

function Thresholds({ chosen, units, onChange }: LiveAlertsProps) {
  const screen = useScreen();
  const { t, locale } = screen;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => liveAlertFields(chosen, locale));
  const [troubles, setTroubles] = useState<LiveAlertTroubles>({});
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [troubles]);

  function save() {
    const result = readLiveAlerts(fields, chosen, locale);
    setTroubles('troubles' in result ? result.troubles : {});
    if ('read' in result) onChange(result.read);
  }

  const number = (name: NumberTyped, label: string) => {
    const range = t('liveRange', [formatCount(numbersTyped[name], locale)]);
    const trouble = troubles[name];
    return (
      <Field
        id={`live-${name}`}
        label={label}
        hint={range}
        inputMode="numeric"
        value={fields[name]}
        trouble={
          trouble &&
          (trouble === 'range' ? range : troubleWords(trouble, screen, currencyCode('USD')))
        }
        onType={(text) => setFields({ ...fields, [name]: text })}
      />
    );
  };
  const unit = (name: 'bigGiftUnit' | 'spikeUnit') => (
    <SelectField<UnitId>
      id={`live-${name}`}
      label={t('liveRuleUnit')}
      value={fields[name]}
      choices={units.map((value) => ({ value, label: t(unitWords[value].name) }))}
      onChoose={(value) => setFields({ ...fields, [name]: value })}
    />
  );
  return (
    <form
      class="form"
      ref={form}
      noValidate
      aria-label={t('liveSectionTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <CheckField
        id="live-big-gift"
        label={t('liveRuleBigGift')}
        checked={chosen.bigGift.on}
        onCheck={(on) => onChange({ bigGift: { ...chosen.bigGift, on } })}
      />
      {chosen.bigGift.on && (
        <div class="grid">
          {number('bigGift', t('liveRuleBigGiftLeast'))}
          {unit('bigGiftUnit')}
        </div>
      )}
      <CheckField
        id="live-returning"
        label={t('liveRuleReturning')}
        checked={chosen.returning.on}
        onCheck={(on) => onChange({ returning: { ...chosen.returning, on } })}
      />
      {chosen.returning.on && <div class="grid">{number('days', t('liveRuleReturningDays'))}</div>}
      <CheckField
        id="live-spike"
        label={t('liveRuleSpike')}
        checked={chosen.spike.on}
        onCheck={(on) => onChange({ spike: { ...chosen.spike, on } })}
      />
      {chosen.spike.on && (
        <div class="grid">
          {number('times', t('liveRuleSpikeTimes'))}
          {number('least', t('liveRuleSpikeLeast'))}
          {unit('spikeUnit')}
        </div>
      )}
      <div class="buttons">
        <button type="submit" class="button">
          {t('save')}
        </button>
      </div>
    </form>
  );
}
