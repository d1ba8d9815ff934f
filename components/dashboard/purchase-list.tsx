import { useState } from 'preact/hooks';
import type { PurchaseRow } from '../../utils/core/dashboard-views.ts';
import type { Purchase } from '../../utils/core/purchase.ts';
import { moneyOfPrice } from '../../utils/core/scaled.ts';
import { formatDay } from '../dates.ts';
import { safeText } from '../names.ts';
import { unitWords, useScreen } from '../screen.ts';
import { PriceNote } from './price-note.tsx';

/** How many purchases are drawn before the rest is asked for. */
const FIRST = 50;

/** All purchases, latest first: what was bought, what it cost, where and when. */
export function PurchaseList(props: {
  rows: readonly PurchaseRow[];
  onEdit(purchase: Purchase): void;
  onRemove(purchase: Purchase): void;
}) {
  const { counted } = useScreen();
  const [all, setAll] = useState(false);
  const shown = all ? props.rows : props.rows.slice(0, FIRST);
  const more = props.rows.length - shown.length;
  return (
    <>
      <ul class="rows">
        {shown.map((row) => (
          <Row key={row.purchase.id} row={row} onEdit={props.onEdit} onRemove={props.onRemove} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {counted(more, 'showMore')}
        </button>
      )}
    </>
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
  const note = safeText(purchase.note);
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
      {note !== '' && (
        <p class="remark">
          <bdi>{note}</bdi>
        </p>
      )}
      <span class="actions">
        <button
          type="button"
          class="link"
          aria-label={t('editWhat', [coins, day])}
          onClick={() => props.onEdit(purchase)}
        >
          {t('edit')}
        </button>
        <button
          type="button"
          class="link"
          aria-label={t('removeWhat', [coins, day])}
          onClick={() => props.onRemove(purchase)}
        >
          {t('remove')}
        </button>
      </span>
      {warn && check !== null && (
        <PriceNote check={check} claimed={{ unit, units, currency: price.currency }} />
      )}
    </li>
  );
}
