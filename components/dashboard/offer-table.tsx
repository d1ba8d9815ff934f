import { Fragment } from 'preact';
import type { OwnOffer } from '../../utils/core/operation.ts';
import { type KnownOffer, unitPrice } from '../../utils/core/price-book.ts';
import type { Channel } from '../../utils/core/price-list.ts';
import { moneyOfPrice } from '../../utils/core/scaled.ts';
import type { UnitId } from '../../utils/core/units.ts';
import { formatSourceDate } from '../dates.ts';
import { isolate, safeText } from '../names.ts';
import { unitWords, useScreen } from '../screen.ts';
import { TableHead } from './table-head.tsx';

/** Offers of one market and channel with their price per coin, and where each is from. */
export function OfferTable(props: {
  channel: Channel;
  offers: readonly KnownOffer[];
  ownOffers: readonly OwnOffer[];
  unit: UnitId;
  onRemove(id: OwnOffer['id']): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <table class="table">
      <caption>{t(props.channel === 'web' ? 'offersWeb' : 'offersApp')}</caption>
      <TableHead
        of={t('columnPackage')}
        figures={[t('columnPrice'), t(unitWords[props.unit].price)]}
      />
      <tbody>
        {props.offers.map((offer) => {
          const own = ownOf(offer, props.ownOffers);
          const coins = screen.units(offer.units, offer.unit);
          return (
            <Fragment key={`${offer.units} ${offer.currency}`}>
              <tr data-origin={offer.origin}>
                <th scope="row">{coins}</th>
                <td class="amount">{screen.money(moneyOfPrice(offer))}</td>
                <td class="amount">{screen.unitPrice(unitPrice(offer))}</td>
              </tr>
              <tr class="told">
                <td colSpan={3}>
                  <small>{originWords(offer)}</small>
                  {own !== null && (
                    <button
                      type="button"
                      class="link"
                      aria-label={t('removeOwnPrice', [coins])}
                      onClick={() => props.onRemove(own.id)}
                    >
                      {t('remove')}
                    </button>
                  )}
                </td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );

  function originWords({ origin, status, date, source }: KnownOffer): string {
    const host = safeText(source);
    return [
      t(origin === 'shipped' ? `status_${status}` : `origin_${origin}`),
      date === '' ? t('dateUnknown') : t('seen', [formatSourceDate(date, screen.language)]),
      origin === 'own' || host === '' ? '' : isolate(host),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

/** The user's own price that an offer is; the latest one where there are several for the same package. */
function ownOf(offer: KnownOffer, ownOffers: readonly OwnOffer[]): OwnOffer | null {
  if (offer.origin !== 'own') return null;
  const same = ownOffers.filter(
    (own) =>
      own.unit === offer.unit &&
      own.market === offer.market &&
      own.channel === offer.channel &&
      own.currency === offer.currency &&
      own.units === offer.units,
  );
  return same.find(({ minor }) => minor === offer.minor) ?? same.at(-1) ?? null;
}
