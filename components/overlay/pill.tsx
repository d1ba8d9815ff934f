import type { OverlayView } from '../../utils/core/views.ts';
import { Mark } from '../mark.tsx';
import { useScreen } from '../screen.ts';
import { Grip } from './grip.tsx';
import { landedWords, pillWords } from './pill-words.ts';
import { useLanded, useNews } from './use-landed.ts';

/** One line: what this stream has cost or brought so far, and for a moment the gift that lands. Opens the card. */
export function Pill(props: {
  view: OverlayView | null;
  onExpand(): void;
  onMoveKey(event: KeyboardEvent): void;
}) {
  const { view } = props;
  const screen = useScreen();
  const { figure, coins, beside } = pillWords(view, screen);
  const last = useLanded(view?.last ?? null);
  const isNews = useNews(last);
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
        <span class="pill-words" key={last.stamp} data-landed={last.landed}>
          {figure !== '' && (
            <b>
              <bdi>{figure}</bdi>
            </b>
          )}{' '}
          {coins !== '' && <small class="coin">{coins}</small>}{' '}
          <small class="cut">{isNews ? landedWords(view, screen) : beside}</small>
        </span>
      </button>
      <Grip onMoveKey={props.onMoveKey} />
    </div>
  );
}
