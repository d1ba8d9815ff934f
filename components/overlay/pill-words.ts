import type { TightestBudget } from '../../utils/core/budget-views.ts';
import { middleOf } from '../../utils/core/conversion.ts';
import type { OverlayView, ReceivedInStream, ViewerOverlay } from '../../utils/core/views.ts';
import { formatMonth } from '../dates.ts';
import { entryCost, entryLabel, entryUnits } from '../entry-label.ts';
import { formatShare } from '../format.ts';
import type { Screen } from '../screen.ts';
import { figureOf, isAllUnpriced, isEmpty, unitsWords } from '../sum-words.tsx';

/** The pill's texts: the figure that matters, the coins behind it where it is money, and what it is. */
export interface PillWords {
  readonly figure: string;
  readonly coins: string;
  readonly beside: string;
}

/** What the pill says while nothing lands. */
export function pillWords(view: OverlayView | null, screen: Screen): PillWords {
  if (view === null) {
    return only(screen.t('overlayWaiting'));
  }
  if (view.blind) {
    return only(screen.t('overlayBlind'));
  }
  if (view.side === 'creator') {
    return receivedWords(view, screen.t('inSession'), screen);
  }
  const { followed, stream } = view;
  return followed === undefined || !isEmpty(stream)
    ? viewerWords(view, screen)
    : followedWords(view, followed, screen);
}

/** What the pill says beside its figure while a gift lands: the gift, its amount and, for a creator, who sent it. */
export function landedWords(view: OverlayView | null, screen: Screen): string {
  const entry = view?.last ?? null;
  if (view === null || entry === null) {
    return '';
  }
  const parts =
    view.side === 'viewer'
      ? [entryCost(entry, screen)]
      : [entryUnits(entry, screen), screen.t('overlayFrom', [screen.person(entry.other)])];
  return [entryLabel(entry, screen), ...parts].filter(Boolean).join(' · ');
}

const only = (beside: string): PillWords => ({ figure: '', coins: '', beside });

function viewerWords(view: ViewerOverlay, screen: Screen): PillWords {
  const { t } = screen;
  if (!view.loggedIn) {
    return only(t('overlayLoggedOut'));
  }
  const { stream, monthSum } = view;
  if (isEmpty(stream) && isEmpty(monthSum)) {
    return only(t('overlayNothingYet'));
  }
  const month = t('overlayInMonth', [
    figureOf(monthSum, monthSum.money, screen, 11).short,
    formatMonth(view.month, screen.language),
  ]);
  const hasCoins = stream.money !== null && !isAllUnpriced(stream);
  return {
    figure: figureOf(stream, stream.money, screen, 11).short,
    coins: hasCoins ? unitsWords(stream, stream.money, screen, 9) : '',
    beside: [
      t('overlayThisStream'),
      ...(view.budget ? [budgetShare(view.budget, screen)] : besideStream(view, month, screen)),
    ].join(' · '),
  };
}

/** Beside what the user spent in this stream: what came in for a creator whom they follow, else their month. */
function besideStream(
  { followed, creator, monthSum }: ViewerOverlay,
  month: string,
  screen: Screen,
): readonly string[] {
  if (followed === undefined || isEmpty(followed.session)) return isEmpty(monthSum) ? [] : [month];
  const all = figureOf(followed.session, null, screen, 11).short;
  return [screen.t('overlayInForCreator', [screen.person(creator), all])];
}

/** The stream of a creator whom the user follows, while the user sent nothing in it. */
function followedWords(view: ViewerOverlay, followed: ReceivedInStream, screen: Screen): PillWords {
  const { t } = screen;
  const creator = screen.person(view.creator);
  if (isEmpty(followed.session)) return only(t('overlayNothingFor', [creator]));
  const inFor = t('overlayPillForCreator', [creator]);
  const words = receivedWords(followed, inFor, screen);
  return view.budget
    ? { ...words, beside: [inFor, budgetShare(view.budget, screen)].join(' · ') }
    : words;
}

/** How much of the tightest budget is spent, in few letters. */
function budgetShare({ percent }: TightestBudget, { t, locale }: Screen): string {
  return t('overlayBudgetShare', [formatShare(percent / 100, locale)]);
}

/** What came in in a stream, about; `beside` says for whom, or where. */
function receivedWords(
  { session, worth }: ReceivedInStream,
  beside: string,
  screen: Screen,
): PillWords {
  const { t } = screen;
  if (isEmpty(session)) {
    return only(t('overlayNothingYet'));
  }
  const money = worth === null ? null : middleOf(worth);
  const { short } = figureOf(session, money, screen, 11);
  if (money === null || isAllUnpriced(session)) {
    return { figure: short, coins: '', beside };
  }
  return {
    figure: t('about', [short]),
    coins: unitsWords(session, money, screen, 9),
    beside,
  };
}
