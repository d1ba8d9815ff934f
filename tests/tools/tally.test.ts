import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeTally, tallyPlaywright, tallyRunner, tallyVitest } from './tally.ts';

describe('tallyVitest', () => {
  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}, {}, {}] },
      ],
    };
    expect(tallyVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
});

describe('tallyPlaywright', () => {
  it('reads the statistics', () => {
    const report = { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } };
    expect(tallyPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
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
    expect(describeTally({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed');
    expect(describeTally({ passed: 5, failed: 1, skipped: 2 })).toBe(
      '5 passed, 1 failed, 2 skipped',
    );
  });
});
