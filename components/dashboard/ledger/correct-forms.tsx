import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { LedgerActions } from '../../../utils/core/ledger-views.ts';
import { currencyCode } from '../../../utils/core/money.ts';
import { LONGEST_NOTE } from '../../../utils/core/purchase.ts';
import { MOST_UNITS_IN_ONE_ENTRY } from '../../../utils/core/units.ts';
import { readPrice, readUnits } from '../../conversion.ts';
import { useScreen } from '../../screen.ts';
import type { MessageKey } from '../../text.ts';
import { type FieldTrouble, troubleWords } from '../../typed-trouble.ts';
import { currencyChoices } from '../choices.ts';
import { Field, SelectField } from '../field.tsx';
import { SaveForm } from '../save-form.tsx';

interface FormProps<Value> {
  onSave(value: Value): void;
  onCancel(): void;
}

function SmallForm(props: {
  label: MessageKey;
  /** Takes back what was set before; nothing where nothing was. */
  onReset?: (() => void) | undefined;
  onSubmit(): void;
  onCancel(): void;
  children: ComponentChildren;
}) {
  const { t } = useScreen();
  return (
    <SaveForm
      label={t(props.label)}
      save={t('save')}
      first="input"
      between={
        props.onReset !== undefined && (
          <button type="button" class="button quiet" onClick={props.onReset}>
            {t('correctAsTold')}
          </button>
        )
      }
      onSend={props.onSubmit}
      onCancel={props.onCancel}
    >
      {props.children}
    </SaveForm>
  );
}

/** What was paid in the platform's unit; null for what the platform told. */
export function AmountForm(
  props: FormProps<Parameters<LedgerActions['onSetAmount']>[1]> & {
    before: string;
    isSet: boolean;
  },
) {
  const screen = useScreen();
  const { t, locale } = screen;
  const [text, setText] = useState(props.before);
  const [trouble, setTrouble] = useState<FieldTrouble | null>(null);
  return (
    <SmallForm
      label="correctAmount"
      onReset={props.isSet ? () => props.onSave(null) : undefined}
      onSubmit={() => {
        const read = readUnits(text, locale);
        if (read.kind !== 'done') setTrouble(read.kind === 'empty' ? 'empty' : read.trouble);
        else if (read.to > MOST_UNITS_IN_ONE_ENTRY) setTrouble('too-many-units');
        else props.onSave(read.to);
      }}
      onCancel={props.onCancel}
    >
      <Field
        id="correct-amount"
        label={t('correctAmountField')}
        inputMode="numeric"
        value={text}
        trouble={trouble === null ? undefined : troubleWords(trouble, screen, currencyCode('USD'))}
        onType={(typed) => {
          setText(typed);
          setTrouble(null);
        }}
      />
    </SmallForm>
  );
}

/** What it cost the user; null for what is worked out. */
export function PriceForm(
  props: FormProps<Parameters<LedgerActions['onSetPrice']>[1]> & {
    currency: CurrencyCode;
    currencies: readonly CurrencyCode[];
    isSet: boolean;
  },
) {
  const screen = useScreen();
  const { t, locale } = screen;
  const [text, setText] = useState('');
  const [currency, setCurrency] = useState(props.currency);
  const [trouble, setTrouble] = useState<FieldTrouble | null>(null);
  return (
    <SmallForm
      label="correctPrice"
      onReset={props.isSet ? () => props.onSave(null) : undefined}
      onSubmit={() => {
        const read = readPrice(text, locale, currency);
        if (read.kind === 'done') props.onSave(read.to);
        else setTrouble(read.kind === 'empty' ? 'empty' : read.trouble);
      }}
      onCancel={props.onCancel}
    >
      <div class="grid">
        <Field
          id="correct-price"
          label={t('correctPriceField')}
          inputMode="decimal"
          value={text}
          trouble={trouble === null ? undefined : troubleWords(trouble, screen, currency)}
          onType={(typed) => {
            setText(typed);
            setTrouble(null);
          }}
        />
        <SelectField<CurrencyCode>
          id="correct-currency"
          label={t('fieldCurrency')}
          value={currency}
          choices={currencyChoices(props.currencies, screen)}
          onChoose={(chosen) => setCurrency(chosen)}
        />
      </div>
    </SmallForm>
  );
}

/** What the user wants to remember of it. */
export function NoteForm(props: FormProps<string> & { before: string }) {
  const screen = useScreen();
  const { t } = screen;
  const [text, setText] = useState(props.before);
  return (
    <SmallForm
      label="correctNote"
      onSubmit={() => props.onSave(text.trim())}
      onCancel={props.onCancel}
    >
      <Field
        id="correct-note"
        label={t('correctNoteField')}
        maxLength={LONGEST_NOTE}
        value={text}
        onType={setText}
      />
    </SmallForm>
  );
}
