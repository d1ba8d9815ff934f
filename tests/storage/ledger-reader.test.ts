import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Budget, type BudgetId, usualAlerts, wholeScope } from '../../utils/core/budget.ts';
import { noCost } from '../../utils/core/cost.ts';
import type { GiftId } from '../../utils/core/ids.ts';
import { everything, type LedgerFilter } from '../../utils/core/ledger-filter.ts';
import type { Block } from '../../utils/core/ledger-outline.ts';
import { ledgerSum } from '../../utils/core/ledger-sums.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type Day, epochMs, timeZone } from '../../utils/core/time.ts';
import { type SessionId, sharesOf } from '../../utils/core/totals.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase, type StoredEntry } from '../../utils/storage/database.ts';
import { planLedger } from '../../utils/storage/ledger-plan.ts';
import { LedgerReader } from '../../utils/storage/ledger-reader.ts';
import {
  type BlockHead,
  cutBlock,
  readBlock,
  readHead,
  walkLedger,
} from '../../utils/storage/ledger-scan.ts';
import { account, start } from '../core/sightings.ts';
import { putEntries, storedEntry } from './stored-entries.ts';

const utc = timeZone('UTC');
const usd = currencyCode('USD');
const MINUTE = 60_000;

let database: LedgerDatabase;
let databases = 0;

beforeEach(() => {
  databases += 1;
  database = new LedgerDatabase(`reader-${databases}`);
});

const filtered = (part: Partial<LedgerFilter>): LedgerFilter => ({ ...everything, ...part });

/** How many times the newest rows of a block are read before the rest of it is cut. */
const HEADS = [0, 1, 2, Number.POSITIVE_INFINITY];

/** Reads everything that a filter wants, through outline and blocks, as the list does. */
async function allOf(filter: LedgerFilter, from = database, heads = 0) {
  const plan = await planLedger(from, filter, utc);
  const ids: string[] = [];
  let counted = 0;
  for await (const { blocks } of walkLedger(from, plan)) {
    for (const block of blocks) {
      counted += block.count;
      let rest: Block | null = block;
      for (let head = 0; head < heads && rest !== null; head += 1) {
        const read: BlockHead = await readHead(from, plan, rest);
        ids.push(...read.rows.map(({ id }) => id));
        rest = read.rest;
      }
      if (rest === null) continue;
      for (const part of await cutBlock(from, plan, rest)) {
        ids.push(...(await readBlock(from, plan, part)).map(({ id }) => id));
      }
    }
  }
  return { ids, counted };
}

/** Waits until a condition holds, while the reader works. */
async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const people = ['11', '12', '13'] as const;

/** Ledgers with a little of everything, over some months, many at the same moment. */
const ledgers = fc.array(
  fc.record({
    at: fc.oneof(
      fc.integer({ min: 0, max: 90 * 24 * 60 }).map((minutes) => start - minutes * MINUTE),
      fc.constantFrom(start, start - 1, start - 86_400_000),
    ),
    sender: fc.constantFrom(...people),
    creator: fc.constantFrom('99', '98', '12'),
    gift: fc.constantFrom('5655', '6064', null),
    kind: fc.constantFrom('gift', 'chest', 'subscription'),
    direction: fc.constantFrom('sent', 'received'),
    state: fc.constantFrom('ended', 'open', 'quiet'),
    onSend: fc.boolean(),
    listed: fc.boolean(),
    voided: fc.nat({ max: 5 }).map((n) => n === 0),
  }),
  { maxLength: 60 },
);

type Drawn = typeof ledgers extends fc.Arbitrary<(infer Each)[]> ? Each : never;

function entryFrom(
  { at, sender, creator, gift, kind, direction, state, onSend, listed, voided }: Drawn,
  n: number,
) {
  return storedEntry(
    n,
    {
      at: epochMs(at),
      sender: { id: account(sender), handle: `viewer.${sender}`, name: '' },
      recipient: { id: account(creator), handle: `creator.${creator}`, name: '' },
      gift: gift === null ? null : { id: gift as GiftId, name: '', icon: '' },
      kind: kind as StoredEntry['kind'],
      ended: state === 'ended',
      evidence: onSend ? 'send' : 'page',
    },
    {
      direction: direction as StoredEntry['direction'],
      ...(state === 'open' ? { openSince: start } : {}),
      cost:
        listed && direction === 'sent'
          ? { ...noCost(usd), listed: 5_000_000, listedUnits: 1 }
          : null,
      ...(voided ? { correction: { voided } } : {}),
    },
  );
}

