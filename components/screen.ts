import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { FORGOTTEN } from '../utils/core/forgotten.ts';
import type { Money } from '../utils/core/money.ts';
import { paidMoney } from '../utils/core/paid-money.ts';
import type { EpochMs, TimeZone } from '../utils/core/time.ts';
import { type AmountUnit, isOwnUnit, type UnitId } from '../utils/core/units.ts';
import type { PersonView } from '../utils/core/views.ts';
import { formatCount, formatMoney, formatUnitPrice } from './format.ts';
import { idTail, isolate, nameOf } from './names.ts';
import type { MessageKey, PluralKey, Text, Translate } from './text.ts';
import { createText } from './text.ts';

/** What every screen is given besides its data: words, and how to write numbers and times. */
export interface ScreenProps {
  readonly translate: Translate;
  /** How numbers are written, as a BCP 47 tag. */
  readonly locale: string;
  /** The zone that the ledger counts days in. */
  readonly zone: TimeZone;
}

/** Words and formats as components use them. */
export interface Screen extends Text {
  readonly locale: string;
  readonly zone: TimeZone;
  readonly now: EpochMs;
  /** An amount, shortened beyond `fit` characters. */
  money(money: Money, fit?: number): string;
  unitPrice(money: Money): string;
  /** A number of things with its word, such as `6 gifts`. */
  counted(count: number, key: PluralKey, fit?: number): string;
  /** An amount in its own unit: a number of a platform's with its word, such as `436 coins`, or money. */
  units(count: number, unit: AmountUnit, fit?: number): string;
  /** What a platform's own unit is called where nothing is counted, such as `Coins`. */
  unitName(unit: UnitId): string;
  /** What someone is called, for an element of its own: a `<bdi>`. */
  name(person: PersonView | null): string;
  /** What someone is called, inside a sentence. */
  person(person: PersonView | null): string;
}

/** The words for a platform's own currency. */
export const unitWords: Record<
  UnitId,
  {
    readonly counted: PluralKey;
    readonly name: MessageKey;
    readonly price: MessageKey;
    readonly each: MessageKey;
  }
> = {
  'tiktok:coin': {
    counted: 'coins',
    name: 'convertCoins',
    price: 'pricePerCoin',
    each: 'perCoin',
  },
  'instagram:star': {
    counted: 'instagramStars',
    name: 'convertInstagramStars',
    price: 'pricePerInstagramStar',
    each: 'perInstagramStar',
  },
  'kick:kick': { counted: 'kicks', name: 'convertKicks', price: 'pricePerKick', each: 'perKick' },
  'twitch:bit': { counted: 'bits', name: 'convertBits', price: 'pricePerBit', each: 'perBit' },
  'youtube:jewel': {
    counted: 'jewels',
    name: 'convertJewels',
    price: 'pricePerJewel',
    each: 'perJewel',
  },
};

/** Makes the words and formats for one drawing at `now`. */
export function createScreen({ translate, locale, zone }: ScreenProps, now: EpochMs): Screen {
  const text = createText(translate, locale);
  const counted = (count: number, key: PluralKey, fit?: number) =>
    text.plural(count, key, formatCount(count, locale, fit));
  const name = (person: PersonView | null) =>
    person === null ? text.t('personUnknown') : (nameOf(person) ?? nameless(person));
  const nameless = (person: PersonView) =>
    person.id === FORGOTTEN ? text.t('personForgotten') : text.t('personById', [idTail(person)]);
  return {
    ...text,
    locale,
    zone,
    now,
    money: (money, fit) => formatMoney(money, locale, fit),
    unitPrice: (money) => formatUnitPrice(money, locale),
    counted,
    units: (count, unit, fit) => {
      if (isOwnUnit(unit)) return counted(count, unitWords[unit].counted, fit);
      const paid = paidMoney(unit, count);
      return paid === null ? '' : formatMoney(paid, locale, fit);
    },
    unitName: (unit) => text.t(unitWords[unit].name),
    name,
    person: (person) => isolate(name(person)),
  };
}

const ScreenContext = createContext<Screen | null>(null);

/** Gives a {@link Screen} to everything below it. */
export const ScreenProvider = ScreenContext.Provider;

/** The words and formats of the screen that a component is drawn on. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (screen === null) {
    throw new Error('drawn outside of a ScreenProvider');
  }
  return screen;
}
