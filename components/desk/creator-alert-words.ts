import type { CreatorAlertView } from '../../utils/core/desk-views.ts';
import { targetOf } from '../../utils/core/goal.ts';
import { entryLabel, entryUnits } from '../entry-label.ts';
import type { Screen } from '../screen.ts';
import { unitsWords } from '../sum-words.tsx';
import { goalAmount, goalTitle } from './goal-words.ts';

/** What a creator is told, in two lines: what happened, and the numbers. The second may be empty. */
export function creatorAlertText(
  alert: CreatorAlertView,
  screen: Screen,
): { readonly title: string; readonly message: string } {
  const { t } = screen;
  switch (alert.kind) {
    case 'big-gift': {
      const { entry } = alert;
      return {
        title: t('liveBigGift', [entryLabel(entry, screen)]),
        message: t('liveBigGiftFrom', [entryUnits(entry, screen), screen.person(entry.other)]),
      };
    }
    case 'first-gift':
      return { title: t('liveFirstGift', [screen.person(alert.person)]), message: '' };
    case 'returning':
      return {
        title: t('liveReturning', [screen.person(alert.person)]),
        message: screen.counted(alert.days, 'liveBackAfter'),
      };
    case 'spike':
      return {
        title: t('liveSpike'),
        message: t('liveSpikeSum', [unitsWords(alert.sum, null, screen)]),
      };
    case 'goal': {
      const { goal, gift } = alert;
      const wanted = goalAmount(goal.wanted, targetOf(goal.wanted), gift, screen);
      return {
        title: t('liveGoal', [goalTitle(goal, screen)]),
        message: t('liveGoalWanted', [wanted]),
      };
    }
  }
}
