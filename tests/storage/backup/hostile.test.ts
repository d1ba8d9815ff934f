import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BackupTrouble, type BackupTroubleName } from '../../../utils/core/backup-trouble.ts';
import { fetchedSources } from '../../../utils/core/exchange-rate-answers.ts';
import { sha256 } from '../../../utils/storage/backup/hash.ts';
import { backupLimits } from '../../../utils/storage/backup/limits.ts';
import { BACKUP_VERSION } from '../../../utils/storage/backup/manifest.ts';
import { keptTables } from '../../../utils/storage/backup/tables.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { sighting, start } from '../../core/sightings.ts';
import {
  backupOf,
  contentOf,
  freshLedger,
  ledgerOf,
  loggedIn,
  now,
  restore,
  roomSeen,
} from './made-ledgers.ts';

let ledger: LedgerDatabase;
let good: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  ledger = await ledgerOf({
    events: [loggedIn, roomSeen(), sighting({ count: 3 })],
    operations: [],
  });
  good = new Uint8Array(await (await backupOf(ledger)).arrayBuffer());
});
beforeEach(() => fakeBrowser.reset());

type Parts = Record<string, Uint8Array>;
interface Told {
  format: string;
  version: unknown;
  counts: Record<string, number>;
  parts: { name: string; table: string; rows: number; bytes: number; sha256: string }[];
}

const parts = (): Parts => unzipSync(good);
const zipped = (files: Zippable): Blob => new Blob([new Uint8Array(zipSync(files))]);
const told = (files: Parts): Told =>
  JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));

