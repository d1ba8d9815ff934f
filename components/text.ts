import type messages from '../public/_locales/en/messages.json';

type WrittenKey = keyof typeof messages;

/** What is counted in words: `gifts` stands for `gifts_one`, `gifts_other` and what other languages need. */
export type PluralKey = WrittenKey extends infer Key
  ? Key extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Every key that a locale file may hold: those of the English file, and all plural forms of its counted words. */
export type MessageKey = WrittenKey | `${PluralKey}_${Intl.LDMLPluralRule}`;

/** Gives the words for a key, `$1` … `$9` replaced; empty for a key that the locale lacks. */
export type Translate = (key: MessageKey, substitutions?: readonly string[]) => string;

/** The words of one language. */
export interface Text {
  /** The language that the words are in, which need not be the one that numbers are formatted for. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly t: Translate;
  /** The form of `key` that fits `count`. `shown` is the count as text: `$1` of the message. */
  plural(count: number, key: PluralKey, shown: string): string;
}

/**
 * The words as components use them. A locale whose files are missing falls back to English words: plural rules and
 * month names follow the words then, and `locale` rules only where it is of the same language (`en-GB`).
 */
export function createText(translate: Translate, locale: string): Text {
  const written = translate('language');
  const language = sameLanguage(written, locale) ? locale : written;
  const rules = new Intl.PluralRules(language);
  return {
    language,
    direction: translate('direction') === 'rtl' ? 'rtl' : 'ltr',
    t: translate,
    plural(count, key, shown) {
      return (
        translate(`${key}_${rules.select(count)}`, [shown]) || translate(`${key}_other`, [shown])
      );
    },
  };
}

function sameLanguage(a: string, b: string): boolean {
  return new Intl.Locale(a).language === new Intl.Locale(b).language;
}
