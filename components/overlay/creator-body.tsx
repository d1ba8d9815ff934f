import { middleOf } from '../../utils/core/conversion.ts';
import type { GoalView } from '../../utils/core/desk-views.ts';
import { ledgerAddress } from '../../utils/core/ledger-filter.ts';
import type { CreatorOverlay, ReceivedInStream } from '../../utils/core/views.ts';
import { Meter } from '../budgets/meter.tsx';
import { goalPercent, goalProgressWords, goalTitle, nearestGoal } from '../desk/goal-words.ts';
import { formatCount } from '../format.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { rangeWords } from '../worth-words.ts';
import { Last, type Open, Row, ToLedger } from './card-parts.tsx';

/** What came in in the stream of the page: the user's own, or one of a creator whom they follow, who has no goals here. */
export type StreamReceived = ReceivedInStream & Pick<CreatorOverlay, 'platform' | 'room' | 'goals'>;

/** What came in in a stream: its worth, about, who gave, the goal that is nearest, the last gift. */
export function CreatorBody({ view, open }: { view: StreamReceived; open: Open }) {
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
