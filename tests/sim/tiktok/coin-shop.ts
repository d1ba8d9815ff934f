/** What the coin page sells, by market: texts as a page in that language shows them, written by hand. */

/** One package: the coins and what the page writes for coins and price. */
export interface CoinPackage {
  readonly coins: number;
  readonly coinsText: string;
  readonly price: string;
}

/** One market's shop. */
export interface CoinMarket {
  readonly language: string;
  readonly region: string;
  readonly packages: readonly CoinPackage[];
}

function packagesOf(...rows: readonly (readonly [coinsText: string, price: string])[]) {
  return rows.map(([coinsText, price]) => ({
    coins: Number(coinsText.replaceAll(/\D/g, '')),
    coinsText,
    price,
  }));
}

export const coinMarkets: Readonly<Record<string, CoinMarket>> = {
  US: {
    language: 'en',
    region: 'US',
    packages: packagesOf(
      ['20', '$0.24'],
      ['350', '$4.20'],
      ['700', '$8.40'],
      ['1,400', '$16.80'],
      ['17,500', '$210.00'],
    ),
  },
  /** The same shop after prices rose. */
  dearer: {
    language: 'en',
    region: 'US',
    packages: packagesOf(['20', '$0.25'], ['350', '$4.30'], ['17,500', '$215.00']),
  },
  /** A country of which the page does not say that it is in it, with a sign that many use. */
  nowhere: { language: 'en', region: '', packages: packagesOf(['20', '$0.24'], ['350', '$4.20']) },
  JP: {
    language: 'ja-JP',
    region: 'JP',
    packages: packagesOf(['20', '￥34'], ['350', '￥595'], ['17,500', '￥29,750']),
  },
  ID: {
    language: 'id-ID',
    region: 'ID',
    packages: packagesOf(['20', 'Rp 4.900'], ['100', 'Rp 24.500'], ['17.500', 'Rp 4.287.500']),
  },
  VN: {
    language: 'vi-VN',
    region: 'VN',
    packages: packagesOf(['35', '₫9,800'], ['70', '₫19,600'], ['17.500', '₫4,900,000']),
  },
  KW: {
    language: 'ar',
    region: 'KW',
    packages: packagesOf(['70', 'KD 0.245'], ['1000', 'KD 3.500'], ['17500', 'KD 61.250']),
  },
  FR: {
    language: 'fr-FR',
    region: 'FR',
    packages: packagesOf(['20', '0,23 €'], ['350', '3,99 €'], ['105 000', '1 197,00 €']),
  },
  BR: {
    language: 'pt-BR',
    region: 'BR',
    packages: packagesOf(['20', 'R$ 1,20'], ['350', 'R$ 20,90'], ['17.500', 'R$ 1.045,00']),
  },
};

/** What a page shows that no longer fits. */
export type CoinPageTrouble = 'renamed' | 'nonsense';

/** The packages as a page in trouble shows them: nonsense is a number that is none, and one that is absurd. */
export function nonsense(packages: readonly CoinPackage[]): CoinPackage[] {
  return packages.map((each, index) => ({
    ...each,
    price: index % 2 === 0 ? 'NaN' : '$999,999,999,999,999.00',
  }));
}
