import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  costAddress,
  costScreens,
  type DashboardScreen,
  type Done,
  dashboardScreens,
  type ScreenGroup,
  screenGroups,
} from '../../utils/core/dashboard-views.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import { type UnitId, unitIds } from '../../utils/core/units.ts';
import { Mark } from '../mark.tsx';
import type { ScreenProps } from '../screen.ts';
import { createScreen, ScreenProvider, useScreen } from '../screen.ts';
import { Toast } from './toast.tsx';

/** What is the same around every screen of the dashboard. */
export interface FrameProps extends ScreenProps {
  readonly now: EpochMs;
  readonly open: DashboardScreen;
  /** The unit that the screens about costs are of, so that their links keep it. */
  readonly unit?: UnitId;
  readonly done: Done | null;
  /** Whether the user streams or follows creators; else their screens are in the way of nobody. */
  readonly creates: boolean;
  onUndo(): void;
  /** The open screen. */
  readonly children?: ComponentChildren;
}

/** Which screen an address names (`#ledger?creator=7`); the first where it names none. */
export function screenOf(hash: string): DashboardScreen {
  const named = hash.replace(/^#\/?/, '').replace(/\?.*$/s, '');
  return dashboardScreens.find((each) => each === named) ?? screenGroups.ledger[0];
}

/** The dashboard's frame: links to its screens, each at an address of its own, and what was done last. */
export function DashboardFrame(props: FrameProps) {
  const { open } = props;
  const screen = createScreen(props, props.now);
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
          <Nav {...props} />
        </header>
        <main>
          <h2 ref={title} tabIndex={-1}>
            {t(`screen_${open}`)}
          </h2>
          {props.children}
        </main>
        <Toast done={props.done} onUndo={props.onUndo} />
      </div>
    </ScreenProvider>
  );
}

function Nav({ open, creates, unit = unitIds[0] }: Pick<FrameProps, 'open' | 'creates' | 'unit'>) {
  const { t } = useScreen();
  const shown = groups.filter((group) => group !== 'creators' || creates || isIn(group, open));
  return (
    <nav aria-label={t('dashboardNav')}>
      {shown.map((group) => (
        <ul key={group} aria-label={t(`navGroup_${group}`)}>
          {screenGroups[group].map((each) => (
            <li key={each}>
              <a
                href={addressOf(each, unit)}
                {...(each === open ? { 'aria-current': 'page' as const } : {})}
              >
                {t(`screen_${each}`)}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function isIn(group: ScreenGroup, open: DashboardScreen): boolean {
  return screenGroups[group].some((each) => each === open);
}

function addressOf(screen: DashboardScreen, unit: UnitId): string {
  const cost = costScreens.find((each) => each === screen);
  return cost === undefined ? `#${screen}` : costAddress(cost, unit);
}

const groups = Object.keys(screenGroups).filter((group): group is ScreenGroup =>
  Object.hasOwn(screenGroups, group),
);
