import { useMemo } from 'preact/hooks';
import { GoalsScreen } from '../../../components/dashboard/goals/goals-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { currencyCodes } from '../../../utils/core/currencies.ts';
import type { GoalActions, GoalGift, GoalsView } from '../../../utils/core/goal-views.ts';
import { dayOf, epochMs } from '../../../utils/core/time.ts';
import { platformOfUnit, unitIds } from '../../../utils/core/units.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { goalHistories } from '../../../utils/storage/goal-history.ts';
import { readWorthRates } from '../../../utils/storage/worth.ts';
import { knownGifts } from '../../background/convert.ts';
import { costsUnder } from '../../background/prices.ts';
import { useLive } from '../../extension-pages/live.ts';
import { goalWanted } from '../actions.ts';
import type { DashboardAround } from '../around.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** The goals with their data. */
export function Goals({ database, around, run }: OpenedScreen) {
  const { value, trouble } = useLive(async () => readView(database, around), [database, around]);
  const actions = useMemo(
    (): GoalActions => ({
      onSaveGoal: (draft) => run(goalWanted(draft), 'goal-saved'),
      onRemoveGoal: (goal) => run({ type: 'goal-removed', goal }, 'goal-removed'),
    }),
    [run],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && <GoalsScreen view={value} currencies={currencyCodes} actions={actions} />}
    </ScreenBody>
  );
}

async function readView(
  database: LedgerDatabase,
  { settings, zone }: DashboardAround,
): Promise<GoalsView> {
  const now = epochMs(Date.now());
  const rate = (await readWorthRates(database))('tiktok:coin');
  const { display } = await costsUnder(database, settings, zone);
  const gifts = await allGifts(database);
  const goals = await goalHistories(database, { now, zone });
  return {
    today: dayOf(now, zone),
    // A goal in another currency than the rate's could not be told.
    display: rate?.range.least.currency ?? display,
    goals: goals.map((view) => ({ ...view, gift: view.gift || catalogued(view, gifts) })),
    gifts,
  };
}

/** A gift that was never seen has its name in the catalogue only. */
function catalogued({ goal }: GoalsView['goals'][number], gifts: readonly GoalGift[]): string {
  const { wanted } = goal;
  if (wanted.of !== 'gift') return '';
  const { platform, gift } = wanted;
  return gifts.find((each) => each.platform === platform && each.id === gift)?.name ?? '';
}

async function allGifts(database: LedgerDatabase): Promise<readonly GoalGift[]> {
  const all = await Promise.all(
    unitIds.map(async (unit): Promise<GoalGift[]> => {
      const platform = platformOfUnit[unit];
      return (await knownGifts(database, platform)).map((gift) => ({ ...gift, platform, unit }));
    }),
  );
  return all.flat();
}