const counting: Budget = {
  id: 'counting' as BudgetId,
  name: '',
  scope: {
    ...wholeScope,
    creators: [
      { platform: 'tiktok', id: account('98') },
      { platform: 'tiktok', id: account('99') },
    ],
    kinds: ['gift', 'chest'],
  },
  limit: { in: 'units', unit: 'tiktok:coin', units: units(50) },
  period: { type: 'day' },
  rollover: { left: false, over: false },
  alerts: usualAlerts,
  lock: null,
  since: '2026-01-01' as Day,
  pausedUntil: null,
};

const parts = {
  direction: fc.constantFrom('sent', 'received'),
  kind: fc.constantFrom('gift', 'chest', 'subscription'),
  state: fc.constantFrom('open', 'closed', 'unconfirmed', 'void'),
  basis: fc.constantFrom('unknown', 'listed'),
  from: fc.constantFrom('2026-10-01', '2026-11-22').map((day) => day as Day),
  to: fc.constantFrom('2026-10-31', '2026-11-21').map((day) => day as Day),
  creator: fc.constantFrom({ platform: 'tiktok', id: account('98') }),
  person: fc.constantFrom({ platform: 'tiktok', id: account('12') }),
  gift: fc.constantFrom({ platform: 'tiktok', id: '6064' as GiftId }),
  session: fc.constantFrom<readonly SessionId[]>(
    ['tiktok:7001'],
    ['tiktok:none', 'tiktok:7002'],
    ['tiktok:none'],
  ),
  during: fc.constantFrom(
    { from: start, to: epochMs(start + 3 * MINUTE) },
    { from: start, to: start },
  ),
  budget: fc.constantFrom(counting.id, 'removed' as BudgetId),
  hour: fc.constantFrom({ weekday: 7, hour: 10 }, { weekday: 3, hour: 4 }),
  whose: fc.constantFrom('mine', 'followed'),
  undelivered: fc.constant(true),
  text: fc.constantFrom('Róse', 'viewer.12', 'nobody'),
} satisfies { readonly [Name in keyof LedgerFilter]?: fc.Arbitrary<LedgerFilter[Name]> };

/** Filters of anything, and such as stored totals answer, which would seldom come by themselves. */
const filters: fc.Arbitrary<Partial<LedgerFilter>> = fc.oneof(
  fc.record(parts, { requiredKeys: [] }),
  fc.record(
    {
      direction: parts.direction,
      kind: parts.kind,
      basis: parts.basis,
      state: fc.constantFrom('closed', 'unconfirmed'),
      from: parts.from,
      to: parts.to,
      creator: parts.creator,
      budget: parts.budget,
      whose: parts.whose,
    },
    { requiredKeys: [] },
  ),
);

describe('the entries that a filter wants', () => {
  it('are read through every index as one look at all of them finds, newest first, and add up the same', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, filters, fc.constantFrom(...HEADS), async (drawn, part, heads) => {
        databases += 1;
        const own = new LedgerDatabase(`reader-${databases}`);
        const entries = drawn.map(entryFrom);
        await putEntries(own, entries);
        const gone = entries.filter(({ correction }) => correction !== undefined);
        await own.corrections.bulkPut(gone.map(({ id }) => ({ entry: id, voided: true })));
        await own.gifts.put({
          platform: 'tiktok',
          id: '5655' as GiftId,
          name: 'Rosé',
          icon: '',
          price: null,
          at: start,
        });
        await own.standings.put({
          id: `budget ${counting.id}`,
          type: 'budget',
          standing: { value: counting, pending: null },
        });
        for (const id of people) {
          await own.people.put({
            platform: 'tiktok',
            id: account(id),
            handle: `Viewer.${id}`,
            name: '',
            at: start,
            past: [],
          });
        }
        const filter = filtered(part);
        const { text, direction, kind, state, basis, from, to, hour } = filter;
        const wanted = entries
          .filter(
            (entry) =>
              (direction === null || entry.direction === direction) &&
              (kind === null || entry.kind === kind) &&
              (state === null ||
                state ===
                  (entry.correction !== undefined
                    ? 'void'
                    : entry.ended
                      ? 'closed'
                      : entry.openSince === undefined
                        ? 'unconfirmed'
                        : 'open')) &&
              (basis === null ||
                (entry.direction === 'sent' && (basis === 'listed') === (entry.cost !== null))) &&
              (from === null || entry.day >= from) &&
              (to === null || entry.day <= to) &&
              (filter.creator === null || entry.creator === '98') &&
              (filter.person === null || entry.sender === '12') &&
              (filter.gift === null || entry.gift === '6064') &&
              (filter.session === null || filter.session.includes(entry.session)) &&
              (filter.during === null ||
                (entry.at >= filter.during.from && entry.at <= filter.during.to)) &&
              // No entry here is of an account of the user's own.
              (filter.whose === null ||
                (filter.whose === 'followed') === (entry.direction === 'received')) &&
              (filter.budget === null ||
                (filter.budget === counting.id &&
                  entry.creator !== '12' &&
                  entry.kind !== 'subscription')) &&
              (hour === null ||
                (entry.hour === hour.hour &&
                  Temporal.PlainDate.from(entry.day).dayOfWeek === hour.weekday)) &&
              (!filter.undelivered || (entry.onSend && !entry.onPage)) &&
              (text === '' ||
                (text === 'Róse' && entry.gift === '5655') ||
                (text === 'viewer.12' && (entry.sender === '12' || entry.creator === '12'))),
          )
          .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
        const { ids, counted } = await allOf(filter, own, heads);
        expect(ids).toEqual(wanted.map(({ id }) => id));
        expect(counted).toBe(wanted.length);
        const reader = new LedgerReader(own, filter, utc, () => {});
        await reader.read();
        const shares = wanted.flatMap((entry) => sharesOf(entry)?.day ?? []);
        expect(reader.sums?.sums(usd)).toEqual({
          sent: ledgerSum(shares, 'sent', usd),
          received: ledgerSum(shares, 'received', null),
        });
        expect(reader.counting).toBe(false);
        own.close();
      }),
      { numRuns: 60 },
    );
  });

  it('are found among ids of another platform, and are none where a name is unknown', async () => {
    await putEntries(database, [storedEntry(1)]);
    expect((await allOf(filtered({ text: 'nobody' }))).ids).toEqual([]);
    expect((await allOf(filtered({ state: 'void' }))).ids).toEqual([]);
    expect((await allOf(filtered({ from: '2030-01-01' as Day }))).ids).toEqual([]);
    expect((await allOf(everything, new LedgerDatabase('empty'))).ids).toEqual([]);
  });
});

