import { grossOf, type Payout, type Reconciled } from '../../../utils/core/payout.ts';
import type { UnitPayoutsView } from '../../../utils/core/payout-views.ts';
import { moneyOfPrice } from '../../../utils/core/scaled.ts';
import { dayOf } from '../../../utils/core/time.ts';
import { platformOfUnit } from '../../../utils/core/units.ts';
import { useScreen } from '../../screen.ts';
import { FirstRows, Remark, RowActions } from '../row-parts.tsx';
import {
  differenceWords,
  keptWords,
  payoutDay,
  payoutRateWords,
  seenWords,
} from './payout-words.ts';

/** All payouts of one unit, latest first, each beside what was seen on its days. */
export function PayoutList(props: {
  view: UnitPayoutsView;
  onEdit(payout: Payout): void;
  onRemove(payout: Payout): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const name = `${t(`platform_${platformOfUnit[view.unit]}`)} · ${screen.unitName(view.unit)}`;
  return (
    <section class="payouts-of" aria-label={name}>
      <h3>{name}</h3>
      {view.twice && (
        <p class="note" data-tone="check">
          {t('payoutTwice')}
        </p>
      )}
      <FirstRows
        rows={view.payouts.toReversed()}
        draw={(row) => (
          <Row key={row.payout.id} row={row} onEdit={props.onEdit} onRemove={props.onRemove} />
        )}
      />
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
      <Remark text={payout.note} />
      <RowActions
        of={[money, day]}
        onEdit={() => props.onEdit(payout)}
        onRemove={() => props.onRemove(payout)}
      />
    </li>
  );
}
