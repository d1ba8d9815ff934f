/** What coins cost at the listed price that a browser in the United States begins with, worked out apart from ours. */

/** 17,500 coins for $185.50 on the website (`packages.json`, 2024). */
const dollarsACoin = 185.5 / 17_500;

/** The middle of what creators report to get and half of the website's price (`utils/core/worth.ts`). */
const worthACoin = 0.00515;

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** The cost of coins as it is shown. */
export const cost = (coins: number): string => dollars.format(coins * dollarsACoin);

/** What coins are worth to a creator, as it is shown. */
export const worth = (coins: number): string => dollars.format(coins * worthACoin);

/** The name of this month, in the zone that tests run in. */
export const monthName = (): string =>
  new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.now());
