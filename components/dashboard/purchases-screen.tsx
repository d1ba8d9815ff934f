import { useRef, useState } from 'preact/hooks';
import type {
  DashboardActions,
  DashboardView,
  LotsLeft,
  PurchaseDraft,
} from '../../utils/core/dashboard-views.ts';
import type { OwnPrice } from '../../utils/core/own-price.ts';
import type { Purchase } from '../../utils/core/purchase.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { NoticeSection } from '../notice-section.tsx';
import { unitWords, useScreen } from '../screen.ts';
import { AddBar } from './add-bar.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { CostSettings } from './cost-settings.tsx';
import { PurchaseForm } from './purchase-form.tsx';
import { PurchaseList } from './purchase-list.tsx';

/** What coins were bought, for what, and what is left of them. */
export function PurchasesScreen({
  view,
  actions,
}: {
  view: DashboardView;
  actions: DashboardActions;
}) {
  const { t } = useScreen();
  const [open, setOpen] = useState<Purchase | 'new' | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    add.current?.focus();
  };
  const save = (draft: PurchaseDraft) => {
    actions.onSavePurchase(draft);
    close();
  };
  return (
    <>
      <div class="cards">
        <Left left={view.left} unit={view.unit} bought={view.purchases.length > 0} />
        <Average own={view.own} unit={view.unit} count={view.purchases.length} />
      </div>
      <BalancePanel view={view} actions={actions} />
      <NoticeSection
        title={t('noticesPurchases')}
        notices={view.notices.filter(({ about }) => about.type === 'purchase')}
        actions={actions}
      />
      <AddBar
        title={t('purchasesTitle')}
        words={t('purchaseAdd')}
        open={open === 'new'}
        button={add}
        onAdd={() => setOpen('new')}
      />
      {open !== null && (
        <PurchaseForm
          key={open === 'new' ? 'new' : open.id}
          unit={view.unit}
          before={open === 'new' ? null : open}
          currency={view.purchases[0]?.purchase.price.currency ?? view.display}
          currencies={view.currencies}
          onSave={save}
          onCancel={close}
        />
      )}
      {view.purchases.length === 0 ? (
        open === null && (
          <div class="panel empty">
            <h4>{t('noPurchasesTitle')}</h4>
            <p>{t('noPurchases')}</p>
          </div>
        )
      ) : (
        <PurchaseList
          rows={view.purchases}
          onEdit={setOpen}
          onRemove={({ id }) => actions.onRemovePurchase(id)}
        />
      )}
      <CostSettings view={view} actions={actions} />
    </>
  );
}

function Left(props: { left: LotsLeft | null; unit: UnitId; bought: boolean }) {
  const screen = useScreen();
  const { t } = screen;
  const { left, unit } = props;
  return (
    <section class="card">
      <h3>{t('unitsLeft', [screen.unitName(unit)])}</h3>
      {left === null ? (
        <p class="none">{t('workingOut')}</p>
      ) : (
        <>
          <b class="coin">{screen.units(left.units, unit, 16)}</b>
          {left.paid.map((money) => (
            <small key={money.currency}>{t('paidFor', [screen.money(money, 16)])}</small>
          ))}
          {left.unknown > 0 && (
            <small>{t('partUnknown', [screen.units(left.unknown, unit, 12)])}</small>
          )}
          {left.units === 0 && <small>{t(props.bought ? 'allSent' : 'noneBought')}</small>}
        </>
      )}
    </section>
  );
}

function Average({ own, unit, count }: { own: OwnPrice | null; unit: UnitId; count: number }) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <section class="card">
      <h3>{t('ownAverage')}</h3>
      {own === null ? (
        <>
          <p class="none">{t('noPrice')}</p>
          <small>{t(count === 0 ? 'noneBought' : 'noRate')}</small>
        </>
      ) : (
        <>
          <b>{t(unitWords[unit].each, [screen.unitPrice(own.perUnit)])}</b>
          <small>
            {t('ownAverageOf', [screen.money(own.paid, 16), screen.units(own.units, unit, 16)])}
          </small>
        </>
      )}
    </section>
  );
}
