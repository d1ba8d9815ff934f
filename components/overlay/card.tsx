import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { budgetEntries } from '../../utils/core/budget-entries.ts';
import type { TightestBudget } from '../../utils/core/budget-views.ts';
import { middleOf } from '../../utils/core/conversion.ts';
import type { GoalView } from '../../utils/core/desk-views.ts';
import { inMonth, ledgerAddress } from '../../utils/core/ledger-filter.ts';
import { dayOf } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import type {
  CreatorOverlay,
  EntryRow,
  OverlayView,
  ViewerOverlay,
} from '../../utils/core/views.ts';
import { basisWords } from '../basis-words.ts';
import { periodWords, shareWords, toneOf } from '../budgets/budget-words.ts';
import { Meter } from '../budgets/meter.tsx';
import { formatMonth } from '../dates.ts';
import { goalPercent, goalProgressWords, goalTitle, nearestGoal } from '../desk/goal-words.ts';
import { entryCost, entryUnits } from '../entry-label.ts';
import { EntryName } from '../entry-name.tsx';
import { formatCount } from '../format.ts';
import { safeText } from '../names.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isEmpty, SumParts, Unpriced, unitsWords } from '../sum-words.tsx';
import { rangeWords } from '../worth-words.ts';
import { CardConverter, type ConverterSource } from './card-converter.tsx';
import { Grip } from './grip.tsx';
import { Menu } from './menu.tsx';
import type { Shape } from './overlay-app.tsx';
import { useLanded } from './use-landed.ts';

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
          {view?.side === 'viewer' && <ViewerBody view={view} open={props.onOpenLedger} />}
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
      return t('monthSoFar', [formatMonth(view.month, screen.language)]);
    }
    return t(view.worth === null ? 'thisSession' : 'overlayWorthHeading');
  }
}

/** Opens the entries behind a figure. */
type Open = (address: string) => void;

function ViewerBody({ view, open }: { view: ViewerOverlay; open: Open }) {
  const screen = useScreen();
  const { stream, monthSum } = view;
  const session: SessionId = `${view.platform}:${view.room}`;
  if (!view.loggedIn) {
    return <p class="hint">{screen.t('overlayLoggedOutHint')}</p>;
  }
  const monthFigure = figureOf(monthSum, monthSum.money, screen, 14);
  const inStream = figureOf(stream, stream.money, screen, 11);
  return (
    <>
      <p class="total" title={monthFigure.full} data-quiet={isEmpty(monthSum)}>
        {isEmpty(monthSum) ? (
          screen.t('nothingSent')
        ) : (
          <ToLedger to={ledgerAddress({ direction: 'sent', ...inMonth(view.month) })} open={open}>
            {monthFigure.short}
          </ToLedger>
        )}
      </p>
      {!isEmpty(monthSum) && (
        <p class="under">
          <SumParts sum={monthSum} money={monthSum.money} fit={11} />
          {' · '}
          <span>{basisWords(monthSum, screen)}</span>
        </p>
      )}
      <Unpriced sum={monthSum} />
      <dl>
        <Row name={screen.t('thisStream')}>
          {isEmpty(stream) ? (
            screen.t('noneYet')
          ) : (
            <>
              <b>
                <ToLedger to={ledgerAddress({ direction: 'sent', session: [session] })} open={open}>
                  {inStream.short}
                </ToLedger>
              </b>
              {stream.money !== null && (
                <small class="coin">{unitsWords(stream, stream.money, screen, 9)}</small>
              )}
            </>
          )}
        </Row>
        {view.budget && <BudgetRow budget={view.budget} open={open} />}
        <Last entry={view.last} received={false} open={open} />
      </dl>
    </>
  );
}

