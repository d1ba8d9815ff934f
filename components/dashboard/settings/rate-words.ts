import {
  type FetchTrouble,
  type RateSourceState,
  rateSources,
} from '../../../utils/core/rate-sources.ts';
import { formatMoment, formatSourceDate } from '../../dates.ts';
import { isolate, safeText } from '../../names.ts';
import type { Screen } from '../../screen.ts';
import type { MessageKey } from '../../text.ts';

const troubles: Readonly<Record<FetchTrouble, MessageKey>> = {
  'not-json': 'rateTrouble_not_json',
  'too-large': 'rateTrouble_too_large',
  'wrong-shape': 'rateTrouble_wrong_shape',
  empty: 'rateTrouble_empty',
  'not-a-number': 'rateTrouble_not_a_number',
  'not-positive': 'rateTrouble_not_positive',
  absurd: 'rateTrouble_absurd',
  'wrong-base': 'rateTrouble_wrong_base',
  'bad-date': 'rateTrouble_bad_date',
  'in-the-future': 'rateTrouble_in_the_future',
  contradiction: 'rateTrouble_contradiction',
  jump: 'rateTrouble_jump',
  unreachable: 'rateTrouble_unreachable',
  'too-slow': 'rateTrouble_too_slow',
  'no-such-page': 'rateTrouble_no_such_page',
};

const isKnown = (trouble: string): trouble is FetchTrouble => Object.hasOwn(troubles, trouble);

function labelOf({ id }: RateSourceState): string {
  const source = rateSources.find((each) => each.id === id);
  return isolate(source === undefined ? safeText(id) : `${source.label} (${source.host})`);
}

/** When rates last came, from whom and up to which day; empty where none ever did. */
export function fetchedWords(
  sources: readonly RateSourceState[],
  { t, zone, language }: Screen,
): string {
  const [last] = sources
    .filter(({ fetchedAt }) => fetchedAt !== null)
    .sort((a, b) => (b.fetchedAt ?? 0) - (a.fetchedAt ?? 0));
  return last === undefined || last.fetchedAt === null
    ? ''
    : t('ratesFetched', [
        formatMoment(last.fetchedAt, zone, language),
        labelOf(last),
        formatSourceDate(last.day ?? '', language) || t('dateUnknown'),
      ]);
}

/** Why a source could not be used, in words; a name that is not known stands for itself. */
export function rateTroubleWords(source: RateSourceState, { t, zone, language }: Screen): string {
  const { trouble, triedAt } = source;
  const why = isKnown(trouble) ? t(troubles[trouble]) : safeText(trouble);
  return t('ratesTrouble', [labelOf(source), isolate(why), formatMoment(triedAt, zone, language)]);
}
