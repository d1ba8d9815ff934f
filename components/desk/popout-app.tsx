import type { ComponentChild } from 'preact';
import type { PopoutSettings, PopoutWidget } from '../../utils/core/desk-settings.ts';
import type { DeskPeople, DeskTotal, GoalView } from '../../utils/core/desk-views.ts';
import type { EpochMs } from '../../utils/core/time.ts';
import { EntryName } from '../entry-name.tsx';
import type { ScreenProps } from '../screen.ts';
import { createScreen, type Screen, ScreenProvider, useScreen } from '../screen.ts';
import { unitsWords } from '../sum-words.tsx';
import { GoalLine } from './goal-list.tsx';

/** What the pop-out draws. */
export interface PopoutProps extends ScreenProps {
  /** What came in during the stream that is on air; null where none is. */
  readonly total: DeskTotal | null;
  readonly people: DeskPeople | null;
  readonly goals: readonly GoalView[];
  readonly popout: PopoutSettings;
  readonly now: EpochMs;
}

/** Lines that a list on a stream has room for. */
const MOST_LINES = 3;

/** Goals that are shown at once. */
const MOST_GOALS = 2;

/** Names that the ticker thanks at once. */
const MOST_NAMES = 5;

/** What viewers see of the desk: nothing to press, in a window that a streaming program captures. */
export function PopoutApp(props: PopoutProps) {
  const screen = createScreen(props, props.now);
  const { background, theme, widgets } = props.popout;
  return (
    <ScreenProvider value={screen}>
      <main
        class="popout"
        lang={screen.language}
        dir={screen.direction}
        data-background={background}
        data-theme={theme}
      >
        <h1 class="unseen">{screen.t('popoutName')}</h1>
        <div class="popout-widgets">
          {props.total === null ? (
            <p class="widget">{screen.t('popoutWaiting')}</p>
          ) : (
            widgets.map((widget) => (
              <Widget key={widget} widget={widget} {...props} total={props.total} />
            ))
          )}
        </div>
      </main>
    </ScreenProvider>
  );
}

function Widget(props: PopoutProps & { widget: PopoutWidget }) {
  const screen = useScreen();
  const { total, people, goals } = props;
  switch (props.widget) {
    case 'total': {
      const sum = total?.sum;
      return (
        <section class="widget">
          <h2>{screen.t('deskTotal')}</h2>
          <p class="widget-figure">
            {(sum && unitsWords(sum, null, screen, 14)) || screen.t('noneYet')}
          </p>
          {sum !== undefined && <p>{screen.counted(sum.gifts, 'gifts', 9)}</p>}
        </section>
      );
    }
    case 'goal':
      return goals.slice(0, MOST_GOALS).map((goal) => (
        <section class="widget widget-goal" key={goal.goal.id}>
          <GoalLine goal={goal} fit={9} />
        </section>
      ));
    case 'last':
      return <Lines title={screen.t('deskLast')}>{lastLines(total, screen)}</Lines>;
    case 'top':
      return <Lines title={screen.t('deskTop')}>{topLines(people, screen)}</Lines>;
    case 'ticker': {
      const names = lastNames(total, screen);
      return names === '' ? null : (
        <section class="widget widget-ticker">
          <p>{screen.t('popoutThanks', [names])}</p>
        </section>
      );
    }
  }
}

interface Line {
  readonly key: string;
  readonly of: ComponentChild;
  readonly beside: string;
  readonly isAmount: boolean;
}

function Lines(props: { title: string; children: readonly Line[] }) {
  const { t } = useScreen();
  return (
    <section class="widget">
      <h2>{props.title}</h2>
      {props.children.length === 0 ? (
        <p>{t('deskNoGifts')}</p>
      ) : (
        <ul>
          {props.children.map(({ key, of, beside, isAmount }) => (
            <li key={key}>
              {of}
              <bdi class={isAmount ? 'amount' : 'cut'}>{beside}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function lastLines(total: DeskTotal | null, screen: Screen): readonly Line[] {
  return (total?.last ?? []).slice(0, MOST_LINES).map((entry) => ({
    key: entry.id,
    of: <EntryName entry={entry} />,
    beside: entry.other === null ? '' : screen.name(entry.other),
    isAmount: false,
  }));
}

function topLines(people: DeskPeople | null, screen: Screen): readonly Line[] {
  return (people?.gifters ?? []).slice(0, MOST_LINES).map(({ platform, person, sum }) => ({
    key: `${platform}:${person.id}`,
    of: <bdi class="cut">{screen.name(person)}</bdi>,
    beside: unitsWords(sum, null, screen, 6) || screen.counted(sum.gifts, 'gifts', 6),
    isAmount: true,
  }));
}

/** Those who gave last, each once; without those who are not to be named. */
function lastNames(total: DeskTotal | null, screen: Screen): string {
  const names = (total?.last ?? []).flatMap(({ other }) =>
    other === null ? [] : [screen.person(other)],
  );
  return [...new Set(names)].slice(0, MOST_NAMES).join(' · ');
}
