import { existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How many tests ended how, and which of them want a look. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Each test that failed, with what it said; each that passed only at another try. */
  readonly notes: readonly string[];
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: 0, notes: [] };

/** One step that is not a test runner (a build, the type check), counted as one test. */
export function tallyStep(ok: boolean): Tally {
  return { ...noTests, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      notes: [...a.notes, ...b.notes],
    }),
    noTests,
  );
}

/** The closing line, in a form that people and machines read. */
export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function numberAt(value: unknown, key: string): number {
  const record = asRecord(value);
  const found = record[key];
  return typeof found === 'number' ? found : 0;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

// A closing summary needs the first lines of an error, not its whole stack.
const errorLines = 6;

function note(outcome: 'failed' | 'flaky', name: unknown, error: unknown): string {
  const said = typeof error === 'string' ? stripVTControlCharacters(error) : '';
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return [`${outcome}: ${String(name)}`, ...lines.slice(0, errorLines)].join('\n      ');
}

/** Playwright's report is a tree: files, groups within them, tests within these. */
function playwrightNotes(suite: unknown, within: string): string[] {
  const { suites, specs } = asRecord(suite);
  const tests = asList(specs).flatMap((spec) => {
    const { title, tests: tries } = asRecord(spec);
    return asList(tries)
      .map(asRecord)
      .flatMap(({ status, results }) => {
        if (status !== 'unexpected' && status !== 'flaky') return [];
        const { message } = asRecord(asRecord(asList(results)[0]).error);
        const name = `${within}${String(title)}`;
        return note(status === 'flaky' ? 'flaky' : 'failed', name, message);
      });
  });
  const deeper = asList(suites).flatMap((inner) =>
    playwrightNotes(inner, `${within}${String(asRecord(inner).title)} › `),
  );
  return [...tests, ...deeper];
}

/** Reads the report of Vitest's JSON reporter. */
export function tallyVitest(report: unknown): Tally {
  // A test file that could not even be loaded holds no test to fail.
  const broken = asList(asRecord(report).testResults).filter((file) => {
    const { status, assertionResults } = asRecord(file);
    return status === 'failed' && asList(assertionResults).length === 0;
  });
  const failed = asList(asRecord(report).testResults)
    .flatMap((file) => asList(asRecord(file).assertionResults).map(asRecord))
    .filter(({ status }) => status === 'failed');
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests') + broken.length,
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
    notes: [
      ...broken.map(asRecord).map(({ name, message }) => note('failed', name, message)),
      ...failed.map(({ fullName, failureMessages }) =>
        note('failed', fullName, asList(failureMessages)[0]),
      ),
    ],
  };
}

/** Reads the report of Playwright's JSON reporter. */
export function tallyPlaywright(report: unknown): Tally {
  const { stats } = asRecord(report);
  return {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    skipped: numberAt(stats, 'skipped'),
    notes: playwrightNotes(report, ''),
  };
}

/**
 * Runs a test runner and counts what its report says. A runner that fails without a failed test (a crash, an error
 * outside of tests), or that ran no test at all, counts as one failure: silence must not pass for success.
 */
export async function tallyRunner(
  reportFile: string,
  read: (report: unknown) => Tally,
  run: () => Promise<number>,
): Promise<Tally> {
  rmSync(reportFile, { force: true });
  const exitCode = await run();
  const tally = existsSync(reportFile)
    ? read(JSON.parse(readFileSync(reportFile, 'utf8')))
    : noTests;
  const silent = tally.passed + tally.failed === 0;
  const missed = exitCode !== 0 && tally.failed === 0;
  return silent || missed ? { ...tally, failed: tally.failed + 1 } : tally;
}
