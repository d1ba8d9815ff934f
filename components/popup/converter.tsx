import { useState } from 'preact/hooks';
import type { PriceView } from '../../utils/core/views.ts';
import type { Converted } from '../conversion.ts';
import { moneyToUnits, readMoney, readUnits, unitsToMoney } from '../conversion.ts';
import { formatCount, formatPlain } from '../format.ts';
import type { Screen } from '../screen.ts';
import { unitWords, useScreen } from '../screen.ts';
import { decimalSignOf } from '../typed-number.ts';

/** What the converter starts with: a round number that shows what it does. */
const FIRST_UNITS = 1000;

interface Typed {
  readonly in: 'units' | 'money';
  readonly text: string;
}

/** Coins to money and back, and what the creator gets of it. Typed text stays as typed; the other field follows. */
export function Converter({ price, worth }: { price: PriceView | null; worth: PriceView | null }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const [typed, setTyped] = useState<Typed>({
    in: 'units',
    text: formatCount(FIRST_UNITS, locale),
  });
  if (price === null) {
    return null;
  }
  const byMoney = typed.in === 'money';
  const money = byMoney ? readMoney(typed.text, locale, price) : null;
  const units = money === null ? readUnits(typed.text, locale) : moneyToUnits(money, price);
  const cost = money ?? unitsToMoney(units, price);
  const trouble = cost.kind === 'trouble' ? cost : units.kind === 'trouble' ? units : null;

  return (
    <section class="converter" aria-label={t('converter')}>
      <div class="fields">
        <Field
          label={t(unitWords[price.unit].name)}
          text={byMoney ? textOf(units, (to) => formatCount(to, locale)) : typed.text}
          wrong={trouble !== null && !byMoney}
          onType={(text) => setTyped({ in: 'units', text })}
        />
        <span class="equals" aria-hidden="true">
          =
        </span>
        <Field
          label={t('convertMoney', [price.price.currency])}
          text={byMoney ? typed.text : textOf(cost, (to) => formatPlain(to, locale))}
          wrong={trouble !== null && byMoney}
          onType={(text) => setTyped({ in: 'money', text })}
        />
      </div>
      <p id="converter-says" role="status" data-trouble={trouble !== null}>
        {trouble === null ? worthWords(units, worth, screen) : troubleWords(trouble, price, screen)}
      </p>
    </section>
  );
}

function Field(props: { label: string; text: string; wrong: boolean; onType(text: string): void }) {
  return (
    <label>
      <span>{props.label}</span>
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        maxLength={30}
        value={props.text}
        aria-invalid={props.wrong}
        aria-describedby="converter-says"
        onInput={(event) => props.onType(event.currentTarget.value)}
      />
    </label>
  );
}

function textOf<To>(converted: Converted<To>, format: (to: To) => string): string {
  return converted.kind === 'done' ? format(converted.to) : '';
}

function worthWords(
  units: ReturnType<typeof readUnits>,
  worth: PriceView | null,
  screen: Screen,
): string {
  if (worth === null) {
    return screen.t('convertNoWorth');
  }
  const gets = unitsToMoney(units, worth);
  const each = screen.t(unitWords[worth.unit].each, [screen.unitPrice(worth.perUnit)]);
  const rate = screen.t('convertWorthRate', [each]);
  return gets.kind === 'done'
    ? [screen.t('convertWorth', [screen.money(gets.to, 12)]), rate].join(' · ')
    : rate;
}

function troubleWords(
  { trouble }: Extract<Converted<unknown>, { kind: 'trouble' }>,
  price: PriceView,
  { t, plural, locale }: Screen,
): string {
  switch (trouble) {
    case 'not-a-number':
      return t('trouble_not_a_number');
    case 'negative':
      return t('trouble_negative');
    case 'separators':
      return t('trouble_separators', [decimalSignOf(locale)]);
    case 'not-whole':
      return t('trouble_not_whole');
    case 'too-fine':
      return plural(price.price.scale, 'trouble_too_fine', formatCount(price.price.scale, locale));
    case 'too-large':
      return t('trouble_too_large');
  }
}
