import type { GoalView } from '../../utils/core/desk-views.ts';
import { Meter } from '../budgets/meter.tsx';
import { useScreen } from '../screen.ts';
import { goalPercent, goalProgressWords, goalTitle } from './goal-words.ts';

/** Goals with how far they are. Nothing at all where there are none. */
export function GoalList({ goals }: { goals: readonly GoalView[] }) {
  const { t } = useScreen();
  return goals.length === 0 ? null : (
    <section class="desk-part" aria-labelledby="desk-goals">
      <h2 id="desk-goals">{t('deskGoals')}</h2>
      <ul class="goals">
        {goals.map((goal) => (
          <li key={goal.goal.id}>
            <GoalLine goal={goal} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One goal: its name, how far it is in words, and as a picture. */
export function GoalLine({ goal, fit = 14 }: { goal: GoalView; fit?: number }) {
  const screen = useScreen();
  return (
    <>
      <span class="goal-name cut">{goalTitle(goal.goal, screen)}</span>
      <span class="goal-words">{goalProgressWords(goal, screen, fit)}</span>
      <Meter percent={goalPercent(goal)} tone={goal.progress.reached === null ? 'off' : 'calm'} />
    </>
  );
}