/** The good backup with its manifest changed. */
function withManifest(change: (manifest: Told) => void): Blob {
  const files = parts();
  const manifest = told(files);
  change(manifest);
  return zipped({ ...files, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

/** The good backup with the text of one part changed, hash, size and counts made right again. */
async function withPart(table: string, change: (text: string) => string): Promise<Blob> {
  const files = parts();
  const manifest = told(files);
  const part = manifest.parts.find((each) => each.table === table);
  if (part === undefined) throw new Error(`no part of ${table}`);
  const bytes = new Uint8Array(strToU8(change(strFromU8(files[part.name] ?? new Uint8Array()))));
  part.bytes = bytes.length;
  part.sha256 = await sha256(bytes);
  part.rows = strFromU8(bytes).split('\n').length - 1;
  manifest.counts[table] = part.rows;
  return zipped({
    ...files,
    [part.name]: bytes,
    'manifest.json': strToU8(JSON.stringify(manifest)),
  });
}

/** Restores, expecting that it is refused by this name, at this place, and that nothing changed. */
async function expectRefused(file: Blob, trouble: BackupTroubleName, where?: string) {
  const before = await contentOf(ledger);
  const refused = await restore(ledger, file).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(BackupTrouble);
  expect(refused).toMatchObject({ trouble, ...(where === undefined ? {} : { where }) });
  expect(await contentOf(ledger)).toEqual(before);
  expect(await ledger.staged.count()).toBe(0);
}

describe('a file that is no backup', () => {
  it.each([
    ['nothing', new Blob([]), 'not-a-backup'],
    ['text', new Blob(['{"format":"gift-ledger-backup"}']), 'not-a-backup'],
    ['another zip file', zipped({ 'a.txt': strToU8('a') }), 'not-a-backup'],
    ['another manifest', zipped({ 'manifest.json': strToU8('{}') }), 'not-a-backup'],
    ['no JSON in its manifest', zipped({ 'manifest.json': strToU8('{') }), 'damaged'],
    ['only the beginning of a zip file', new Blob(['PK\u0003\u0004']), 'damaged'],
  ] as const)('%s', async (_what, file, trouble) => {
    await expectRefused(file, trouble);
  });

  it('of gigabytes, without a byte of it being read', async () => {
    const huge = new Blob([]);
    Object.defineProperty(huge, 'size', { value: backupLimits.file + 1 });
    Object.defineProperty(huge, 'slice', { value: () => expect.unreachable('read') });
    await expectRefused(huge, 'too-large');
  });
});

describe('a backup', () => {
  it('of a newer version is refused as such, whatever else it holds', async () => {
    await expectRefused(
      withManifest((manifest) => {
        manifest.version = BACKUP_VERSION + 1;
        manifest.parts = [];
      }),
      'newer-version',
    );
    await expectRefused(
      withManifest((manifest) => (manifest.version = '1')),
      'not-a-backup',
    );
  });

  it('of the version before is read as it is', async () => {
    const before = withManifest((manifest) => (manifest.version = BACKUP_VERSION - 1));
    const fresh = freshLedger();
    await restore(fresh, before);
    expect(await contentOf(fresh)).toEqual(await contentOf(ledger));
  });

  it('with rates that cannot be true is refused, by its row', async () => {
    for (const part of [
      { rates: { GBP: '0' } },
      { rates: { GBP: '1e99' } },
      { rates: { XXZ: '1.5' } },
      { day: '2026-02-30' },
      { source: 'evil.example' },
    ]) {
      const row = {
        day: '2026-11-20',
        base: 'EUR',
        rates: { GBP: '0.9' },
        source: fetchedSources[0],
      };
      expect(
        () => keptTables.rateDays.check({ ...row, ...part }, now),
        JSON.stringify(part),
      ).toThrow();
      expect(keptTables.rateDays.check(row, now)).toEqual(row);
    }
  });

  it('that was cut anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: good.length - 1 }), async (length) => {
        await expectRefused(new Blob([good.slice(0, length)]), 'damaged');
      }),
      { numRuns: 40 },
    );
  });

  it('of which a byte changed is refused, or says the same', async () => {
    const before = await contentOf(ledger);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = good.slice();
          bytes[at] = (bytes[at] ?? 0) ^ by;
          const result = await restore(ledger, new Blob([bytes])).catch((error: unknown) => error);
          if (result instanceof Error) expect(result).toBeInstanceOf(BackupTrouble);
          expect(await contentOf(ledger)).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('with a wrong hash, a missing, a surplus or a doubled part is refused', async () => {
    const entries = 'entries-0001.ndjson';
    const files = parts();
    await expectRefused(
      withManifest((manifest) => {
        for (const part of manifest.parts) part.sha256 = '0'.repeat(64);
      }),
      'damaged',
    );
    await expectRefused(
      zipped(Object.fromEntries(Object.entries(files).filter(([name]) => name !== entries))),
      'damaged',
      entries,
    );
    await expectRefused(zipped({ ...files, 'more.ndjson': strToU8('') }), 'damaged');
    await expectRefused(
      withManifest((manifest) => {
        manifest.parts.push(...manifest.parts.filter(({ name }) => name === entries));
      }),
      'damaged',
    );
    await expectRefused(
      withManifest((manifest) => {
        manifest.counts.entries = 2;
      }),
      'damaged',
    );
  });
});

describe('a zip bomb', () => {
  it.each([
    ['one part that is huge', backupLimits.part + 1],
    ['a part that grows by more than rows can', 2_000_000],
  ])('is refused before it is inflated: %s', async (_what, size) => {
    await expectRefused(
      zipped({ ...parts(), 'zeros-0001.ndjson': new Uint8Array(size) }),
      'inflates-too-much',
      'zeros-0001.ndjson',
    );
  });

  it('that lies about its size is refused while it inflates', async () => {
    const size = 3_000_000;
    const bytes = zipSync({ 'manifest.json': new Uint8Array(size) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size as it stands in the file's own header and in the table of contents.
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (view.getUint32(at, true) === size) view.setUint32(at, 100, true);
    }
    await expectRefused(new Blob([new Uint8Array(bytes)]), 'damaged');
  });
});

describe('a row', () => {
  const changed = (from: string | RegExp, to: string) => (text: string) => {
    expect(text).toMatch(from);
    return text.replace(from, to);
  };

  it.each([
    ['of an unknown platform', 'entries', '"platform":"tiktok"', '"platform":"myspace"'],
    ['of an unknown unit', 'entries', '"unit":"tiktok:coin"', '"unit":"doubloon"'],
    ['with a negative count', 'entries', '"count":3', '"count":-3'],
    ['with a broken count', 'entries', '"count":3', '"count":3.5'],
    ['with a huge price', 'entries', '"unitPrice":1', '"unitPrice":9007199254740993'],
    ['of no time', 'entries', /"at":\d+/, '"at":"yesterday"'],
    ['after the end of time', 'entries', /"at":\d+/, '"at":8640000000000001'],
    ['with ranges that go back', 'entries', /"added":\[[^\]]*\]/, '"added":[3,1]'],
    ['with a field that no ledger has', 'entries', '"count":3', '"count":3,"bonus":1'],
    ['that is a list', 'entries', /^.*$/m, '[]'],
    ['that is null', 'entries', /^.*$/m, 'null'],
    ['that is no JSON', 'entries', /^.*$/m, '{"id":'],
    ['that reaches for the prototype', 'entries', '{', '{"__proto__":{"count":1},'],
    ['that reaches for the constructor', 'entries', '{', '{"constructor":{"prototype":{}},'],
    ['that is empty', 'entries', /^.*$/m, ''],
    ['with a name as long as a book', 'people', /"name":"Kai"/, `"name":"${'x'.repeat(501)}"`],
    ['of a session without a room', 'sessions', '"id":"tiktok:7001"', '"id":"7001"'],
    ['of settings that are none', 'settings', /"overlays":\{\}/, '"overlays":7'],
  ] as const)('%s is refused where it stands', async (_what, table, from, to) => {
    await expectRefused(
      await withPart(table, changed(from, to)),
      'bad-row',
      `${table}-0001.ndjson:1`,
    );
    expect(Object.hasOwn(Object.prototype, 'count')).toBe(false);
  });

  it.each([
    ['no stamp', { id: 'o1', stamp: 'now', type: 'offer-removed', offer: 'f1' }],
    ['a type of later', { id: 'o1', stamp: '000mwro18g0.0000.laptop01', type: 'spin-the-wheel' }],
    [
      'a purchase of next year',
      {
        id: 'o1',
        stamp: '000mwro18g0.0000.laptop01',
        type: 'purchase-set',
        purchase: {
          id: 'p1',
          unit: 'tiktok:coin',
          units: 5,
          price: { currency: 'USD', minor: 5 },
          channel: 'web',
          at: start + 400 * 86_400_000,
          note: '',
          evidence: 'hand',
          orderId: '',
        },
      },
    ],
  ])('that is an operation with %s is refused', async (_what, operation) => {
    const files = parts();
    const manifest = told(files);
    const bytes = new Uint8Array(strToU8(`${JSON.stringify(operation)}\n`));
    const name = 'operations-0001.ndjson';
    const part = {
      name,
      table: 'operations',
      rows: 1,
      bytes: bytes.length,
      sha256: await sha256(bytes),
    };
    manifest.parts.push(part);
    manifest.counts.operations = 1;
    await expectRefused(
      zipped({ ...files, [name]: bytes, 'manifest.json': strToU8(JSON.stringify(manifest)) }),
      'bad-row',
      `${name}:1`,
    );
  });
});
