import type { PopoutSettings } from '../../utils/core/desk-settings.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import { isolate, safeText } from '../names.ts';
import { EntryList } from '../popup/entry-list.tsx';
import { Loading } from '../popup/loading.tsx';
import type { ScreenProps } from '../screen.ts';
import { createScreen, ScreenProvider, useScreen } from '../screen.ts';
import { Switch } from '../switch.tsx';
import { AlertList } from './alert-list.tsx';
import { DeskHead } from './desk-head.tsx';
import { DeskTotalPart } from './desk-total.tsx';
import type { DeskView, ThanksActions } from './desk-view.ts';
import { GifterList } from './gifter-list.tsx';
import { GoalList } from './goal-list.tsx';
import { PopoutOptions } from './popout-options.tsx';
import { ThankYou } from './thank-you.tsx';

/** Whether the desk plays tones; `blocked` until the browser allows it. */
export type Sound = 'off' | 'on' | 'blocked';

/** What the desk draws and says. */
export interface DeskProps extends ScreenProps, ThanksActions {
  /** Null until the first numbers are read. */
  readonly view: DeskView | null;
  readonly now: EpochMs;
  /** The name of what keeps the ledger from being read; empty when all is well. */
  readonly trouble: string;
  readonly popout: PopoutSettings;
  readonly sound: Sound;
  /** Empty: whichever is on air. */
  onPickStream(first: SessionId | ''): void;
  onAlertSeen(id: string): void;
  onSound(on: boolean): void;
  onPopout(changed: Partial<PopoutSettings>): void;
  onOpenPopout(): void;
}

/** The live desk: what a creator looks at while live, or of a stream that is over. */
export function DeskApp(props: DeskProps) {
  const screen = createScreen(props, props.now);
  const { t } = screen;
  const { view, trouble } = props;
  return (
    <ScreenProvider value={screen}>
      <div class="desk" lang={screen.language} dir={screen.direction}>
        <DeskHead view={view} onPickStream={props.onPickStream} />
        <main>
          {trouble !== '' && (
            <p class="notice" data-tone="trouble" role="alert">
              {t('trouble_unreadable', [isolate(safeText(trouble))])}
            </p>
          )}
          {view === null ? <Loading /> : <DeskBody {...props} view={view} />}
          <section class="desk-part" aria-labelledby="desk-popout">
            <PopoutOptions
              popout={props.popout}
              onChange={props.onPopout}
              onOpen={props.onOpenPopout}
            />
          </section>
          <section class="desk-part">
            <Switch label={t('liveSound')} on={props.sound !== 'off'} onSwitch={props.onSound} />
            {props.sound === 'blocked' && <p class="says">{t('liveSoundBlocked')}</p>}
          </section>
        </main>
      </div>
    </ScreenProvider>
  );
}

function DeskBody(props: DeskProps & { readonly view: DeskView }) {
  const { t } = useScreen();
  const { stream, total, people, goals } = props.view;
  return (
    <>
      {stream === null ? (
        <section class="empty">
          <h2>{t('deskNotLiveTitle')}</h2>
          <p>{t('deskNotLiveHint', [t('platform_tiktok')])}</p>
          <p>{t('emptyPrivate')}</p>
        </section>
      ) : (
        <DeskTotalPart stream={stream} total={total} people={people} />
      )}
      <GoalList goals={goals} />
      {stream !== null && (
        <>
          <AlertList alerts={total?.alerts ?? []} onSeen={props.onAlertSeen} />
          <div class="desk-columns">
            <div>
              {total?.last.length === 0 ? (
                <section class="section">
                  <h2>{t('deskLast')}</h2>
                  <p class="none">{t('deskNoGifts')}</p>
                </section>
              ) : (
                <EntryList
                  title={t('deskLast')}
                  entries={total?.last ?? []}
                  measure={{ by: 'worth' }}
                />
              )}
              <GifterList people={people} />
            </div>
            <ThankYou
              people={people}
              unit={total?.sum.amounts[0]?.unit ?? null}
              onThank={props.onThank}
              onCopy={props.onCopy}
            />
          </div>
        </>
      )}
    </>
  );
}