describe('a list of which a part is in view', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      storedEntry(n, { at: epochMs(start - n * MINUTE), unitPrice: units(1 + (n % 5)) }),
    );

  async function opened(filter: LedgerFilter) {
    const reader = new LedgerReader(database, filter, utc, () => {});
    reader.show(0, 20);
    await reader.read();
    return reader;
  }

  it('has its length at once and its rows where they are looked at, and lets go of the others', async () => {
    await putEntries(database, many(5_000));
    const reader = await opened(everything);
    expect(reader.count).toBe(5_000);
    await until(() => reader.rowAt(20) !== null);
    expect(reader.rowAt(0)).toMatchObject({ id: 'entry 0', direction: 'sent', correction: null });
    expect(reader.rowAt(4_999)).toBeNull();
    for (const first of [4_979, 2_500, 1_000, 3_000, 1_500, 4_000, 500, 2_000, 3_500, 4_979]) {
      reader.show(first, first + 20);
      await until(() => reader.rowAt(first + 20) !== null);
      expect(reader.rowAt(first + 20)?.id).toBe(`entry ${first + 20}`);
    }
    expect(reader.rowAt(0)).toBeNull();
    expect(reader.count).toBe(5_000);
  });

  it('takes in what comes while it is open', async () => {
    await putEntries(database, many(300));
    const reader = await opened(everything);
    await until(() => reader.rowAt(0) !== null);
    await putEntries(database, [storedEntry(900, { at: epochMs(start + MINUTE) })]);
    await reader.read();
    expect(reader.count).toBe(301);
    expect(reader.rowAt(0)?.id).toBe('entry 900');
  });

  it('shows what is void, which no total counts', async () => {
    await putEntries(database, many(3));
    const at = epochMs(start - 400 * 86_400_000);
    const gone = storedEntry(7, { at }, { correction: { voided: true } });
    await database.entries.put(gone);
    await database.corrections.put({ entry: gone.id, voided: true });
    const reader = await opened(everything);
    expect(reader.count).toBe(4);
    await until(() => reader.rowAt(3) !== null);
    expect(reader.rowAt(3)).toMatchObject({ id: gone.id, correction: 'void' });
    expect((await allOf(filtered({ state: 'void' }))).ids).toEqual([gone.id]);
    expect((await allOf(filtered({ state: 'closed' }))).ids).not.toContain(gone.id);
  });

  it('says by name that it cannot be read, and shows what it has', async () => {
    await putEntries(database, many(300));
    const reader = await opened(everything);
    await until(() => reader.rowAt(0) !== null);
    database.close();
    await reader.read();
    expect(reader.trouble).toBe('DatabaseClosedError');
    expect(reader.rowAt(0)?.id).toBe('entry 0');
  });

  it('stops when it is no longer wanted', async () => {
    await putEntries(database, many(2_000));
    let told = 0;
    const reader = new LedgerReader(
      database,
      filtered({ hour: { weekday: 7, hour: 10 } }),
      utc,
      () => {
        told += 1;
        reader.stop();
      },
    );
    await reader.read();
    expect(told).toBe(1);
    expect(reader.counting).toBe(true);
  });
});
