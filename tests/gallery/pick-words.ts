import type { Translate } from '../../components/text.ts';
import { englishWords, longWords, rightToLeftWords } from './words.ts';

const all: Readonly<Record<string, Translate>> = {
  english: englishWords,
  long: longWords,
  'right-to-left': rightToLeftWords,
};

/** The words that an example is shown in. */
export const pickWords = (name = 'english'): Translate => all[name] ?? englishWords;
