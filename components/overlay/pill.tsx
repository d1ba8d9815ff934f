import type { CreatorOverlay, OverlayView, ViewerOverlay } from '../../utils/core/views.ts';
import { formatMonth } from '../dates.ts';
import { Mark } from '../mark.tsx';
import type { Screen } from '../screen.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isEmpty } from '../sum-words.tsx';
import { Grip } from './grip.tsx';
import { useLanded } from './use-landed.ts';

/** One line: what this stream has cost or brought so far. Opens the card. */
export function Pill(props: {
  view: OverlayView | null;
  onExpand(): void;
  onMoveKey(event: KeyboardEvent): void;
}) {
  const screen = useScreen();
  const { figure, beside } = pillWords(props.view, screen);
  const { stamp, landed } = useLanded(props.view?.last ?? null);
  return (
    <div class="pill">
      <button
        type="button"
        class="pill-main"
        data-main
        aria-expanded={false}
        title={screen.t('overlayExpand')}
        onClick={props.onExpand}
      >
        <Mark size={22} />
        <span class="pill-words" key={stamp} data-landed={landed}>
          {figure !== '' && (
            <b>
              <bdi>{figure}</bdi>
            </b>
          )}
          <small>{beside}</small>
        </span>
      </button>
      <Grip onMoveKey={props.onMoveKey} />
    </div>
  );
}

/** The pill's two texts: the figure that matters and what it is. */
export function pillWords(
  view: OverlayView | null,
  screen: Screen,
): { readonly figure: string; readonly beside: string } {
  if (view === null) {
    return { figure: '', beside: screen.t('overlayWaiting') };
  }
  return view.side === 'viewer' ? viewerWords(view, screen) : creatorWords(view, screen);
}

function viewerWords(view: ViewerOverlay, screen: Screen) {
  const { t } = screen;
  if (!view.loggedIn) {
    return { figure: '', beside: t('overlayLoggedOut') };
  }
  const { stream, monthSum } = view;
  if (isEmpty(stream) && isEmpty(monthSum)) {
    return { figure: '', beside: t('overlayNothingYet') };
  }
  const month = t('overlayInMonth', [
    figureOf(monthSum, monthSum.money, screen, 11).short,
    formatMonth(view.month, screen.language),
  ]);
  return {
    figure: figureOf(stream, stream.money, screen, 11).short,
    beside: [t('overlayThisStream'), ...(isEmpty(monthSum) ? [] : [month])].join(' · '),
  };
}

function creatorWords({ session, worth }: CreatorOverlay, screen: Screen) {
  const { t } = screen;
  if (isEmpty(session)) {
    return { figure: '', beside: t('overlayNothingYet') };
  }
  const { short } = figureOf(session, worth, screen, 11);
  return worth === null
    ? { figure: short, beside: t('inSession') }
    : {
        figure: t('about', [short]),
        beside: [screen.units(session.units, session.unit, 9), t('inSession')].join(' · '),
      };
}
