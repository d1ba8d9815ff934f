/**
 * `npm run bench [-- --json] [-- --full] [-- --kept FOLDER] [-- --newest N] [-- --only sizes|decoding|page|burst|hour|tags|ledger|list|corrections|balance|popup|desk|backup]`:
 * measures what the design sets numbers for. A table on standard output, or with `--json` only `{"metrics": [...]}`; words
 * are on standard error.
 * `--full` fills the ledger with a million entries instead of a hundred thousand, which takes minutes; with `--kept` filled
 * profiles stay in that folder for other runs, which go on filling where one was interrupted; with `--newest N` only the
 * newest of these entries are there, as dense as all of them. Asserts nothing: times depend on the machine.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { measureBackup } from '../../bench/backup.ts';
import { measureBalance } from '../../bench/balance.ts';
import { measureBurst, measureBusyHour } from '../../bench/busy-hour.ts';
import { measureCorrections } from '../../bench/corrections.ts';
import { measureDecoding } from '../../bench/decoding.ts';
import { measureDesk } from '../../bench/desk.ts';
import { buildForBench } from '../../bench/extension.ts';
import { FilledLedgers } from '../../bench/filled.ts';
import { measureLedger } from '../../bench/ledger.ts';
import { measureLedgerPage } from '../../bench/ledger-page.ts';
import { describeMachine } from '../../bench/machine.ts';
import { atMost, type Metric, tableOf } from '../../bench/metrics.ts';
import { measurePageCost } from '../../bench/page-cost.ts';
import { measurePopup } from '../../bench/popup.ts';
import { measureTags } from '../../bench/tags.ts';
import { provideBrowser } from '../../e2e/browser/find.ts';
import { measureScripts } from '../sizes.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    kept: { type: 'string' },
    newest: { type: 'string' },
  },
});
const say = (line: string): void => console.error(line);

const version = execFileSync(provideBrowser('chromium'), ['--version'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
}).trim();
say(describeMachine(version));
const extension = await buildForBench();

const ledgers = new FilledLedgers(extension, values.kept ?? null, say);

const large = values.full ? 1_000_000 : 100_000;
const size = { of: large, newest: Number(values.newest ?? large) };

const parts: Readonly<Record<string, () => Promise<readonly Metric[]>>> = {
  sizes: async () =>
    measureScripts(extension).map(({ name, gzip, limit }) =>
      atMost(`${name}, minified + gzip`, gzip ?? Number.NaN, 'B', limit),
    ),
  decoding: () => measureDecoding(say),
  page: () => measurePageCost(extension, say),
  burst: () => measureBurst(extension, say),
  hour: () => measureBusyHour(extension, say),
  tags: () => measureTags(extension, say),
  ledger: () => measureLedger(extension, say),
  list: () => measureLedgerPage(ledgers, size, say),
  corrections: () => measureCorrections(extension, values.full ? 1_000_000 : 200_000, say),
  balance: () => measureBalance(extension, values.full ? 1_000_000 : 100_000, say),
  popup: () => measurePopup(ledgers, size, say),
  desk: () => measureDesk(extension, 200_000, say),
  backup: () => measureBackup(extension, values.full ? 1_000_000 : 200_000, say),
};

const metrics: Metric[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (values.only?.includes(name) ?? true) metrics.push(...(await measure()));
}
await ledgers.close();
console.log(values.json ? JSON.stringify({ metrics }) : tableOf(metrics));
