import { decimalOf } from '../../utils/core/money.ts';
import { type KnownOffer, unitPrice } from '../../utils/core/price-book.ts';
import { formatCount } from '../format.ts';
import { useScreen } from '../screen.ts';

const ROW = 34;

/**
 * The price of one coin by package as bars from zero. The table beside it says the same in full, so that this is a
 * picture only. Percentages as lengths, so that letters keep their size at any width.
 */
export function UnitPriceChart({ offers }: { offers: readonly KnownOffer[] }) {
  const screen = useScreen();
  const { t, locale, direction } = screen;
  const bars = offers.map((offer) => {
    const perUnit = unitPrice(offer);
    return { offer, perUnit, value: Number(decimalOf(perUnit)) };
  });
  const most = Math.max(...bars.map(({ value }) => value));
  const start = direction === 'rtl' ? '100%' : '0';
  return (
    <figure class="chart">
      <svg aria-hidden="true" width="100%" height={bars.length * ROW} direction={direction}>
        {bars.map(({ offer, perUnit, value }, index) => {
          const width = most === 0 ? 0 : (value / most) * 100;
          const x = direction === 'rtl' ? `${100 - width}%` : '0';
          const end = direction === 'rtl' ? '0' : '100%';
          return (
            <g
              key={`${offer.channel} ${offer.units} ${offer.currency}`}
              class={`at-${offer.channel}`}
            >
              <text x={start} y={index * ROW + 13}>
                {t('chartPackage', [
                  formatCount(offer.units, locale),
                  t(offer.channel === 'web' ? 'shortWeb' : 'shortApp'),
                ])}
              </text>
              <text class="value" x={end} y={index * ROW + 13} text-anchor="end">
                {screen.unitPrice(perUnit)}
              </text>
              <rect class="track" x="0" y={index * ROW + 19} width="100%" height="7" rx="3.5" />
              <rect x={x} y={index * ROW + 19} width={`${width}%`} height="7" rx="3.5" />
            </g>
          );
        })}
      </svg>
      <figcaption>{t('chartCaption')}</figcaption>
    </figure>
  );
}
