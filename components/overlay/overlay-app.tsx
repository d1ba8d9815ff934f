import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EpochMs } from '../../utils/core/time.ts';
import type { OverlayView } from '../../utils/core/views.ts';
import type { ScreenProps } from '../screen.ts';
import { createScreen, ScreenProvider } from '../screen.ts';
import { Card } from './card.tsx';
import type { ConverterSource } from './card-converter.tsx';
import { Dot } from './dot.tsx';
import { Landed } from './landed.tsx';
import { createMoveKeys } from './move-keys.ts';
import { Pill } from './pill.tsx';
import type { Place, Rect, Size } from './place.ts';
import { placeOf, pointOf, settle } from './place.ts';
import { Toasts } from './toasts.tsx';
import { useDrag } from './use-drag.ts';
import { useSize } from './use-size.ts';

/** How much of the overlay is shown. */
export type Shape = 'dot' | 'pill' | 'card';

/** What the overlay draws and says. */
export interface OverlayProps extends ScreenProps {
  /** Null until the first numbers arrive. */
  readonly view: OverlayView | null;
  readonly now: EpochMs;
  readonly shape: Shape;
  /** Where the user wants it; it is drawn as near to that as what must be kept clear allows. */
  readonly place: Place;
  readonly viewport: Size;
  /** What the overlay must never cover, in px of the viewport. */
  readonly keepClear: readonly Rect[];
  readonly converter: ConverterSource;
  onMove(place: Place): void;
  onShape(shape: Shape): void;
  onHide(scope: 'stream' | 'site'): void;
  /** Opens the entries behind a figure, by the ledger page's address. */
  onOpenLedger(address: string): void;
  /** The user put an alert away. */
  onAlertSeen(id: string): void;
}

/** The overlay on a stream: a dot, a pill or a card that can be moved by drag and by keys and hides nothing. */
export function OverlayApp(props: OverlayProps) {
  const { view, shape, place, viewport, keepClear } = props;
  const screen = createScreen(props, props.now);
  const root = useRef<HTMLElement>(null);
  const size = useSize(root);
  const room = { viewport, keepClear, size: size ?? { width: 0, height: 0 } };
  const settled = settle(pointOf(place, room), room);
  const drag = useDrag(settled, room, props.onMove);
  const onMoveKey = createMoveKeys(settled, place, room, props.onMove);
  const reshape = useRefocus(root, shape, props.onShape);
  const { x, y } = drag.point ?? settled;
  // Another stream's last gift has not just landed: what watches for that begins anew there.
  const stream = view?.room ?? '';

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && shape === 'card') {
      event.stopPropagation();
      reshape('pill');
    }
  }

  return (
    <ScreenProvider value={screen}>
      <section
        class="overlay"
        data-shape={shape}
        data-corner={placeOf(settled, room).corner}
        data-dragged={drag.point !== null}
        lang={screen.language}
        dir={screen.direction}
        aria-label={screen.t('overlayLabel')}
        ref={root}
        style={{ left: `${x}px`, top: `${y}px`, visibility: size === null ? 'hidden' : 'visible' }}
        onKeyDown={onKeyDown}
        {...drag.handlers}
      >
        {shape === 'dot' && <Dot onOpen={() => reshape('pill')} onMoveKey={onMoveKey} />}
        {shape === 'pill' && (
          <Pill key={stream} view={view} onExpand={() => reshape('card')} onMoveKey={onMoveKey} />
        )}
        {shape === 'card' && (
          <Card
            key={stream}
            view={view}
            converter={props.converter}
            onShape={reshape}
            onHide={props.onHide}
            onOpenLedger={props.onOpenLedger}
            onMoveKey={onMoveKey}
          />
        )}
        <Toasts view={view} onSeen={props.onAlertSeen} />
        <Landed key={stream} entry={view?.last ?? null} received={view?.side === 'creator'} />
      </section>
    </ScreenProvider>
  );
}

/** Keeps the keyboard where the user is: after a change of shape that the user made, its main control has the focus. */
function useRefocus(
  root: { readonly current: HTMLElement | null },
  shape: Shape,
  onShape: (shape: Shape) => void,
) {
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asked.current) {
      asked.current = false;
      root.current?.querySelector<HTMLElement>('[data-main]')?.focus({ preventScroll: true });
    }
  }, [shape]);
  return (next: Shape) => {
    asked.current = true;
    onShape(next);
  };
}
