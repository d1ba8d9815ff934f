import { useState } from 'preact/hooks';
import type { DashboardView, GiftPrice } from '../../utils/core/dashboard-views.ts';
import { findGifts } from '../../utils/core/gift-search.ts';
import { costOf, type UnitRate } from '../../utils/core/money.ts';
import { exactly } from '../conversion.ts';
import { safeText } from '../names.ts';
import { useScreen } from '../screen.ts';
import { Field } from './field.tsx';

const MOST = 6;

/** Finds gifts by name and says what each costs at the user's price. Names are not unique, so each is told with its coins. */
export function GiftFinder(props: {
  id: string;
  label: string;
  view: Pick<DashboardView, 'gifts' | 'unit'>;
  rate: UnitRate | null;
  first?: string;
  onPick?(gift: GiftPrice): void;
}) {
  const screen = useScreen();
  const { t, counted } = screen;
  const [typed, setTyped] = useState(props.first ?? '');
  const { unit, gifts } = props.view;
  const { found, more } = findGifts(gifts, typed, MOST);
  const { onPick, rate } = props;
  const searched = typed.trim() !== '';
  return (
    <div class="finder">
      <Field
        id={props.id}
        label={props.label}
        type="search"
        maxLength={60}
        value={typed}
        onType={setTyped}
      />
      <p class="unseen" role="status">
        {searched ? counted(found.length + more, 'giftsFound') : ''}
      </p>
      {searched && found.length === 0 && <p class="none">{t('noGiftFound')}</p>}
      {found.length > 0 && (
        <ul class="rows">
          {found.map((gift) => {
            const name = safeText(gift.name) || t('entry_gift');
            const cost = rate === null ? null : exactly(() => costOf(gift.units, rate));
            return (
              <li key={gift.id} class="gift">
                <b class="cut" title={name}>
                  <bdi>{name}</bdi>
                </b>
                <b class="amount">
                  {cost?.kind === 'done' ? screen.money(cost.to) : t('basis_unknown')}
                </b>
                <small class="coin">{screen.units(gift.units, unit)}</small>
                {onPick !== undefined && (
                  <button
                    type="button"
                    class="link"
                    aria-label={t('pickGift', [name, screen.units(gift.units, unit)])}
                    onClick={() => {
                      onPick(gift);
                      setTyped('');
                    }}
                  >
                    {t('pick')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {more > 0 && <p class="under">{counted(more, 'moreGifts')}</p>}
    </div>
  );
}
