import type { GoalHistory, GoalPeriodView, GoalTime } from '../../../utils/core/goal-views.ts';
import type { Day } from '../../../utils/core/time.ts';
import { dayWords } from '../../budgets/budget-words.ts';
import { Meter } from '../../budgets/meter.tsx';
import { formatMomentShort } from '../../dates.ts';
import { goalAmount, goalPercent } from '../../desk/goal-words.ts';
import { isolate, safeText } from '../../names.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { CardHead } from '../card-head.tsx';
import { TableHead } from '../table-head.tsx';
import { goalName, goalShare, goalTarget } from './goal-card-words.ts';

/** One goal: how far it is, when it was reached, and how far it came in the periods before. */
export function GoalCard(props: {
  view: GoalHistory;
  today: Day;
  onEdit(): void;
  onRemove(): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view, today } = props;
  const { goal, now } = view;
  const name = goalName(goal, view.gift, screen);
  return (
    <article class="panel budget" data-goal={goal.id} aria-label={name}>
      <CardHead
        name={name}
        editLabel={t('goalEdit', [name])}
        removeLabel={t('goalRemove', [name])}
        onEdit={props.onEdit}
        onRemove={props.onRemove}
      />
      {now === null ? <p class="none">{t('goalNoStream')}</p> : <Now view={view} now={now} />}
      <p class="says">
        {[
          t(`budgetPeriod_${goal.period.type}`),
          ...(now === null ? [] : [timeWords(now.time, today, screen)]),
        ].join(' · ')}
      </p>
      {view.past.length > 0 && <Past view={view} today={today} name={name} />}
    </article>
  );
}

function Now({ view, now }: { view: GoalHistory; now: GoalPeriodView }) {
  const screen = useScreen();
  const { t } = screen;
  const { wanted } = view.goal;
  const { progress } = now;
  const { reached, target, done } = progress;
  const amount = (count: number) => goalAmount(wanted, count, view.gift, screen, 16);
  return (
    <>
      <p class="budget-sum">
        <b>{reached === null ? t('goalNoRate') : amount(reached)}</b>{' '}
        <span>{t('goalOfTarget', [goalTarget(view.goal, view.gift, screen)])}</span>
      </p>
      <Meter percent={goalPercent({ progress })} tone="calm" />
      <p class="under">
        <span class="standing">{goalShare(progress, screen)}</span>
        {done && ` · ${reachedWords(now, screen)}`}
        {!done && reached !== null && ` · ${t('goalToGo', [amount(target - reached)])}`}
      </p>
    </>
  );
}

function Past({ view, today, name }: { view: GoalHistory; today: Day; name: string }) {
  const screen = useScreen();
  const { t } = screen;
  const { goal, past } = view;
  const most = Math.max(
    ...past.map(({ progress }) => Math.max(progress.reached ?? 0, progress.target)),
  );
  const share = (value: number) => (value / (most * 1.08)) * 100;
  const came = ({ progress: { reached } }: GoalPeriodView) =>
    reached === null ? t('goalNoRate') : goalAmount(goal.wanted, reached, view.gift, screen, 16);
  return (
    <figure class="periods">
      <div class="periods-columns" aria-hidden="true" style={{ blockSize: '56px' }}>
        {past.map((each) => (
          <span key={each.key} title={`${timeWords(each.time, today, screen)}: ${came(each)}`}>
            <i data-tone="calm" style={{ blockSize: `${share(each.progress.reached ?? 0)}%` }} />
            <u style={{ insetBlockEnd: `${share(each.progress.target)}%` }} />
          </span>
        ))}
      </div>
      <details>
        <summary>{t('goalPast')}</summary>
        <table class="table">
          <caption class="unseen">{t('goalPastOf', [name])}</caption>
          <TableHead
            of={t('budgetHistoryPeriod')}
            figures={[t('goalColumnReached'), t('goalColumnShare')]}
          />
          <tbody>
            {past.toReversed().map((each) => (
              <tr key={each.key}>
                <th scope="row">{timeWords(each.time, today, screen)}</th>
                <td class="amount">{came(each)}</td>
                <td class="amount">
                  {goalShare(each.progress, screen)}
                  <small>
                    {each.progress.done ? reachedWords(each, screen) : t('goalNotReached')}
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function reachedWords({ reachedAt }: GoalPeriodView, screen: Screen): string {
  const { t, now, zone, language } = screen;
  return reachedAt === null
    ? t('goalReached')
    : t('goalReachedAt', [formatMomentShort(reachedAt, now, zone, language)]);
}

/** A period in words: its days, or the stream's title. */
function timeWords(time: GoalTime, today: Day, screen: Screen): string {
  if (time.of === 'stream') {
    const { now, zone, language } = screen;
    const began = formatMomentShort(time.from, now, zone, language);
    const title = safeText(time.title);
    return [title === '' ? screen.t('streamUntitled') : isolate(title), began].join(', ');
  }
  const [first, last] = [time.first, time.last].map((day) => dayWords(day, today, screen));
  return first === last ? (first ?? '') : screen.t('range', [first ?? '', last ?? '']);
}
