/**
 * `npm test [-- --only check|unit|gallery|e2e|firefox] [-- more for the runner]`: everything, each part although another
 * failed, and a closing line with the sum.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideBrowser } from '../../e2e/browser/find.ts';
import { type BrowserKind, kinds } from '../../e2e/browser/kinds.ts';
import { buildExtension, prepareTypes } from '../build-extension.ts';
import { builds, resultsFolder, type Target } from '../root.ts';
import { describeSize, isTooLarge, measureScripts } from '../sizes.ts';
import {
  addTallies,
  describeTally,
  type Tally,
  tallyPlaywright,
  tallyRunner,
  tallyStep,
  tallyVitest,
} from '../tally.ts';
import { runTool } from '../tool.ts';

const parts = ['check', 'unit', 'gallery', 'e2e', 'firefox'] as const;
type Part = (typeof parts)[number];

const { values, positionals: more } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true } },
});
const wanted = parts.filter((part) => values.only?.includes(part) ?? true);
if (values.only?.some((name) => !parts.some((part) => part === name)) === true) {
  console.error(`--only takes one of: ${parts.join(', ')}`);
  process.exit(2);
}

const galleryAlone = values.only?.includes('gallery') === true;

const results: { readonly name: string; readonly tally: Tally }[] = [];

async function step(name: string, act: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n--- ${name}`);
  let tally: Tally;
  try {
    tally = await act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    tally = tallyStep(false);
  }
  results.push({ name, tally });
  return tally;
}

async function build(target: Target): Promise<boolean> {
  const { failed } = await step(`build for ${target}`, async () => {
    if (!(await buildExtension(target))) return tallyStep(false);
    const sizes = measureScripts(builds[target]);
    for (const size of sizes) console.log(describeSize(size));
    return tallyStep(!sizes.some(isTooLarge));
  });
  return failed === 0;
}

async function check(): Promise<void> {
  await step('types', async () => tallyStep((await runTool('tsc', ['--noEmit'])) === 0));
  await step('lint and format', async () => tallyStep((await runTool('biome', ['check'])) === 0));
}

async function unit(): Promise<void> {
  const args = ['run', '--config', 'tests/vitest.config.ts', ...more];
  await step('unit', () =>
    tallyRunner(join(resultsFolder, 'unit.json'), tallyVitest, () => runTool('vitest', args)),
  );
}

/** Playwright's tests of one configuration, in a browser that is installed if there is none. */
async function browserTests(
  name: string,
  kind: BrowserKind,
  report: string,
  config: readonly string[],
): Promise<void> {
  await step(name, () => {
    const path = provideBrowser(kind);
    const args = ['test', ...more, '--config', ...config];
    // The second of these outranks the report file that the configuration names.
    const env = {
      [kinds[kind].variable]: path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...(galleryAlone ? {} : { GALLERY_PICTURES: '0' }),
    };
    return tallyRunner(report, tallyPlaywright, () => runTool('playwright', args, env));
  });
}

function endToEnd(kind: BrowserKind): Promise<void> {
  const report = join(resultsFolder, `${kind}.json`);
  const config = ['tests/e2e/playwright.config.ts', '--project', kind];
  return browserTests(`end to end in ${kinds[kind].label}`, kind, report, config);
}

const run: Readonly<Record<Part, () => Promise<void>>> = {
  check,
  unit,
  gallery: () =>
    browserTests('every state of every screen', 'chromium', join(resultsFolder, 'gallery.json'), [
      'tests/gallery/playwright.config.ts',
      // Every state takes seconds: all tests together check them in light and take no pictures, this part alone checks
      // them in dark as well.
      ...(galleryAlone ? [] : ['--grep', 'light']),
    ]),
  e2e: () => endToEnd('chromium'),
  firefox: () => endToEnd('firefox'),
};

// A build writes the generated types too, but only a build that works.
await step('generated types', async () => tallyStep(await prepareTypes()));
if (wanted.includes('e2e') || wanted.length === parts.length) await build('chrome');
if (wanted.includes('firefox')) await build('firefox');
for (const part of wanted) await run[part]();

console.log('');
// Worded unlike the sum, which must be the only line of its form.
for (const { name, tally } of results) {
  console.log(
    `  ${tally.failed > 0 ? 'FAILED' : 'ok'}  ${name}: ${tally.passed} of ${tally.passed + tally.failed}`,
  );
  for (const noted of tally.notes) console.log(`    ${noted}`);
}
const sum = addTallies(results.map(({ tally }) => tally));
console.log(describeTally(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
