import { useEffect, useRef } from 'preact/hooks';
import type { Done } from '../../utils/core/dashboard-views.ts';
import { isolate, safeText } from '../names.ts';
import { useScreen } from '../screen.ts';
import type { MessageKey } from '../text.ts';

const words: Record<Exclude<Done['what'], 'failed'>, MessageKey> = {
  'purchase-added': 'done_purchase_added',
  'purchase-changed': 'done_purchase_changed',
  'purchase-removed': 'done_purchase_removed',
  'offer-set': 'done_offer_set',
  'offer-removed': 'done_offer_removed',
  'entry-voided': 'done_entry_voided',
  'entry-restored': 'done_entry_restored',
  'entry-corrected': 'done_entry_corrected',
  'entry-noted': 'done_entry_noted',
  'entry-added': 'done_entry_added',
  'people-merged': 'done_people_merged',
  'creator-followed': 'done_creator_followed',
  'creator-unfollowed': 'done_creator_unfollowed',
  'people-separated': 'done_people_separated',
  'person-noted': 'done_entry_noted',
  'person-hidden': 'done_person_hidden',
  'person-shown': 'done_person_shown',
  'worth-set': 'done_worth_set',
  'worth-removed': 'done_worth_removed',
  'guard-set': 'done_guard_set',
  'payout-added': 'done_payout_added',
  'payout-changed': 'done_payout_changed',
  'payout-removed': 'done_payout_removed',
  'goal-saved': 'done_goal_saved',
  'goal-removed': 'done_goal_removed',
  booked: 'done_booked',
  'booking-changed': 'done_booking_changed',
  'booking-removed': 'done_booking_removed',
  'budget-saved': 'done_budget_saved',
  'budget-removed': 'done_budget_removed',
  undone: 'done_undone',
  redone: 'done_redone',
};

/** Says what was done last, with the way back. Stays until the next action: nobody has to hurry. */
export function Toast({ done, onUndo }: { done: Done | null; onUndo(): void }) {
  const { t } = useScreen();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was pressed may be gone with its row: the keyboard goes on from here then.
    if (done !== null && document.activeElement === document.body) button.current?.focus();
  }, [done]);
  return (
    <div class="toast" data-shown={done !== null} data-failed={done?.what === 'failed'}>
      <p role="status">
        {done === null
          ? ''
          : done.what === 'failed'
            ? t('done_failed', [isolate(safeText(done.trouble))])
            : t(words[done.what])}
      </p>
      {done !== null && done.what !== 'failed' && (
        <button type="button" class="link" ref={button} onClick={onUndo}>
          {t(done.what === 'undone' ? 'redo' : 'undo')}
        </button>
      )}
    </div>
  );
}
