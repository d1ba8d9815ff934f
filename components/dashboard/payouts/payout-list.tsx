import { useState } from 'preact/hooks';
import { grossOf, type Payout, type Reconciled } from '../../../utils/core/payout.ts';
import type { UnitPayoutsView } from '../../../utils/core/payout-views.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { dayOf } from '../../../utils/core/time.ts';
import { platformOfUnit } from '../../../utils/core/units.ts';
import { safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import {
  differenceWords,
  keptWords,
  payoutDay,
  payoutRateWords,
  seenWords,
} from './payout-words.ts';

/** How many are drawn before the rest is asked for. */
const FIRST = 50;

/** All payouts of one unit, latest first, each beside what was seen on its days. */
export function PayoutList(props: {
  view: UnitPayoutsView;
  onEdit(payout: Payout): void;
  onRemove(payout: Payout): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const [all, setAll] = useState(false);
  const rows = view.payouts.toReversed();
  const shown = all ? rows : rows.slice(0, FIRST);
  const more = rows.length - shown.length;
  const name = `${t(`platform_${platformOfUnit[view.unit]}`)} · ${screen.unitName(view.unit)}`;
  return (
    <section class="payouts-of" aria-label={name}>
      <h3>{name}</h3>
      {view.twice && (
        <p class="note" data-tone="check">
          {t('payoutTwice')}
        </p>
      )}
      <ul class="rows">
        {shown.map((row) => (
          <Row key={row.payout.id} row={row} onEdit={props.onEdit} onRemove={props.onRemove} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {screen.counted(more, 'showMore')}
        </button>
      )}
      <p class="under">
        {t('payoutInAll', [
          screen.units(view.paid, view.unit, 20),
          screen.units(view.seen, view.unit, 20),
        ])}
      </p>
    </section>
  );
}

function Row(props: {
  row: Reconciled;
  onEdit(payout: Payout): void;
  onRemove(payout: Payout): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { row } = props;
  const { payout } = row;
  const day = payoutDay(dayOf(payout.at, screen.zone), screen);
  const money = screen.money(moneyOfPrice(payout.price), 20);
  const note = safeText(payout.note);
  const kept = keptWords(payout, screen);
  return (
    <li data-payout={payout.id}>
      <b>{money}</b>
      <b class="amount coin">{screen.units(payout.units, payout.unit, 20)}</b>
      <small>{day}</small>
      <small class="amount">{payoutRateWords(payout, screen)}</small>
      {kept !== '' && (
        <small class="whole">
          {[t('payoutGross', [screen.money(moneyOfPrice(grossOf(payout)), 20)]), kept].join(' · ')}
        </small>
      )}
      <small class="whole">
        {seenWords(row, screen)} {differenceWords(row, screen)}
      </small>
      {note !== '' && (
        <p class="remark">
          <bdi>{note}</bdi>
        </p>
      )}
      <span class="actions">
        <button
          type="button"
          class="link"
          aria-label={t('editWhat', [money, day])}
          onClick={() => props.onEdit(payout)}
        >
          {t('edit')}
        </button>
        <button
          type="button"
          class="link"
          aria-label={t('removeWhat', [money, day])}
          onClick={() => props.onRemove(payout)}
        >
          {t('remove')}
        </button>
      </span>
    </li>
  );
}
