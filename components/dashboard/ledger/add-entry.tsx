import { useRef, useState } from 'preact/hooks';
import type { PlatformId } from '../../../utils/core/ids.ts';
import { directions } from '../../../utils/core/ledger-filter.ts';
import type { FoundPerson, LedgerActions } from '../../../utils/core/ledger-views.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import { LONGEST_NOTE } from '../../../utils/core/purchase.ts';
import { dayOf } from '../../../utils/core/time.ts';
import type { UnitId } from '../../../utils/core/units.ts';
import { useScreen } from '../../screen.ts';
import { useTypedForm } from '../../typed-form.ts';
import { troubleWords } from '../../typed-trouble.ts';
import { Field, SelectField } from '../field.tsx';
import { SaveForm } from '../save-form.tsx';
import { freshAdded, readAdded } from './added-draft.ts';
import { PersonFinder } from './person-finder.tsx';

/** A unit that a payment can be typed in, and whose it is. */
export interface UnitOfPlatform {
  readonly unit: UnitId;
  readonly platform: PlatformId;
}

/** A payment that was made elsewhere, such as on the phone, to be typed in. */
export function AddEntry(props: {
  units: readonly UnitOfPlatform[];
  actions: Pick<LedgerActions, 'onAdd' | 'findPeople'>;
}) {
  const { t } = useScreen();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <div class="bar">
        <button
          type="button"
          class="button quiet"
          ref={button}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('addEntry')}
        </button>
      </div>
      {open && <AddForm {...props} onDone={close} />}
    </>
  );
}

function AddForm(props: {
  units: readonly UnitOfPlatform[];
  actions: Pick<LedgerActions, 'onAdd' | 'findPeople'>;
  onDone(): void;
}) {
  const screen = useScreen();
  const { t, zone, now } = screen;
  const [other, setOther] = useState<FoundPerson | null>(null);
  const platformOf = (wanted: UnitId) =>
    props.units.find(({ unit }) => unit === wanted)?.platform ?? 'tiktok';
  const form = useTypedForm({
    first: () => freshAdded(props.units[0]?.unit ?? 'tiktok:coin', dayOf(now, zone)),
    read: (typed) => readAdded(typed, platformOf(typed.unit), other?.id ?? null, screen),
    words: (trouble) => troubleWords(trouble, screen, currencyCode('USD')),
    onSave: (added) => {
      props.actions.onAdd(added);
      props.onDone();
    },
  });
  const { fields, set, said } = form;
  return (
    <SaveForm
      label={t('addEntry')}
      save={t('addEntry')}
      first="select"
      refusals={form.refusals}
      onSend={form.send}
      onCancel={props.onDone}
    >
      <h3>{t('addEntry')}</h3>
      <p class="under">{t('addEntryHint')}</p>
      <div class="grid">
        <SelectField
          id="add-direction"
          label={t('filterDirection')}
          value={fields.direction}
          choices={directions.map((value) => ({ value, label: t(`direction_${value}`) }))}
          onChoose={(direction) => set({ direction })}
        />
        {props.units.length > 1 && (
          <SelectField
            id="add-unit"
            label={t('fieldUnit')}
            value={fields.unit}
            choices={props.units.map(({ unit }) => ({ value: unit, label: screen.unitName(unit) }))}
            onChoose={(unit) => set({ unit })}
          />
        )}
        <Field
          id="add-units"
          label={t('fieldUnitsInAll')}
          inputMode="numeric"
          value={fields.units}
          trouble={said('units')}
          onType={(units) => set({ units })}
        />
        <Field
          id="add-count"
          label={t('fieldCount')}
          inputMode="numeric"
          value={fields.count}
          trouble={said('count')}
          onType={(count) => set({ count })}
        />
        <Field
          id="add-date"
          type="date"
          label={t('fieldDate')}
          max={dayOf(now, zone)}
          value={fields.date}
          trouble={said('date')}
          onType={(date) => set({ date })}
        />
        <Field
          id="add-time"
          type="time"
          label={t('fieldTime')}
          value={fields.time}
          onType={(time) => set({ time })}
        />
        <Field
          id="add-gift"
          label={t('fieldGiftName')}
          maxLength={100}
          value={fields.giftName}
          trouble={said('giftName')}
          onType={(giftName) => set({ giftName })}
        />
        <Field
          id="add-note"
          label={t('fieldNote')}
          maxLength={LONGEST_NOTE}
          value={fields.note}
          trouble={said('note')}
          onType={(note) => set({ note })}
        />
      </div>
      {other === null ? (
        <PersonFinder
          id="add-person"
          label={t(fields.direction === 'sent' ? 'addTo' : 'addFrom')}
          hint={t('addPersonHint')}
          platform={platformOf(fields.unit)}
          find={props.actions.findPeople}
          onPick={setOther}
        />
      ) : (
        <p>
          {t(fields.direction === 'sent' ? 'ledgerSentTo' : 'ledgerReceivedFrom')}{' '}
          <bdi>{screen.name(other)}</bdi>{' '}
          <button type="button" class="link" onClick={() => setOther(null)}>
            {t('remove')}
          </button>
        </p>
      )}
    </SaveForm>
  );
}
