import type { DeskGifter } from '../../utils/core/desk-views.ts';
import { unitsIn } from '../../utils/core/summing.ts';
import type { AmountUnit } from '../../utils/core/units.ts';
import type { Screen } from '../screen.ts';
import { unitsWords } from '../sum-words.tsx';

/** Which of those who gave are listed. */
export interface ThanksFilter {
  /** What an amount is counted in; null while nothing came in. */
  readonly unit: AmountUnit | null;
  readonly least: number;
  /** Only those who were not thanked for all that they gave. */
  readonly open: boolean;
}

/** Those of whom the filter leaves. */
export function toThank(
  gifters: readonly DeskGifter[],
  { unit, least, open }: ThanksFilter,
): readonly DeskGifter[] {
  return gifters.filter(
    ({ sum, thanked }) =>
      (!open || !thanked) && (unit === null || least === 0 || unitsIn(sum, unit) >= least),
  );
}

/** What somebody gave, in units; gifts where no price is known. */
export function gaveWords({ sum }: DeskGifter, screen: Screen): string {
  return unitsWords(sum, null, screen) || screen.counted(sum.gifts, 'gifts');
}

/** The list as text, one line for each: to be read out, or put into a chat. */
export function thanksText(gifters: readonly DeskGifter[], screen: Screen): string {
  return gifters
    .map((each) => screen.t('thanksLine', [screen.name(each.person), gaveWords(each, screen)]))
    .join('\n');
}
