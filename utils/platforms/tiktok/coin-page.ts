import type { CoinPage } from '../types.ts';

/** The page's own words for its parts (reported). */
const names = {
  balance: 'wallet-coins-balance',
  orderCoins: 'cashier-order-coin-num',
  orderTotal: 'cashier-order-coin-total-price',
  packageCoins: 'wallet-package-coin-num-',
  packagePrice: 'wallet-package-price-',
} as const;

/** More packages than the page can have: it shows seven. */
const MOST_PACKAGES = 60;

/** Longer texts are no numbers. */
const LONGEST_TEXT = 120;

/** What the coin page shows, as texts: the frame that `coin-facts.ts` reads. */
export interface CoinFacts {
  readonly coinPage: 1;
  readonly language: string;
  readonly balance?: string;
  readonly packages?: readonly { readonly coins: string; readonly price: string }[];
  readonly order?: { readonly coins: string; readonly total: string };
  /** There where the page came to its end without any of its parts. */
  readonly nothing?: true;
}

const isShop = ({ pathname }: URL): boolean => /^\/coin\/?$/.test(pathname);
const isEnd = ({ pathname }: URL): boolean => /^\/coin\/end-result\/?$/.test(pathname);

/** TikTok's shop for coins: `/coin` with packages, balance and cashier, `/coin/end-result` after paying. */
export const tiktokCoinPage: CoinPage = {
  shows: (url) => isShop(url) || isEnd(url),
  read(document, url, language) {
    const text = (name: string): string | undefined =>
      document.querySelector(`[data-e2e="${name}"]`)?.textContent.slice(0, LONGEST_TEXT).trim();
    const balance = text(names.balance);
    const packages = packagesOf(document);
    const coins = text(names.orderCoins);
    const total = text(names.orderTotal);
    const facts: CoinFacts = {
      coinPage: 1,
      language,
      ...(balance ? { balance } : {}),
      ...(packages.length > 0 ? { packages } : {}),
      ...(coins && total ? { order: { coins, total } } : {}),
    };
    // The end page tells by its address alone.
    return Object.keys(facts).length > 2 || isEnd(url) ? JSON.stringify(facts) : '';
  },
  nothingFound: () =>
    JSON.stringify({ coinPage: 1, language: '', nothing: true } satisfies CoinFacts),
};

/** Packages with a price; the field for an amount of one's own has none. */
function packagesOf(document: ParentNode): { coins: string; price: string }[] {
  const found = document.querySelectorAll(`[data-e2e^="${names.packageCoins}"]`);
  return [...found].slice(0, MOST_PACKAGES).map((element) => {
    const index = element.getAttribute('data-e2e')?.slice(names.packageCoins.length) ?? '';
    const price = /^[\w-]{1,20}$/.test(index)
      ? document.querySelector(`[data-e2e="${names.packagePrice}${index}"]`)
      : null;
    const textOf = (part: Element | null) =>
      (part?.textContent ?? '').slice(0, LONGEST_TEXT).trim();
    return { coins: textOf(element), price: textOf(price) };
  });
}
