import { useEffect, useRef, useState } from 'preact/hooks';
import { coolOffChoices, coolOffUntil } from '../../../utils/core/cool-off.ts';
import {
  type GuardSettings,
  leastWaitSeconds,
  mostWaitSeconds,
} from '../../../utils/core/guard.ts';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { formatUntil } from '../../dates.ts';
import { formatCount } from '../../format.ts';
import { type Screen, unitWords, useScreen } from '../../screen.ts';
import { troubleWords } from '../../typed-trouble.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import { type GuardTroubles, guardFields, type LimitIn, readGuardFields } from './guard-draft.ts';

/** What the section shows, and what the user does there. */
export interface GuardSectionProps {
  readonly guard: GuardSettings;
  /** The currency that money is shown in. */
  readonly display: CurrencyCode;
  /** What limits can be given in beside money. */
  readonly units: readonly UnitId[];
  /** Whether something that loosens it waits for a locked budget. */
  readonly waits: boolean;
  /** Whether gifts can be priced in money at all. */
  readonly priceKnown: boolean;
  onChange(changed: Partial<GuardSettings>): void;
}

/** The guard in the settings: on or off, the largest gift, how long it waits, and pauses. */
export function GuardSection(props: GuardSectionProps) {
  const { t } = useScreen();
  const { guard, onChange } = props;
  const isBlind = !props.priceKnown && guard.largest?.in === 'money';
  return (
    <section class="panel settings" id="settings-guard" aria-labelledby="settings-guard-title">
      <h3 id="settings-guard-title">{t('guardTitle')}</h3>
      <p class="lead">{t('guardLead')}</p>
      <label class="tick">
        <input
          type="checkbox"
          id="guard-on"
          checked={guard.on}
          onChange={(event) => onChange({ on: event.currentTarget.checked })}
        />
        <span>{t('guardOn')}</span>
      </label>
      <Limits {...props} />
      {isBlind && <p class="note">{t('guardNoPrice')}</p>}
      {props.waits && (
        <div class="note">
          <p>{t('guardWaits')}</p>
          <button type="button" class="button quiet" onClick={() => onChange(guard)}>
            {t('guardKeep')}
          </button>
        </div>
      )}
      <Pause guard={guard} onChange={onChange} />
    </section>
  );
}

function Limits({ guard, display, units, onChange }: GuardSectionProps) {
  const screen = useScreen();
  const { t, locale } = screen;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => guardFields(guard, display, locale));
  const [troubles, setTroubles] = useState<GuardTroubles>({});
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [troubles]);
  const money = guard.largest?.in === 'money' ? guard.largest.money.currency : display;
  const currencies = [...new Set([display, money])];

  function save() {
    const result = readGuardFields(fields, { currencies, units }, locale);
    setTroubles('troubles' in result ? result.troubles : {});
    if ('read' in result) onChange(result.read);
  }

  return (
    <form
      class="form"
      ref={form}
      noValidate
      aria-label={t('guardLimits')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="grid">
        <Field
          id="guard-largest"
          label={t('guardLargest')}
          hint={t('guardLargestHint')}
          inputMode="decimal"
          value={fields.largest}
          trouble={troubles.largest && troubleWords(troubles.largest, screen, money)}
          onType={(largest) => setFields({ ...fields, largest })}
        />
        <SelectField<LimitIn>
          id="guard-largest-in"
          label={t('guardLargestIn')}
          value={fields.in}
          choices={[
            ...currencyChoices(currencies, screen),
            ...units.map((value) => ({ value, label: t(unitWords[value].name) })),
          ]}
          onChoose={(chosen) => setFields({ ...fields, in: chosen })}
        />
        <Field
          id="guard-wait-seconds"
          label={t('guardWaitSeconds')}
          hint={waitRange(screen)}
          inputMode="numeric"
          value={fields.wait}
          trouble={troubles.wait && waitTrouble(troubles.wait, screen, money)}
          onType={(wait) => setFields({ ...fields, wait })}
        />
      </div>
      <div class="buttons">
        <button type="submit" class="button">
          {t('save')}
        </button>
      </div>
    </form>
  );
}

function waitRange({ t, locale }: Screen): string {
  return t('guardWaitRange', [
    formatCount(leastWaitSeconds, locale),
    formatCount(mostWaitSeconds, locale),
  ]);
}

function waitTrouble(
  trouble: NonNullable<GuardTroubles['wait']>,
  screen: Screen,
  currency: CurrencyCode,
): string {
  return trouble === 'wait' ? waitRange(screen) : troubleWords(trouble, screen, currency);
}

/** No gifts until later. Holds only while the guard is on, so that beginning a pause switches it on. */
function Pause({ guard, onChange }: Pick<GuardSectionProps, 'guard' | 'onChange'>) {
  const screen = useScreen();
  const { t, now, zone } = screen;
  const until = guard.coolOffUntil;
  const isPaused = guard.on && until !== null && now < until;
  return (
    <div class="pause">
      <h4 id="guard-pause">{t('guardPause')}</h4>
      <p role="status">
        {isPaused
          ? t('guardPausedUntil', [formatUntil(until, now, zone, screen)])
          : t('guardNotPaused')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box of its own */}
      <div class="buttons" role="group" aria-labelledby="guard-pause">
        {coolOffChoices.map((choice) => {
          const end = coolOffUntil(choice, now, zone);
          return (
            <button
              key={choice}
              type="button"
              class="button quiet"
              onClick={() => onChange({ on: true, coolOffUntil: end })}
            >
              {t('guardPauseUntil', [formatUntil(end, now, zone, screen)])}
            </button>
          );
        })}
        {isPaused && (
          <button
            type="button"
            class="button quiet"
            onClick={() => onChange({ coolOffUntil: null })}
          >
            {t('guardPauseEnd')}
          </button>
        )}
      </div>
    </div>
  );
}
