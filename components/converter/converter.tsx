import { useRef, useState } from 'preact/hooks';
import type { GiftPrice } from '../../utils/core/dashboard-views.ts';
import type { PriceView } from '../../utils/core/views.ts';
import type { WorthRate } from '../../utils/core/worth.ts';
import { rateOf } from '../conversion.ts';
import { formatCount, formatPlain } from '../format.ts';
import { safeText } from '../names.ts';
import { convertTyped, type ReadQuantity, type TypedQuantity } from '../quantity.ts';
import type { Screen } from '../screen.ts';
import { unitWords, useScreen } from '../screen.ts';
import { troubleWords } from '../typed-trouble.ts';
import { rangeWords, worthEach, worthSaidBy } from '../worth-words.ts';
import { type FindGifts, GiftPicker } from './gift-picker.tsx';

export type { FindGifts };

/** What the converter starts with: a round number that shows what it does. */
const FIRST_UNITS = 1000;

/**
 * Coins, money and a number of one gift into each other, and what the creator gets of it. Typed text stays as typed;
 * the other fields follow.
 */
export function Converter(props: {
  price: PriceView | null;
  worth: WorthRate | null;
  onFindGifts: FindGifts;
}) {
  const screen = useScreen();
  const { t, locale } = screen;
  const { price, worth } = props;
  const [typed, setTyped] = useState<TypedQuantity>({
    in: 'units',
    text: formatCount(FIRST_UNITS, locale),
  });
  const [gift, setGift] = useState<GiftPrice | null>(null);
  const [finding, setFinding] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  if (price === null) {
    return null;
  }
  const { currency } = price.price;
  const rates = {
    price: rateOf(price),
    gift: gift?.units ?? null,
    worth: worth?.range ?? null,
  };
  const read = convertTyped(typed, rates, currency, locale);
  const done = read.kind === 'done' ? read.to : null;
  const field = (kind: TypedQuantity['in'], label: string, other: string) => (
    <Field
      label={label}
      text={typed.in === kind ? typed.text : other}
      wrong={read.kind === 'trouble' && typed.in === kind}
      onType={(text) => setTyped({ in: kind, text })}
    />
  );
  const close = () => {
    setFinding(false);
    toggle.current?.focus();
  };
  return (
    <section class="converter" aria-label={t('converter')}>
      <div class="fields">
        {field(
          'units',
          t(unitWords[price.unit].name),
          done === null ? '' : formatCount(done.units, locale),
        )}
        <span class="equals" aria-hidden="true">
          =
        </span>
        {field(
          'money',
          t('convertMoney', [currency]),
          done === null || done.money === null ? '' : formatPlain(done.money, locale),
        )}
      </div>
      {gift !== null && (
        <div class="fields">
          {field(
            'gifts',
            t('convertGifts', [giftName(gift, screen), screen.units(gift.units, price.unit)]),
            done === null || done.gifts === null ? '' : formatCount(done.gifts.count, locale),
          )}
        </div>
      )}
      <div class="converter-foot">
        <p id="converter-says" role="status" data-trouble={read.kind === 'trouble'}>
          {read.kind === 'trouble'
            ? troubleWords(read.trouble, screen, currency)
            : worthWords(read, worth, screen)}
        </p>
        <button
          type="button"
          class="link"
          ref={toggle}
          aria-expanded={finding}
          onClick={() => setFinding(!finding)}
        >
          {t(gift === null ? 'findGift' : 'otherGift')}
        </button>
      </div>
      {finding && (
        <GiftPicker
          unit={price.unit}
          rate={rates.price}
          onFind={props.onFindGifts}
          onPick={(picked) => {
            setGift(picked);
            setTyped({ in: 'gifts', text: formatCount(1, locale) });
            close();
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

function Field(props: { label: string; text: string; wrong: boolean; onType(text: string): void }) {
  return (
    <label>
      <span class="cut" title={props.label}>
        {props.label}
      </span>
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

const giftName = ({ name }: GiftPrice, { t }: Screen): string => safeText(name) || t('entry_gift');

function worthWords(
  read: Exclude<ReadQuantity, { kind: 'trouble' }>,
  worth: WorthRate | null,
  screen: Screen,
): string {
  if (worth === null) {
    return screen.t('convertNoWorth');
  }
  const done = read.kind === 'done' ? read.to : null;
  const gets = done?.worth ?? null;
  const left = done?.gifts?.left ?? 0;
  return [
    gets === null
      ? screen.t('convertWorthRate', [worthEach(worth, screen)])
      : screen.t('convertWorth', [rangeWords(gets, screen)]),
    worthSaidBy(worth, screen),
    ...(left === 0 ? [] : [screen.t('convertLeft', [screen.units(left, worth.unit)])]),
  ].join(' · ');
}
