import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeTally, noTests, tallyPlaywright, tallyRunner, tallyVitest } from './tally.ts';

describe('tallyVitest', () => {
  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        {
          status: 'failed',
          assertionResults: [
            { status: 'failed', fullName: 'adds', failureMessages: ['expected 1 to be 2'] },
          ],
        },
        { status: 'failed', name: 'b.test.ts', message: 'no such file', assertionResults: [] },
        { status: 'passed', assertionResults: [{}, {}, {}] },
      ],
    };
    expect(tallyVitest(report)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
      notes: ['failed: b.test.ts\n      no such file', 'failed: adds\n      expected 1 to be 2'],
    });
  });
});

describe('tallyPlaywright', () => {
  it('reads the statistics', () => {
    const report = { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } };
    expect(tallyPlaywright(report)).toMatchObject({ passed: 5, failed: 2, skipped: 3 });
  });

  it('names what failed and what passed only at another try, with the first error', () => {
    const tried = (status: string, ...messages: readonly string[]) => ({
      status,
      results: messages.map((message) => ({ error: { message } })),
    });
    const report = {
      stats: {},
      suites: [
        {
          title: 'a.e2e.ts',
          specs: [{ title: 'first', tests: [tried('expected')] }],
          suites: [
            {
              title: 'group',
              specs: [
                {
                  title: 'second',
                  tests: [tried('unexpected', '\u001b[31mone\u001b[39m\n\ntwo', 'b')],
                },
                { title: 'third', tests: [tried('flaky', 'late')] },
              ],
            },
          ],
        },
      ],
    };
    expect(tallyPlaywright(report).notes).toEqual([
      'failed: a.e2e.ts › group › second\n      one\n      two',
      'flaky: a.e2e.ts › group › third\n      late',
    ]);
  });
});

describe('tallyRunner', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gift-ledger-tally-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function outcome(stats: object | null, exitCode: number) {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify({ stats: { expected: 99 } }));
    return tallyRunner(file, tallyPlaywright, async () => {
      if (stats !== null) writeFileSync(file, JSON.stringify({ stats }));
      return exitCode;
    });
  }

  it('takes what the report says', async () => {
    expect(await outcome({ expected: 2, unexpected: 1 }, 1)).toMatchObject({
      passed: 2,
      failed: 1,
    });
  });

  it('counts a runner that fails without a failed test', async () => {
    expect(await outcome({ expected: 2 }, 1)).toMatchObject({ passed: 2, failed: 1 });
  });

  it('counts a runner that ran no test', async () => {
    expect(await outcome({ expected: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('takes no report of an earlier run for its own', async () => {
    expect(await outcome(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('describeTally', () => {
  it('names skipped tests only where there are some', () => {
    expect(describeTally({ ...noTests, passed: 5 })).toBe('5 passed, 0 failed');
    expect(describeTally({ ...noTests, passed: 5, failed: 1, skipped: 2 })).toBe(
      '5 passed, 1 failed, 2 skipped',
    );
  });
});
