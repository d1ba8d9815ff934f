import type { MessageKey, Translate } from '../../components/text.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

const messages = new Map<string, string>(
  Object.entries(english).map(([key, { message }]) => [key, message]),
);

/** The English words, substituted as browsers do: `$1` to `$9`, once, and nothing for a missing key. */
export const englishWords: Translate = (key, substitutions = []) =>
  substitute(messages.get(key) ?? '', substitutions);

/** Words of a language that is written from right to left, to prove layouts; never shipped. */
export const rightToLeftWords: Translate = pretend({ language: 'ar', direction: 'rtl' }, (text) =>
  text.replace(/[a-z]/gi, (letter) => arabic[letter.toLowerCase().charCodeAt(0) - 97] ?? ''),
);

/** Words half as long again and full of accents, as other languages have them; never shipped. */
export const longWords: Translate = pretend({ language: 'de', direction: 'ltr' }, (text) =>
  text.replace(/[a-z]+/gi, (word) =>
    word.length < 3 ? word : accented(word) + 'ungenlich'.slice(0, Math.ceil(word.length / 2)),
  ),
);

const arabic = [...'ابتثجحخدذرزسشصضطظعغفقكلمنه'];

function accented(word: string): string {
  return word.replace(
    /[aeiou]/g,
    (vowel) => ({ a: 'ä', e: 'é', i: 'ï', o: 'ö', u: 'ü' })[vowel] ?? vowel,
  );
}

function pretend(
  fixed: Partial<Record<MessageKey, string>>,
  change: (text: string) => string,
): Translate {
  return (key, substitutions = []) => {
    const message = messages.get(key);
    return fixed[key] ?? substitute(message === undefined ? '' : change(message), substitutions);
  };
}

function substitute(message: string, substitutions: readonly string[]): string {
  return message.replace(/\$([1-9])/g, (_, at: string) => substitutions[Number(at) - 1] ?? '');
}
