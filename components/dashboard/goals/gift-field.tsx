import { useState } from 'preact/hooks';
import { findGifts } from '../../../utils/core/gift-search.ts';
import type { GoalGift } from '../../../utils/core/goal-views.ts';
import { safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { Field } from '../field.tsx';
import type { GoalFields } from './goal-fields.ts';

const MOST = 6;

/** The gift that a goal counts: found by its name, picked from a list, since names are not unique. */
export function GiftField(props: {
  gifts: readonly GoalGift[];
  chosen: GoalFields['gift'];
  trouble: string | undefined;
  onPick(gift: GoalGift): void;
}) {
  const screen = useScreen();
  const { t, counted } = screen;
  const [typed, setTyped] = useState('');
  const { chosen } = props;
  const { found, more } = findGifts(props.gifts, typed, MOST);
  return (
    <div class="finder" data-wide="true">
      <Field
        id="goal-gift"
        label={t('goalGift')}
        type="search"
        maxLength={60}
        value={typed}
        trouble={props.trouble}
        hint={
          chosen === null
            ? t('goalGiftHint')
            : t('goalGiftChosen', [safeText(chosen.name) || t('entry_gift')])
        }
        onType={setTyped}
      />
      <p class="unseen" role="status">
        {typed.trim() === '' ? '' : counted(found.length + more, 'giftsFound')}
      </p>
      {found.length > 0 && (
        <ul class="rows">
          {found.map((gift) => {
            const name = safeText(gift.name) || t('entry_gift');
            const cost = screen.units(gift.units, gift.unit);
            return (
              <li key={`${gift.platform}:${gift.id}`} class="gift">
                <b class="cut" title={name}>
                  <bdi>{name}</bdi>
                </b>
                <small class="coin">{cost}</small>
                <button
                  type="button"
                  class="link"
                  aria-label={t('pickGift', [name, cost])}
                  onClick={() => {
                    props.onPick(gift);
                    setTyped('');
                  }}
                >
                  {t('pick')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {more > 0 && <p class="under">{counted(more, 'moreGifts')}</p>}
    </div>
  );
}