/** The budget that is nearest to its limit among those that this stream counts in. */
function BudgetRow({ budget, open }: { budget: TightestBudget; open: Open }) {
  const screen = useScreen();
  const today = dayOf(screen.now, screen.zone);
  const tone = toneOf(budget);
  const name = safeText(budget.name);
  return (
    <div class="row budget-row">
      <dt class="cut">
        {name === ''
          ? screen.t('overlayBudget', [periodWords(budget.period, screen, today)])
          : name}
      </dt>
      <dd>
        <small class="standing" data-tone={tone}>
          <ToLedger to={ledgerAddress(budgetEntries(budget.id, budget))} open={open}>
            {shareWords(budget.percent, budget.left, screen)}
          </ToLedger>
        </small>
        <Meter percent={budget.percent} tone={tone} />
      </dd>
    </div>
  );
}

function CreatorBody({ view, open }: { view: CreatorOverlay; open: Open }) {
  const screen = useScreen();
  const { platform, room, session, worth, gifters, last } = view;
  const goal = nearestGoal(view.goals ?? []);
  const entries = ledgerAddress({ direction: 'received', session: [`${platform}:${room}`] });
  const figure = worth === null ? null : middleOf(worth);
  const { short, full } = figureOf(session, figure, screen, 14);
  const empty = isEmpty(session);
  const known = worth === null ? short : screen.t('about', [short]);
  const total = empty ? screen.t('nothingReceived') : known;
  return (
    <>
      <p class="total" title={full} data-quiet={empty}>
        {empty ? (
          total
        ) : (
          <ToLedger to={entries} open={open}>
            {total}
          </ToLedger>
        )}
      </p>
      {!empty && (
        <p class="under">
          <SumParts sum={session} money={figure} fit={11} />
        </p>
      )}
      {!empty && (
        <p class="under">{worth === null ? screen.t('worthUnknown') : rangeWords(worth, screen)}</p>
      )}
      <Unpriced sum={session} />
      <dl>
        <Row name={screen.t('gifters')}>
          <b>
            <ToLedger to={entries} open={open}>
              {formatCount(gifters, screen.locale, 9)}
            </ToLedger>
          </b>
        </Row>
        {goal !== null && <GoalRow goal={goal} />}
        <Last entry={last} received open={open} />
      </dl>
    </>
  );
}

/** How far a goal is. */
function GoalRow({ goal }: { goal: GoalView }) {
  const screen = useScreen();
  return (
    <div class="row budget-row">
      <dt class="cut">{goalTitle(goal.goal, screen)}</dt>
      <dd>
        <small>{goalProgressWords(goal, screen, 9)}</small>
        <Meter percent={goalPercent(goal)} tone={goal.progress.reached === null ? 'off' : 'calm'} />
      </dd>
    </div>
  );
}

function Last(props: { entry: EntryRow | null; received: boolean; open: Open }) {
  const { entry, received, open } = props;
  const screen = useScreen();
  const { stamp, landed } = useLanded(entry);
  if (entry === null) {
    return <Row name={screen.t('overlayLast')}>{screen.t('overlayNoLast')}</Row>;
  }
  const who = received ? screen.person(entry.other) : '';
  const amount = received
    ? entryUnits(entry, screen) || screen.t('basis_unknown')
    : entryCost(entry, screen);
  return (
    <Row name={screen.t('overlayLast')} key={stamp} landed={landed}>
      <EntryName entry={entry} />
      <small>
        <ToLedger to={ledgerAddress({}, entry.id)} open={open}>
          {amount}
        </ToLedger>
      </small>
      {received && (
        <small class="cut" title={who}>
          {screen.t('overlayFrom', [who])}
        </small>
      )}
    </Row>
  );
}

function Row(props: { name: string; landed?: boolean; children: ComponentChildren }) {
  return (
    <div class="row" data-landed={props.landed ?? false}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A figure that leads to the entries that make it. No link: a page could not open the extension's address. */
function ToLedger(props: { to: string; open: Open; children: string }) {
  const { t } = useScreen();
  return (
    <button
      type="button"
      class="to-ledger"
      title={t('showEntries')}
      onClick={() => props.open(props.to)}
    >
      <bdi>{props.children}</bdi>
    </button>
  );
}
