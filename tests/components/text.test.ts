import { describe, expect, it } from 'vitest';
import { createText } from '../../components/text.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { englishWords } from '../gallery/words.ts';

const messages = Object.entries(english);

describe('the English words', () => {
  it.each(messages)('%s has words, a description and only whole substitutions', (_, message) => {
    expect(message.message.trim()).not.toBe('');
    expect(message.description.trim()).not.toBe('');
    // Browsers eat every other dollar sign: amounts are always substitutions.
    expect(message.message.replaceAll(/\$[1-9]/g, '')).not.toContain('$');
  });

  it.each(messages)('%s describes each of its substitutions', (_, message) => {
    const used = message.message.match(/\$[1-9]/g) ?? [];
    expect(used.filter((sign) => !message.description.includes(sign))).toEqual([]);
  });

  it('have keys that differ by more than case, as browsers ignore it', () => {
    const keys = messages.map(([key]) => key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z0-9_]+$/.test(key))).toEqual([]);
  });

  it('describe the extension in what the stores allow', () => {
    expect(english.extensionName.message).toBe('Gift Ledger');
    expect(english.extensionDescription.message.length).toBeLessThanOrEqual(132);
  });

  it('keep an amount with a dollar sign and digits whole', () => {
    expect(englishWords('about', ['$1.50'])).toBe('about $1.50');
    expect(englishWords('offer', ['$2 coins', '$10'])).toBe('$2 coins for $10');
  });
});

describe('plural', () => {
  it('chooses the form by the language of the words', () => {
    const text = createText(englishWords, 'en-GB');
    expect(text.plural(1, 'gifts', '1')).toBe('1 gift');
    expect(text.plural(0, 'gifts', '0')).toBe('0 gifts');
    expect(text.plural(1200, 'coins', '1,200')).toBe('1,200 coins');
  });

  it('asks for the forms that a language has, and falls back to the general one', () => {
    const asked: string[] = [];
    const text = createText((key, [count = ''] = []) => {
      asked.push(key);
      const words: Record<string, string> = {
        language: 'ar',
        gifts_few: `few ${count}`,
        gifts_other: `other ${count}`,
      };
      return words[key] ?? '';
    }, 'ar');
    expect(text.plural(3, 'gifts', '3')).toBe('few 3');
    expect(text.plural(2, 'gifts', '2')).toBe('other 2');
    expect(asked).toContain('gifts_two');
  });

  it('follows the words, not the locale, where the two differ', () => {
    expect(createText(englishWords, 'ar-EG').language).toBe('en');
    expect(createText(englishWords, 'en-GB').language).toBe('en-GB');
  });
});

describe('the locale file', () => {
  it('has no two keys that differ in case alone: browsers take them for one', () => {
    const keys = Object.keys(english).map((key) => key.toLowerCase());
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
