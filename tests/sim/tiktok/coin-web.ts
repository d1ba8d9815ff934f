import { randomBytes } from 'node:crypto';
import type { Json } from '../json.ts';
import { type CoinMarket, coinMarkets, nonsense } from './coin-shop.ts';
import { accountOf, contentSecurityPolicy, dataBlock } from './page.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** A document with its policy. */
export interface CoinDocument {
  readonly policy: string;
  readonly html: string;
}

/**
 * The coin page or its end page. In the query: `market` (`US` unless given), `spa=1` goes on without loading,
 * `fail=1` lets payments fail, `trouble=renamed|nonsense` is a page that no longer fits.
 */
export function coinDocument(
  url: URL,
  viewer: Person | null,
  world: Pick<World, 'balance'>,
): CoinDocument {
  const market = coinMarkets[url.searchParams.get('market') ?? 'US'] ?? coinMarkets.US;
  const nonce = randomBytes(12).toString('base64url');
  const context = {
    language: market?.language ?? 'en',
    ...(market?.region ? { region: market.region } : {}),
    appId: 1988,
    ...(viewer === null ? {} : { user: accountOf(viewer) }),
  };
  return {
    policy: contentSecurityPolicy(nonce, false),
    html: `<!DOCTYPE html>
<html lang="${market?.language ?? 'en'}">
<head>
<meta charset="utf-8">
<title>Get coins</title>
<link rel="stylesheet" href="/sim/client/live.css">
</head>
<body>
${dataBlock('__UNIVERSAL_DATA_FOR_REHYDRATION__', {
  __DEFAULT_SCOPE__: { 'webapp.app-context': context },
})}
${dataBlock('SIM_COIN_SHOP', shopFacts(url, market, world.balance))}
<div id="app"></div>
<script type="module" src="/sim/client/coin.js"></script>
</body>
</html>
`,
  };
}

function shopFacts(url: URL, market: CoinMarket | undefined, balance: number): Json {
  const packages = market?.packages ?? [];
  const shown = url.searchParams.get('trouble') === 'nonsense' ? nonsense(packages) : packages;
  return {
    balance,
    packages: shown.map(({ coins, coinsText, price }) => ({ coins, coinsText, price })),
  };
}

/** The answer to paying for coins: the order's number; the balance grows unless the payment fails. */
export function payForCoins(
  body: string,
  viewer: Person | null,
  world: Pick<World, 'balance' | 'nextId'>,
): Json {
  const form = new URLSearchParams(body);
  const coins = Number(form.get('coins'));
  if (viewer === null || !Number.isSafeInteger(coins) || coins < 1) {
    return { status_code: 20003, data: {} };
  }
  const paid = form.get('fail') !== '1';
  if (paid) world.balance += coins;
  return {
    status_code: 0,
    data: {
      order_id: String(world.nextId()),
      payment_status: paid ? 'succeed' : 'failed',
      balance: world.balance,
    },
  };
}
