import type { BudgetDraft } from '../../utils/core/budget-views.ts';
import type { PopupNews } from '../../utils/core/notices.ts';
import type { PriceChoice } from '../../utils/core/price-list.ts';
import { epochMs } from '../../utils/core/time.ts';
import type { HiddenOverlay, PopupView } from '../../utils/core/views.ts';
import { ownPriceView } from '../conversion.ts';
import { Converter, type FindGifts } from '../converter/converter.tsx';
import { MoreSites, type SiteActions } from '../more-sites.tsx';
import type { NoticeActions } from '../notice-section.tsx';
import type { ScreenProps } from '../screen.ts';
import { createScreen, ScreenProvider } from '../screen.ts';
import { Capture } from './capture.tsx';
import { Header } from './header.tsx';
import { Loading } from './loading.tsx';
import { News } from './news.tsx';
import { Notices } from './notices.tsx';
import { OverlayBack } from './overlay-back.tsx';
import { ReceiveSide } from './receive-side.tsx';
import { SendSide } from './send-side.tsx';
import type { Side } from './tabs.tsx';
import { panelId, Tabs, tabId } from './tabs.tsx';

export type { Side };

/** What the popup draws and says. */
export interface PopupProps extends ScreenProps, NoticeActions, SiteActions {
  /** Null until the first numbers are read. */
  readonly view: PopupView | null;
  /** Null until it is read, after the numbers. */
  readonly news: PopupNews | null;
  readonly side: Side;
  onOpenSide(side: Side): void;
  onChoosePrice(choice: PriceChoice): void;
  /** The user wants prices beside gifts on the page, or not. */
  onSwitchTags(on: boolean): void;
  /** Finds gifts by name for the converter. */
  readonly onFindGifts: FindGifts;
  onSaveBudget(draft: BudgetDraft): void;
  /** A creator wants the live desk beside the page. */
  onOpenDesk(): void;
  /** The user wants the overlay back. */
  onShowOverlay(hidden: HiddenOverlay): void;
  /** The user asks to reload the page in the active tab. */
  onReload(): void;
  onSaveDiagnostic(): void;
}

/** The popup: what gifts cost and bring in this month and stream, last gifts, prices and a converter. */
export function PopupApp(props: PopupProps) {
  const { view, side } = props;
  const screen = createScreen(props, view?.now ?? epochMs(0));
  return (
    <ScreenProvider value={screen}>
      <div class="popup" lang={screen.language} dir={screen.direction}>
        <Header status={view?.status ?? null} />
        <main>
          <Tabs side={side} onOpen={props.onOpenSide} />
          <div
            class="panel"
            role="tabpanel"
            id={panelId(side)}
            aria-labelledby={tabId(side)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
            tabIndex={0}
          >
            {view === null ? (
              <Loading />
            ) : (
              <>
                <Notices view={view} onReload={props.onReload} onAllowSite={props.onAllowSite} />
                {props.news !== null && <News news={props.news} actions={props} />}
                <OverlayBack hidden={view.hiddenOverlay} onShow={props.onShowOverlay} />
                {side === 'send' ? (
                  <SendSide
                    view={view}
                    onChoosePrice={props.onChoosePrice}
                    onSwitchTags={props.onSwitchTags}
                    onSaveBudget={props.onSaveBudget}
                  />
                ) : (
                  <ReceiveSide view={view} />
                )}
                <MoreSites
                  sites={view.sites}
                  onAllowSite={props.onAllowSite}
                  onForbidSite={props.onForbidSite}
                />
                <Capture health={view.health} onSaveDiagnostic={props.onSaveDiagnostic} />
              </>
            )}
          </div>
        </main>
        {view !== null && (
          <Converter
            price={ownPriceView(view.own, view.unit) ?? view.price}
            worth={view.worthRate}
            onFindGifts={props.onFindGifts}
          />
        )}
        <footer class="foot">
          <a href="dashboard.html" target="_blank" rel="noopener">
            {screen.t('openDashboard')}
          </a>
          {side === 'receive' && (
            <button type="button" class="link" onClick={props.onOpenDesk}>
              {screen.t('liveOpenDesk')}
            </button>
          )}
        </footer>
      </div>
    </ScreenProvider>
  );
}
