import { browser } from 'wxt/browser';

/** The words for a key in the browser's language, `$1` … `$9` replaced; empty for a key that no locale file has. */
export function translate(key: string, substitutions: readonly string[] = []): string {
  // WXT's type knows the English file's keys only; other languages have more plural forms.
  const { i18n }: { i18n: { getMessage(name: string, substitutions: string[]): string } } = browser;
  return i18n.getMessage(key, [...substitutions]);
}
