import { useRef, useState } from 'preact/hooks';
import type { OverlayView, ViewerOverlay } from '../../utils/core/views.ts';
import { formatMonth } from '../dates.ts';
import { useScreen } from '../screen.ts';
import { isEmpty } from '../sum-words.tsx';
import { CardConverter, type ConverterSource } from './card-converter.tsx';
import type { Open } from './card-parts.tsx';
import { CreatorBody } from './creator-body.tsx';
import { Grip } from './grip.tsx';
import { Menu } from './menu.tsx';
import type { Shape } from './overlay-app.tsx';
import { ViewerBody } from './viewer-body.tsx';

/** The opened overlay: the month or session in full, this stream and the last gift. */
export function Card(props: {
  view: OverlayView | null;
  converter: ConverterSource;
  onShape(shape: Shape): void;
  onHide(scope: 'stream' | 'site'): void;
  onMoveKey(event: KeyboardEvent): void;
  onOpenLedger(address: string): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const [converting, setConverting] = useState(false);
  const convert = useRef<HTMLButtonElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !converting) return;
    // First the converter closes, then the card.
    event.stopPropagation();
    setConverting(false);
    convert.current?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape of what is inside
    <div class="card" onKeyDown={onKeyDown}>
      <div class="card-head">
        <Grip onMoveKey={props.onMoveKey} />
        <h2 class="cut">{headingOf()}</h2>
        <button
          type="button"
          class="icon-button"
          data-convert
          ref={convert}
          aria-expanded={converting}
          aria-label={t('overlayConvert')}
          title={t('overlayConvert')}
          onClick={() => setConverting(!converting)}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 5.5h9.5M10 3l2.5 2.5M13 10.5H3.5M6 13l-2.5-2.5" />
          </svg>
        </button>
        <Menu
          items={[
            { label: t('overlayDot'), onPick: () => props.onShape('dot') },
            { label: t('overlayHideStream'), onPick: () => props.onHide('stream') },
            { label: t('overlayHideSite'), onPick: () => props.onHide('site') },
          ]}
        />
        <button
          type="button"
          class="icon-button"
          data-main
          aria-expanded
          aria-label={t('overlayCollapse')}
          title={t('overlayCollapse')}
          onClick={() => props.onShape('pill')}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3 8h10" />
          </svg>
        </button>
      </div>
      {converting ? (
        <CardConverter source={props.converter} numbers={view} />
      ) : (
        <div class="card-body" data-still>
          {view === null && <p class="hint">{t('overlayWaiting')}</p>}
          {view?.blind && <p class="hint">{t('overlayBlindHint')}</p>}
          {view?.side === 'viewer' && <ViewerSides view={view} open={props.onOpenLedger} />}
          {view?.side === 'creator' && <CreatorBody view={view} open={props.onOpenLedger} />}
        </div>
      )}
    </div>
  );

  function headingOf(): string {
    if (converting) {
      return t('converter');
    }
    if (view === null) {
      return t('extensionName');
    }
    if (view.side === 'viewer') {
      return view.followed === undefined
        ? t('monthSoFar', [formatMonth(view.month, screen.language)])
        : t('overlayForCreator', [screen.person(view.creator)]);
    }
    return t(view.worth === null ? 'thisSession' : 'overlayWorthHeading');
  }
}

/** On the page of a creator whom the user follows first what came in for them, then what the user spent, if anything. */
function ViewerSides({ view, open }: { view: ViewerOverlay; open: Open }) {
  const { t, language } = useScreen();
  const { followed, stream, monthSum, platform, room, month } = view;
  if (followed === undefined) return <ViewerBody view={view} open={open} />;
  const spent = !isEmpty(stream) || !isEmpty(monthSum) || !view.loggedIn;
  return (
    <>
      <CreatorBody view={{ ...followed, platform, room }} open={open} />
      {spent && (
        <section class="mine">
          <h3>{t('overlayYouSpent', [t('monthSoFar', [formatMonth(month, language)])])}</h3>
          <ViewerBody view={view} open={open} />
        </section>
      )}
    </>
  );
}
