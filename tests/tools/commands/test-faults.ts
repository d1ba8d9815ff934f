/**
 * `npm run test:faults [-- --seed N] [-- --runs N]`: the long fault tests. Every step at which a worker or a browser can
 * be killed, so many plans of a browser to which anything happens, each with the seed that repeats it alone, and what
 * takes long because there is much of it: three hours of a stream at twenty gifts a second held against a plain recount,
 * 50,000 frames in a minute, a day and a night.
 */
import { parseArgs } from 'node:util';
import { provideBrowser } from '../../e2e/browser/find.ts';
import { kinds } from '../../e2e/browser/kinds.ts';
import { buildExtension } from '../build-extension.ts';
import { runTool } from '../tool.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
    runs: { type: 'string', default: '20' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) {
  console.error('Usage: npm run test:faults [-- --seed N] [-- --runs N]');
  process.exit(2);
}
console.log(`seeds ${seed} to ${seed + runs - 1}`);

const env = { FAULTS_ALL: '1', FAULT_SEED: String(seed), FAULT_RUNS: String(runs) };
const passed: boolean[] = [];
passed.push(
  (await runTool('vitest', ['run', '--config', 'tests/vitest.config.ts', 'tests/faults'], env)) ===
    0,
);
/** Three hours at twenty gifts a second. */
const whole = { LONG_STREAM: '216000', NODE_OPTIONS: '--max-old-space-size=6000' };
passed.push(
  (await runTool(
    'vitest',
    ['run', '--config', 'tests/vitest.config.ts', 'tests/storage/long-stream.test.ts'],
    whole,
  )) === 0,
);
if (!(await buildExtension('chrome'))) process.exit(1);
const browser = { [kinds.chromium.variable]: provideBrowser('chromium') };
const config = ['--config', 'tests/e2e/playwright.config.ts', '--project', 'chromium'];
passed.push(
  (await runTool('playwright', ['test', 'tests/faults/', ...config], { ...env, ...browser })) === 0,
);
process.exitCode = passed.every(Boolean) ? 0 : 1;
