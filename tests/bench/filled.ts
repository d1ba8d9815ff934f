/** Profiles of a browser whose ledger is full, each filled once for all that is measured with it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumWithExtension, launchChromium } from '../e2e/browser/chromium.ts';
import { startSim } from '../sim/server.ts';
import { benchPage } from './extension.ts';
import type {} from './inside/page.ts';

/** Entries of a filled ledger lie over so many months. */
export const MONTHS = 36;

/** Entries that are added between two notes of how far filling got. */
const PART = 50_000;

/** How many entries a ledger has: the newest of some, so that a part of a million is as dense as a million are. */
export interface LedgerSize {
  readonly of: number;
  readonly newest: number;
}

/** A ledger in words. */
export function sizeInWords({ of, newest }: LedgerSize): string {
  return newest === of ? String(of) : `the newest ${newest} of ${of}`;
}

/** How far filling got: to be gone on with after it was interrupted. */
interface Progress {
  readonly filled: number;
  readonly until: number;
}

/** Ledgers of some sizes, each in a profile of its own that browsers are started with one after the other. */
export class FilledLedgers {
  readonly #extensionPath: string;
  readonly #kept: string | null;
  readonly #say: (line: string) => void;
  readonly #sim = startSim();
  #folder: string | null;

  /** In `kept`, profiles stay for other runs; without it they are new, and gone when closed. */
  constructor(extensionPath: string, kept: string | null, say: (line: string) => void) {
    this.#extensionPath = extensionPath;
    this.#kept = kept;
    this.#folder = kept;
    this.#say = say;
  }

  /** The profile's folder. */
  async folderOf({ of }: LedgerSize): Promise<string> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'gift-ledger-bench-'));
    return join(this.#folder, String(of));
  }

  /** Does something in a browser whose ledger has so many entries, filled before where it is not yet. */
  async within<T>(
    size: LedgerSize,
    act: (browser: ChromiumWithExtension) => Promise<T>,
  ): Promise<T> {
    await this.fill(size);
    return this.#in(size, async (browser) => {
      // Files that are read for the first time after a start are put in order then.
      const inside = await browser.openPage(benchPage);
      await inside.evaluate(() => giftLedgerBench.settled());
      await inside.close();
      return act(browser);
    });
  }

  /** Fills a ledger, from where it was interrupted. */
  async fill(size: LedgerSize): Promise<void> {
    const folder = await this.folderOf(size);
    mkdirSync(folder, { recursive: true });
    const note = join(folder, 'filled.json');
    let progress: Progress = existsSync(note)
      ? JSON.parse(readFileSync(note, 'utf8'))
      : { filled: 0, until: Date.now() };
    if (progress.filled >= size.newest) return;
    await this.#in(size, async (browser) => {
      const inside = await browser.openPage(benchPage);
      const there = await inside.evaluate(() => giftLedgerBench.entries());
      if (there !== progress.filled) throw new Error(`${there} entries, not ${progress.filled}`);
      for (let from = progress.filled; from < size.newest; from = progress.filled) {
        const end = Math.min(size.newest, from + PART);
        const part = { from, end, count: size.of, months: MONTHS };
        await inside.evaluate((of) => giftLedgerBench.fillPart(of), {
          ...part,
          until: progress.until,
        });
        progress = { ...progress, filled: end };
        writeFileSync(note, JSON.stringify(progress));
        this.#say(`${end} of ${size.of} entries are there.`);
      }
      await inside.evaluate(() => giftLedgerBench.settled());
    });
  }

  async #in<T>(size: LedgerSize, act: (browser: ChromiumWithExtension) => Promise<T>): Promise<T> {
    const browser = await launchChromium({
      extensionPath: this.#extensionPath,
      simPort: (await this.#sim).port,
      userDataDir: await this.folderOf(size),
    });
    try {
      return await act(browser);
    } finally {
      await browser.close();
    }
  }

  async close(): Promise<void> {
    await (await this.#sim).close();
    if (this.#kept !== null || this.#folder === null) return;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
