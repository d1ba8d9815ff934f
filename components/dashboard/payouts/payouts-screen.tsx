import { useRef, useState } from 'preact/hooks';
import type { CurrencyCode } from '../../../utils/core/ids.ts';
import type { Payout } from '../../../utils/core/payout.ts';
import type {
  PayoutActions,
  PayoutDraft,
  PayoutsView,
  UnitPayoutsView,
} from '../../../utils/core/payout-views.ts';
import { platformOfUnit } from '../../../utils/core/units.ts';
import { useScreen } from '../../screen.ts';
import { worthEach, worthOrigin } from '../../worth-words.ts';
import { AddBar } from '../add-bar.tsx';
import { PayoutForm } from './payout-form.tsx';
import { PayoutList } from './payout-list.tsx';
import { waitingWords } from './payout-words.ts';

/** What platforms paid out, beside what was seen coming in, and the rate that this gives. */
export function PayoutsScreen(props: {
  view: PayoutsView;
  currencies: readonly CurrencyCode[];
  actions: PayoutActions;
}) {
  const { t } = useScreen();
  const { view, actions } = props;
  const [open, setOpen] = useState<Payout | 'new' | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    add.current?.focus();
  };
  const save = (draft: PayoutDraft) => {
    actions.onSavePayout(draft);
    close();
  };
  const none = view.units.every(({ payouts }) => payouts.length === 0);
  return (
    <>
      <p class="lead">{t('payoutsLead')}</p>
      <div class="cards">
        {view.units.map((each) => (
          <RateCard key={each.unit} view={each} />
        ))}
      </div>
      <AddBar
        title={t('payoutsTitle')}
        words={t('payoutAdd')}
        open={open === 'new'}
        button={add}
        onAdd={() => setOpen('new')}
      />
      {open !== null && (
        <PayoutForm
          key={open === 'new' ? 'new' : open.id}
          unit={view.units[0]?.unit ?? 'tiktok:coin'}
          before={open === 'new' ? null : open}
          currency={view.display}
          currencies={props.currencies}
          onSave={save}
          onCancel={close}
        />
      )}
      {none && open === null && (
        <div class="panel empty">
          <h4>{t('payoutsNoneTitle')}</h4>
          <p>{t('payoutsNone')}</p>
        </div>
      )}
      {view.units
        .filter(({ payouts }) => payouts.length > 0)
        .map((each) => (
          <PayoutList
            key={each.unit}
            view={each}
            onEdit={setOpen}
            onRemove={({ id }) => actions.onRemovePayout(id)}
          />
        ))}
    </>
  );
}

function RateCard({ view }: { view: UnitPayoutsView }) {
  const screen = useScreen();
  const { t } = screen;
  const { unit, rate } = view;
  const name = `${t(`platform_${platformOfUnit[unit]}`)} · ${screen.unitName(unit)}`;
  return (
    <section class="card" data-unit={unit}>
      <h3>{t('payoutRateOf', [name])}</h3>
      {rate === null ? (
        <p class="none">{t('payoutNoRate')}</p>
      ) : (
        <>
          <b>{t('about', [worthEach(rate, screen)])}</b>
          <small>{worthOrigin(rate, screen)}</small>
          {rate.origin === 'own' && view.payouts.length > 0 && <small>{t('payoutOwnWins')}</small>}
        </>
      )}
      <small>{waitingWords(view, screen)}</small>
    </section>
  );
}
