import type { ServerResponse } from 'node:http';

/** How a source of exchange rates behaves. */
export type RateMood = 'well' | 'nonsense' | 'nothing';

/** The hosts of the sources. They are no part of the simulated site: only tests that ask for them map them here. */
export const rateSourceHosts = ['api.frankfurter.dev', 'cdn.jsdelivr.net'] as const;

type Host = (typeof rateSourceHosts)[number];

/** What one euro is, on every day: far from what the extension ships, so that a test can tell. */
const rates = { USD: '1.25', JPY: '160', GBP: '0.8', IDR: '20000', KWD: '0.375' } as const;

/** Two sources of exchange rates, each in a mood of its own. */
export class RateSources {
  readonly moods = new Map<Host, RateMood>();

  /** Answers a request to one of the sources; false for any other host. */
  answer(host: string, url: URL, response: ServerResponse): boolean {
    const source = rateSourceHosts.find((each) => each === host);
    if (source === undefined) {
      return false;
    }
    const mood = this.moods.get(source) ?? 'well';
    if (mood === 'nothing') {
      response.destroy();
      return true;
    }
    const well = source === 'api.frankfurter.dev' ? frankfurter(url) : currencyApi();
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'rates=1' });
    response.end(mood === 'well' ? well : '<html>Sorry</html>');
    return true;
  }
}

/** Rows for every day from `from` to `to`. */
function frankfurter(url: URL): string {
  const rows: string[] = [];
  const last = Date.parse(url.searchParams.get('to') ?? '');
  for (let at = Date.parse(url.searchParams.get('from') ?? ''); at <= last; at += 86_400_000) {
    for (const [quote, rate] of Object.entries(rates)) {
      rows.push(`{"date":"${dayAt(at)}","base":"EUR","quote":"${quote}","rate":${rate}}`);
    }
  }
  return `[${rows.join(',')}]`;
}

function currencyApi(): string {
  const all = Object.entries(rates).map(([code, rate]) => `"${code.toLowerCase()}":${rate}`);
  return `{"date":"${dayAt(Date.now())}","eur":{"eur":1,"btc":0.00001,${all.join(',')}}}`;
}

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
