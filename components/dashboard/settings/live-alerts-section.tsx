import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreatorAlertSettings } from '../../../utils/core/creator-alert-settings.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { formatCount } from '../../format.ts';
import { unitWords, useScreen } from '../../screen.ts';
import { Switch } from '../../switch.tsx';
import { troubleWords } from '../../typed-trouble.ts';
import { CheckField } from '../check-field.tsx';
import { Field } from '../field.tsx';
import {
  type AmountsTyped,
  type LiveAlertTroubles,
  type LiveField,
  liveAlertFields,
  mostOf,
  readLiveAlerts,
} from './live-alerts-draft.ts';
import { SettingsSection } from './section.tsx';

/** What the section shows, and what the user does there. */
export interface LiveAlertsProps {
  readonly chosen: CreatorAlertSettings;
  /** The units of the sites that are watched. */
  readonly units: readonly UnitId[];
  /** The currency of amounts in money where none was chosen yet. */
  readonly currency: CurrencyCode;
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

function Thresholds({ chosen, units, currency: usual, onChange }: LiveAlertsProps) {
  const screen = useScreen();
  const { t, locale } = screen;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => liveAlertFields(chosen, locale));
  const [troubles, setTroubles] = useState<LiveAlertTroubles>(new Map());
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [troubles]);
  // An amount keeps the currency that it was typed in.
  const currency = (chosen.bigGift.least.money ?? chosen.spike.least.money)?.currency ?? usual;

  function save() {
    const result = readLiveAlerts(fields, chosen, locale, currency);
    setTroubles('troubles' in result ? result.troubles : new Map());
    if ('read' in result) onChange(result.read);
  }

  const field = (name: LiveField, label: string, hint?: string) => {
    const range = t('liveRange', [formatCount(mostOf(name), locale)]);
    const trouble = troubles.get(name);
    return (
      <Field
        key={name}
        id={`live-${name.replace(':', '-')}`}
        label={label}
        hint={hint}
        inputMode={name.endsWith('money') ? 'decimal' : 'numeric'}
        value={fields.get(name) ?? ''}
        trouble={trouble && (trouble === 'range' ? range : troubleWords(trouble, screen, currency))}
        onType={(text) => setFields(new Map(fields).set(name, text))}
      />
    );
  };
  const number = (name: 'days' | 'times', label: string) =>
    field(name, label, t('liveRange', [formatCount(mostOf(name), locale)]));
  const amounts = (of: AmountsTyped, label: string) => (
    <fieldset class="amounts">
      <legend>{label}</legend>
      <div class="grid">
        {units.map((unit) => field(`${of}-${unit}`, t(unitWords[unit].name)))}
        {field(`${of}-money`, t('liveRuleMoney', [currency]))}
      </div>
      <p class="says">{t('liveRuleMoneyHint')}</p>
    </fieldset>
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
      {chosen.bigGift.on && amounts('bigGift', t('liveRuleBigGiftLeast'))}
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
        <>
          <div class="grid">{number('times', t('liveRuleSpikeTimes'))}</div>
          {amounts('spike', t('liveRuleSpikeLeast'))}
        </>
      )}
      <div class="buttons">
        <button type="submit" class="button">
          {t('save')}
        </button>
      </div>
    </form>
  );
}
