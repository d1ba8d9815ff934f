import { useRef, useState } from 'preact/hooks';
import type { DashboardActions, DashboardView } from '../../utils/core/dashboard-views.ts';
import { offersIn } from '../../utils/core/price-book.ts';
import type { Channel } from '../../utils/core/price-list.ts';
import { NoticeSection } from '../notice-section.tsx';
import { marketName } from '../popup/price-words.ts';
import { unitWords, useScreen } from '../screen.ts';
import { SelectField } from './field.tsx';
import { marketChoices } from './market-choices.ts';
import { OfferForm } from './offer-form.tsx';
import { OfferTable } from './offer-table.tsx';
import { UnitPriceChart } from './unit-price-chart.tsx';

const channels: readonly Channel[] = ['web', 'app'];

/** What coins are offered for, by market and channel, each offer with its source and date; the user's own prices win. */
export function PriceBookScreen({
  view,
  actions,
}: {
  view: DashboardView;
  actions: DashboardActions;
}) {
  const screen = useScreen();
  const { t, language } = screen;
  const { book, unit, choice } = view;
  const markets = marketChoices(view, screen);
  const [picked, setPicked] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const market = picked ?? choice?.market ?? markets[0]?.value ?? 'US';
  const tables = channels
    .map((channel) => ({ channel, offers: offersIn(book, unit, { market, channel }) }))
    .filter(({ offers }) => offers.length > 0);
  const all = tables.flatMap(({ offers }) => offers);
  const oneCurrency = new Set(all.map(({ currency }) => currency)).size === 1;
  const close = () => {
    setAdding(false);
    add.current?.focus();
  };
  return (
    <>
      <p class="lead">{t('bookLead')}</p>
      <NoticeSection
        title={t('noticesOffers')}
        notices={view.notices.filter(({ about }) => about.type === 'offers')}
        actions={actions}
      />
      <div class="bar">
        <SelectField
          id="book-market"
          label={t('chooseMarket')}
          value={market}
          choices={
            markets.some(({ value }) => value === market)
              ? markets
              : [{ value: market, label: marketName(market, language) }, ...markets]
          }
          onChoose={setPicked}
        />
        <button
          type="button"
          class="button"
          ref={add}
          aria-expanded={adding}
          onClick={() => setAdding(true)}
        >
          {t('offerAdd')}
        </button>
      </div>
      {adding && (
        <OfferForm
          unit={unit}
          market={market}
          currency={all[0]?.currency ?? view.display}
          currencies={view.currencies}
          ownOffers={view.ownOffers}
          onSave={(draft) => {
            actions.onSaveOffer(draft);
            setPicked(draft.market);
            close();
          }}
          onCancel={close}
        />
      )}
      {tables.length === 0 ? (
        <div class="panel empty">
          <h4>{t('noOffersTitle')}</h4>
          <p>{t('noOffers', [marketName(market, language)])}</p>
        </div>
      ) : (
        <div class="columns">
          {tables.map(({ channel, offers }) => (
            <section class="panel" key={channel}>
              <OfferTable
                unit={unit}
                channel={channel}
                offers={offers}
                ownOffers={view.ownOffers}
                onRemove={actions.onRemoveOffer}
              />
              <p class="under">
                {choice?.market === market && choice.channel === channel ? (
                  t('usedForCosts')
                ) : (
                  <button
                    type="button"
                    class="link"
                    onClick={() => actions.onChoosePrice({ market, channel })}
                  >
                    {t('useForCosts')}
                  </button>
                )}
              </p>
            </section>
          ))}
        </div>
      )}
      {all.length > 1 && oneCurrency && (
        <section class="panel">
          <h3>{t('chartTitle', [t(unitWords[unit].price)])}</h3>
          <UnitPriceChart offers={all} />
        </section>
      )}
    </>
  );
}
