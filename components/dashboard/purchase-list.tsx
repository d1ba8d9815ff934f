import type { PurchaseRow } from '../../utils/core/dashboard-views.ts';
import type { Purchase } from '../../utils/core/purchase.ts';
import { moneyOfPrice } from '../../utils/core/scaled.ts';
import { formatDay } from '../dates.ts';
import { unitWords, useScreen } from '../screen.ts';
import { PriceNote } from './price-note.tsx';
import { FirstRows, Remark, RowActions } from './row-parts.tsx';

/** All purchases, latest first: what was bought, what it cost, where and when. */
export function PurchaseList(props: {
  rows: readonly PurchaseRow[];
  onEdit(purchase: Purchase): void;
  onRemove(purchase: Purchase): void;
}) {
  return (
    <FirstRows
      rows={props.rows}
      draw={(row) => (
        <Row key={row.purchase.id} row={row} onEdit={props.onEdit} onRemove={props.onRemove} />
      )}
    />
  );
}

function Row(props: {
  row: PurchaseRow;
  onEdit(purchase: Purchase): void;
  onRemove(purchase: Purchase): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { purchase, perUnit, check } = props.row;
  const { unit, units, price, channel, at, evidence } = purchase;
  const coins = screen.units(units, unit);
  const day = formatDay(at, screen.now, screen.zone, screen.language);
  const warn = check?.verdict === 'unofficial' || check?.verdict === 'below-official-floor';
  const facts = [t(`bought_${channel}`), day, t(`evidence_${evidence}`)];
  return (
    <li class="purchase" data-purchase={purchase.id}>
      <b class="coin">{coins}</b>
      <b class="amount">{screen.money(moneyOfPrice(price))}</b>
      <small>{facts.join(' · ')}</small>
      <small class="amount">
        {price.minor === 0 ? t('givenAway') : t(unitWords[unit].each, [screen.unitPrice(perUnit)])}
      </small>
      <Remark text={purchase.note} />
      <RowActions
        of={[coins, day]}
        onEdit={() => props.onEdit(purchase)}
        onRemove={() => props.onRemove(purchase)}
      />
      {warn && check !== null && (
        <PriceNote check={check} claimed={{ unit, units, currency: price.currency }} />
      )}
    </li>
  );
}
