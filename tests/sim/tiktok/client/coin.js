// The page that sells coins: packages, an amount of one's own, a cashier, and the page after paying.

import { el } from './dom.js';

const shop = JSON.parse(document.getElementById('SIM_COIN_SHOP').textContent);
const app = document.getElementById('app');
const query = new URLSearchParams(location.search);
const renamed = query.get('trouble') === 'renamed';

/** The page's names for its parts; a page that was rebuilt has others. */
const named = (name) => (renamed ? { 'data-e2e': `v2-${name.length}` } : { 'data-e2e': name });

let balance = shop.balance;

function showShop() {
  const cashier = el('section', { 'aria-label': 'Cashier' });
  const rows = shop.packages.map((each, index) =>
    el(
      'button',
      {
        ...named(`wallet-package-${index}`),
        onclick: () => showCashier(cashier, each.coins, each.coinsText, each.price),
      },
      el('span', named(`wallet-package-coin-num-${index}`), each.coinsText),
      ' ',
      el('span', named(`wallet-package-price-${index}`), each.price),
    ),
  );
  const own = el('input', { type: 'number', 'aria-label': 'Custom amount', min: '30' });
  const custom = el(
    'div',
    named('wallet-package-custom'),
    own,
    el(
      'button',
      {
        'aria-label': 'Buy custom amount',
        onclick: () => {
          const coins = Number(own.value);
          const price = `$${(coins * 0.012).toFixed(2)}`;
          showCashier(cashier, coins, coins.toLocaleString('en'), price);
        },
      },
      'Custom',
    ),
  );
  app.replaceChildren(
    el('h1', {}, 'Get coins'),
    el(
      'p',
      {},
      'Balance ',
      el('strong', named('wallet-coins-balance'), balance.toLocaleString('en')),
    ),
    el('div', {}, ...rows, custom),
    cashier,
  );
}

function showCashier(cashier, coins, coinsText, price) {
  cashier.replaceChildren(
    el('p', {}, 'Coins ', el('b', named('cashier-order-coin-num'), coinsText)),
    el('p', {}, 'Total ', el('b', named('cashier-order-coin-total-price'), price)),
    el('button', { ...named('wallet-buy-now-button'), onclick: () => pay(coins) }, 'Pay now'),
  );
}

async function pay(coins) {
  const answer = await fetch('/sim/pay-for-coins', {
    method: 'POST',
    body: new URLSearchParams({ coins: String(coins), fail: query.get('fail') ?? '' }),
  });
  const { data } = await answer.json();
  balance = data.balance;
  const next = new URLSearchParams({
    payment_status: data.payment_status,
    order_id: data.order_id,
  });
  const address = `/coin/end-result?${next}`;
  if (query.get('spa') === '1') {
    history.pushState({}, '', address);
    showEnd();
  } else {
    location.assign(address);
  }
}

function showEnd() {
  const paid = new URLSearchParams(location.search).get('payment_status') === 'succeed';
  app.replaceChildren(
    el('h1', {}, paid ? 'Payment successful' : 'Payment failed'),
    el('p', {}, `Balance ${balance.toLocaleString('en')}`),
    el('a', { href: '/coin' }, 'Back'),
  );
}

if (location.pathname === '/coin/end-result') showEnd();
// Built a little after loading, as by the site's own framework.
else setTimeout(showShop, 100);
