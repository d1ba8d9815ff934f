import { useEffect, useRef } from 'preact/hooks';
import {
  type DashboardActions,
  type DashboardScreen,
  type DashboardView,
  type Done,
  dashboardScreens,
} from '../../utils/core/dashboard-views.ts';
import { epochMs } from '../../utils/core/time.ts';
import { Mark } from '../mark.tsx';
import { isolate, safeText } from '../names.ts';
import type { ScreenProps } from '../screen.ts';
import { createScreen, ScreenProvider, useScreen } from '../screen.ts';
import { ConverterScreen } from './converter-screen.tsx';
import { PriceBookScreen } from './price-book-screen.tsx';
import { PurchasesScreen } from './purchases-screen.tsx';
import { SafetyScreen } from './safety-screen.tsx';
import { Toast } from './toast.tsx';
import { ValueScreen } from './value-screen.tsx';

/** What the dashboard draws and says. */
export interface DashboardProps extends ScreenProps {
  /** Null until the ledger is read. */
  readonly view: DashboardView | null;
  readonly open: DashboardScreen;
  readonly done: Done | null;
  /** The name of what keeps the ledger from being read; empty when all is well. */
  readonly trouble: string;
  readonly actions: DashboardActions;
}

/** Which screen an address names; purchases where it names none. */
export function screenOf(hash: string): DashboardScreen {
  const named = hash.replace(/^#\/?/, '');
  return dashboardScreens.find((each) => each === named) ?? 'purchases';
}

/** The dashboard: purchases, price book, value for money, converter and safety, each at an address of its own. */
export function DashboardApp(props: DashboardProps) {
  const { view, open, done, actions } = props;
  const screen = createScreen(props, view?.now ?? epochMs(0));
  const { t } = screen;
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // Opening another screen is like opening a page: reading goes on from its title.
    if (!first.current) title.current?.focus();
    first.current = false;
  }, [open]);
  return (
    <ScreenProvider value={screen}>
      <div class="dashboard" lang={screen.language} dir={screen.direction}>
        <header>
          <Mark size={26} />
          <h1>{t('extensionName')}</h1>
          <Nav open={open} />
        </header>
        <main aria-busy={view === null && props.trouble === ''}>
          <h2 ref={title} tabIndex={-1}>
            {t(`screen_${open}`)}
          </h2>
          {props.trouble !== '' && (
            <p class="note" data-tone="trouble" role="alert">
              {t('trouble_unreadable', [isolate(safeText(props.trouble))])}
            </p>
          )}
          {view !== null && <Opened open={open} view={view} actions={actions} />}
          {view === null && props.trouble === '' && (
            <p class="none" role="status">
              {t('loading')}
            </p>
          )}
        </main>
        <Toast done={done} onUndo={actions.onUndo} />
      </div>
    </ScreenProvider>
  );
}

function Nav({ open }: { open: DashboardScreen }) {
  const { t } = useScreen();
  return (
    <nav aria-label={t('dashboardNav')}>
      <ul>
        {dashboardScreens.map((each) => (
          <li key={each}>
            <a href={`#${each}`} {...(each === open ? { 'aria-current': 'page' as const } : {})}>
              {t(`screen_${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Opened(props: { open: DashboardScreen; view: DashboardView; actions: DashboardActions }) {
  const { view, actions } = props;
  switch (props.open) {
    case 'purchases':
      return <PurchasesScreen view={view} actions={actions} />;
    case 'prices':
      return <PriceBookScreen view={view} actions={actions} />;
    case 'value':
      return <ValueScreen view={view} />;
    case 'convert':
      return <ConverterScreen view={view} />;
    case 'safety':
      return <SafetyScreen />;
  }
}
