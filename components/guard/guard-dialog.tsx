import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GiftCost, HoldReason } from '../../utils/core/guard.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import type { ScreenProps } from '../screen.ts';
import { createScreen, ScreenProvider, useScreen } from '../screen.ts';
import { dialogKey } from './dialog-keys.ts';
import { costTitle, reasonWords } from './guard-words.ts';

/** How far a held gift is: still to wait so many seconds, ready to be sent, being sent, not taken by the page. */
export type GuardPhase =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'again' };

/** A gift that is held. */
export interface HeldGift {
  /** Its name; empty where it is not known. */
  readonly gift: string;
  readonly cost: GiftCost;
  readonly reasons: readonly HoldReason[];
  /** The whole wait, in seconds. */
  readonly waitSeconds: number;
  readonly phase: GuardPhase;
}

/** What the dialog draws and says. */
export interface GuardDialogProps extends ScreenProps {
  readonly held: HeldGift;
  readonly now: EpochMs;
  /** Where its upper left corner is, in px of the viewport. */
  readonly at: { readonly x: number; readonly y: number };
  onSend(): void;
  onNotNow(): void;
}

/** What is asked before a gift is sent. Takes the focus itself, so that a key held down presses none of its buttons. */
export function GuardDialog(props: GuardDialogProps) {
  const { held, at } = props;
  const screen = createScreen(props, props.now);
  const root = useRef<HTMLElement>(null);
  const { kind } = held.phase;
  const isLate = kind === 'sending' || kind === 'again';
  useLayoutEffect(() => root.current?.focus({ preventScroll: true }), [isLate]);

  function onKeyDown(event: KeyboardEvent) {
    const dialog = root.current;
    if (dialog === null) return;
    event.stopPropagation();
    const focused = event.target instanceof Element ? event.target : null;
    dialogKey(event, dialog, focused, props.onNotNow);
  }

  return (
    <ScreenProvider value={screen}>
      <section
        class="guard"
        role="dialog"
        aria-modal="true"
        aria-labelledby="guard-title"
        aria-describedby="guard-reasons"
        tabIndex={-1}
        lang={screen.language}
        dir={screen.direction}
        ref={root}
        style={{ left: `${at.x}px`, top: `${at.y}px` }}
        onKeyDown={onKeyDown}
      >
        <h2 id="guard-title">{costTitle(held.gift, held.cost, screen)}</h2>
        <Reasons held={held} />
        <Answers held={held} onSend={props.onSend} onNotNow={props.onNotNow} />
        <p class="unseen" aria-live="polite">
          {kind === 'ready' && screen.t('guardReady')}
        </p>
      </section>
    </ScreenProvider>
  );
}

function Reasons({ held }: { held: HeldGift }) {
  const screen = useScreen();
  const { units, unit, money } = held.cost;
  return (
    <div id="guard-reasons">
      {money !== null && units !== null && (
        <p class="guard-coins">{screen.units(units, unit, 16)}</p>
      )}
      {held.reasons.map((reason, index) => (
        <p key={index}>{reasonWords(reason, screen)}</p>
      ))}
      <p class="guard-whose">{screen.t('guardWhose')}</p>
    </div>
  );
}

function Answers({
  held,
  onSend,
  onNotNow,
}: Pick<GuardDialogProps, 'held' | 'onSend' | 'onNotNow'>) {
  const { t, counted } = useScreen();
  const { phase, waitSeconds } = held;
  if (phase.kind === 'sending') {
    return (
      <p class="guard-note" role="status">
        {t('guardSending')}
      </p>
    );
  }
  if (phase.kind === 'again') {
    return (
      <>
        <p class="guard-note" role="status">
          {t('guardAgain')}
        </p>
        <div class="guard-answers">
          <button type="button" onClick={onNotNow}>
            {t('guardClose')}
          </button>
        </div>
      </>
    );
  }
  const isReady = phase.kind === 'ready';
  return (
    <div class="guard-answers">
      <button type="button" class="guard-main" onClick={onNotNow}>
        {t('guardNotNow')}
      </button>
      <button
        type="button"
        // Not `disabled`: what is disabled is left out by Tab, and nobody would hear of the wait.
        aria-disabled={!isReady}
        {...(isReady ? {} : { 'aria-describedby': 'guard-wait' })}
        onClick={() => {
          if (isReady) onSend();
        }}
      >
        {t('guardSend')}
        {phase.kind === 'wait' && <span aria-hidden="true"> ({phase.seconds})</span>}
      </button>
      {!isReady && (
        <span class="unseen" id="guard-wait">
          {counted(waitSeconds, 'guardWait')}
        </span>
      )}
    </div>
  );
}
