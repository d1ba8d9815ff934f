import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, EntryId, GiftId, PlatformId } from '../../utils/core/ids.ts';
import type { OnPlatform } from '../../utils/core/ledger-filter.ts';
import { mergingOf, separationOf } from '../../utils/core/linked-accounts.ts';
import { type BoardAddress, usualBoard } from '../../utils/core/supporters-address.ts';
import { addDays, type Day, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { readLinkedAccounts } from '../../utils/storage/linked-accounts.ts';
import { operate } from '../../utils/storage/operations.ts';
import { personPage } from '../../utils/storage/person-page.ts';
import { boardRows, readBoard } from '../../utils/storage/supporters-board.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const DAY = 86_400_000;
const today = '2026-11-22' as Day;
const on22 = { today, firstWeekday: 1 };
const context = { ...listedCosts, now: start, cataloguePrice: () => null };

/** A gift to one of the user's accounts, as this test knows it. */
interface Given {
  readonly platform: 'tiktok' | 'kick';
  readonly person: string;
  readonly creator: 'a' | 'b';
  readonly daysAgo: number;
  readonly amount: number;
  readonly gift: string;
}

type Step =
  | { readonly do: 'give'; readonly given: Given }
  | { readonly do: 'link' | 'separate'; readonly one: string; readonly other: string }
  | { readonly do: 'hide'; readonly one: string };

const anyPerson = fc.constantFrom('tiktok:1', 'tiktok:2', 'tiktok:3', 'kick:1', 'kick:4');
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        who: anyPerson,
        creator: fc.constantFrom('a' as const, 'b' as const),
        daysAgo: fc.constantFrom(0, 1, 6, 8, 21, 30, 400),
        amount: fc.integer({ min: 1, max: 500 }),
        gift: fc.constantFrom('rose', 'lion'),
      })
      .map(({ who, ...given }): Step => {
        const { platform, id } = on(who);
        return { do: 'give', given: { ...given, person: id, platform } };
      }),
  },
  fc
    .record({ does: fc.constantFrom('link', 'separate'), one: anyPerson, other: anyPerson })
    .map(({ does, ...pair }): Step => ({ do: does, ...pair })),
  anyPerson.map((one): Step => ({ do: 'hide', one })),
);

function on(text: string): { platform: 'tiktok' | 'kick'; id: AccountId } {
  const [platform, id = ''] = text.split(':');
  return { platform: platform === 'kick' ? 'kick' : 'tiktok', id: account(id) };
}

let databases = 0;

/** Does the steps in a ledger of its own. */
async function ledgerOf(steps: readonly Step[]): Promise<LedgerDatabase> {
  databases += 1;
  const database = new LedgerDatabase(`board-${databases}`);
  const mine = (id: string) => ({ id: account(`me-${id}`), handle: id, name: id });
  await recordEvents(
    database,
    (['tiktok', 'kick'] as const).flatMap((platform) =>
      ['a', 'b'].map((id) => ({ type: 'account' as const, platform, me: mine(id) })),
    ),
    context,
  );
  for (const [index, step] of steps.entries()) {
    const at = epochMs(start + index);
    if (step.do === 'give') {
      const { platform, person, creator, daysAgo, amount, gift } = step.given;
      await recordEvents(
        database,
        [
          sighting({
            platform,
            key: `${platform}:gift:${index}` as EntryId,
            room: room(`${creator}${daysAgo}`),
            at: epochMs(at - daysAgo * DAY),
            sender: { id: account(person), handle: `h${person}`, name: `Name ${person}` },
            recipient: mine(creator),
            gift: { id: gift as GiftId, name: gift, icon: '' },
            unit: platform === 'kick' ? 'kick:kick' : 'tiktok:coin',
            unitPrice: units(amount),
            added: null,
            ended: true,
          }),
        ],
        context,
      );
    } else if (step.do === 'hide') {
      const { platform, id } = on(step.one);
      const what = { platform, person: id, hidden: true };
      await operate(database, { type: 'person-hidden', ...what }, { ...context, now: at });
    } else {
      const accounts = await readLinkedAccounts(database);
      const merging =
        step.do === 'separate'
          ? separationOf(on(step.one))
          : mergingOf(accounts, on(step.one), on(step.other));
      await operate(database, { type: 'people-merged', ...merging }, { ...context, now: at });
    }
  }
  return database;
}

const spans: Readonly<Record<string, readonly [from: Day, to: Day]>> = {
  day: [today, today],
  week: ['2026-11-16' as Day, today],
  month: ['2026-11-01' as Day, '2026-11-30' as Day],
  year: ['2026-01-01' as Day, '2026-12-31' as Day],
  always: ['2000-01-01' as Day, '2999-12-31' as Day],
};

/** Who is whom by the ledger's word; that this is right is shown elsewhere. */
async function endsOf(database: LedgerDatabase): Promise<(one: OnPlatform<AccountId>) => string> {
  const accounts = await readLinkedAccounts(database);
  return (one) => {
    const { platform, id } = accounts.standsFor(one);
    return `${platform}:${id}`;
  };
}

const board = (part: Partial<BoardAddress>): BoardAddress => ({ ...usualBoard, ...part });
const dayOf = ({ daysAgo }: Given): Day => addDays(today, -daysAgo);

describe('leaderboards', () => {
  it('equal a plain recount of gifts, whoever was linked, separated and hidden', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 24 }), async (steps) => {
        const database = await ledgerOf(steps);
        const endOf = await endsOf(database);
        const given = steps.flatMap((step) => (step.do === 'give' ? [step.given] : []));
        const hidden = new Set(
          steps.flatMap((step) => (step.do === 'hide' ? [endOf(on(step.one))] : [])),
        );
        for (const [period, [from, to]] of Object.entries(spans)) {
          const truth = new Map<string, { coins: number; kicks: number; gifts: number }>();
          for (const one of given) {
            if (dayOf(one) < from || dayOf(one) > to) continue;
            const key = endOf({ platform: one.platform, id: account(one.person) });
            const sum = truth.get(key) ?? { coins: 0, kicks: 0, gifts: 0 };
            truth.set(key, {
              coins: sum.coins + (one.platform === 'tiktok' ? one.amount : 0),
              kicks: sum.kicks + (one.platform === 'kick' ? one.amount : 0),
              gifts: sum.gifts + 1,
            });
          }
          for (const by of ['tiktok:coin', 'kick:kick'] as const) {
            const address = board({ period: period as BoardAddress['period'], by });
            const { rows, view } = await readBoard(database, address, on22);
            const shown = [...truth].filter(([key]) => !hidden.has(key));
            expect(
              new Map(
                rows.map(({ platform, person, sum }) => [
                  `${platform}:${person}`,
                  {
                    coins: sum.amounts.find(({ unit }) => unit === 'tiktok:coin')?.units ?? 0,
                    kicks: sum.amounts.find(({ unit }) => unit === 'kick:kick')?.units ?? 0,
                    gifts: sum.gifts,
                  },
                ]),
              ),
            ).toEqual(new Map(shown));
            expect([view.people, view.hidden]).toEqual([truth.size, truth.size - shown.length]);
            expect(view.total.gifts).toBe(
              [...truth.values()].reduce((sum, { gifts }) => sum + gifts, 0),
            );
            if (view.by !== by) continue;
            const ranked = rows.map(
              ({ sum }) => sum.amounts.find(({ unit }) => unit === by)?.units ?? 0,
            );
            expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
          }
        }
        database.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  const give = (given: Partial<Given>): Step => ({
    do: 'give',
    given: {
      platform: 'tiktok',
      person: '1',
      creator: 'a',
      daysAgo: 0,
      amount: 10,
      gift: 'rose',
      ...given,
    },
  });

  it('are of one creator, of one stream, found by name, with hidden people if wanted', async () => {
    const database = await ledgerOf([
      give({ amount: 5 }),
      give({ person: '2', creator: 'b', amount: 9 }),
      give({ person: '3', amount: 7, daysAgo: 400 }),
      { do: 'hide', one: 'tiktok:1' },
    ]);
    const rowsOf = async (part: Partial<BoardAddress>) =>
      (await readBoard(database, board({ period: 'always', ...part }), on22)).rows.map(
        ({ person, rank }) => `${rank} ${person}`,
      );
    expect(await rowsOf({})).toEqual(['1 2', '2 3']);
    expect(await rowsOf({ hidden: true })).toEqual(['1 2', '2 3', '3 1']);
    expect(await rowsOf({ text: 'NAME 3' })).toEqual(['2 3']);
    const whose = { platform: 'tiktok' as PlatformId, id: account('me-b') };
    expect(await rowsOf({ whose })).toEqual(['1 2']);
    expect(await rowsOf({ period: 'stream', stream: 'tiktok:a400' })).toEqual(['1 3']);
    const { view } = await readBoard(database, board({}), on22);
    expect(view.creators.map(({ id }) => id)).toEqual(['me-a', 'me-b']);
    expect(view.measures).toEqual(['tiktok:coin', 'worth']);
  });

  it('keep what was given to followed creators apart, by whichever of their accounts', async () => {
    const database = await ledgerOf([give({ amount: 5 })]);
    const followed = ['tiktok', 'kick'] as const;
    for (const [index, platform] of followed.entries()) {
      const person = account(`other on ${platform}`);
      const wanted = { type: 'creator-followed', platform, person, followed: true } as const;
      await operate(database, wanted, context);
      await recordEvents(
        database,
        [
          sighting({
            platform,
            key: `${platform}:gift:of others` as EntryId,
            room: room('of others'),
            sender: { id: account('1'), handle: '', name: '' },
            recipient: { id: person, handle: '', name: '' },
            unit: platform === 'kick' ? 'kick:kick' : 'tiktok:coin',
            unitPrice: units(100 + index),
            added: null,
            ended: true,
          }),
        ],
        context,
      );
    }
    const sumOf = async (whose: BoardAddress['whose']) => {
      const { view } = await readBoard(database, board({ whose }), on22);
      return view.total.amounts.map((each) => each.units);
    };
    const other = { platform: 'tiktok', id: account('other on tiktok') } as const;
    const onKick = { platform: 'kick', id: account('other on kick') } as const;
    expect(await sumOf(null)).toEqual([5]);
    expect(await sumOf(other)).toEqual([100]);
    expect(await sumOf('all')).toEqual([105, 101]);
    const merging = mergingOf(await readLinkedAccounts(database), onKick, other);
    await operate(database, { type: 'people-merged', ...merging }, context);
    expect(await sumOf(other)).toEqual([100, 101]);
    expect(await sumOf(onKick)).toEqual([100, 101]);
    expect(await sumOf('mine')).toEqual([5]);
    const page = await personPage(
      database,
      { platform: 'tiktok', id: account('1') },
      { today, display: listedCosts.display, lapsedAfter: 30, whose: other },
    );
    expect(page?.gave?.sum.amounts.map((each) => each.units)).toEqual([100]);
    expect(page?.gave?.gifts.map(({ sum }) => sum.gifts)).toEqual([1]);
    expect(page?.gave?.filter).toMatchObject({ creator: other, person: { id: '1' } });
  });

  it('say of each who is new, came back or lapsed, under the name of now', async () => {
    const database = await ledgerOf([
      give({}),
      give({ person: '2', amount: 9 }),
      give({ person: '2', daysAgo: 21 }),
      give({ person: '3', daysAgo: 400, amount: 1 }),
      give({ platform: 'kick', person: '4', daysAgo: 30, amount: 1 }),
      { do: 'link', one: 'kick:4', other: 'tiktok:1' },
    ]);
    const read = await readBoard(database, board({ period: 'always', by: 'tiktok:coin' }), on22);
    const rows = await boardRows(database, read, 0, 9, 30);
    expect(rows.map(({ person, standing, linked }) => [person.handle, standing, linked])).toEqual([
      ['h2', 'returning', []],
      ['h1', 'returning', ['kick']],
      ['h3', 'lapsed', []],
    ]);
  });

  it('rank by worth where units differ, what has no known worth last', async () => {
    const database = await ledgerOf([
      give({ platform: 'kick', person: '4', amount: 400 }),
      give({ amount: 5 }),
      give({ person: '2', amount: 6 }),
    ]);
    const { rows, view } = await readBoard(database, board({}), on22);
    expect(view.by).toBe('worth');
    expect(rows.map(({ person }) => person)).toEqual(['2', '1', '4']);
  });

  it('lead to pages whose sums are the same, with streams and gifts', async () => {
    const database = await ledgerOf([
      give({ amount: 5 }),
      give({ amount: 5, gift: 'lion', daysAgo: 21 }),
      give({ amount: 6, gift: 'lion' }),
      give({ platform: 'kick', person: '4', amount: 50 }),
      give({ person: '2', amount: 70 }),
      { do: 'link', one: 'kick:4', other: 'tiktok:1' },
      { do: 'link', one: 'tiktok:3', other: 'tiktok:1' },
    ]);
    const page = await personPage(
      database,
      { platform: 'kick', id: account('4') },
      { today, display: listedCosts.display, lapsedAfter: 30, whose: null },
    );
    expect(page).toMatchObject({
      platform: 'tiktok',
      id: '1',
      person: { handle: 'h1' },
      got: null,
      gave: {
        sum: {
          entries: 4,
          gifts: 4,
          amounts: [
            { unit: 'tiktok:coin', units: 16 },
            { unit: 'kick:kick', units: 50 },
          ],
        },
        first: '2026-11-01',
        last: today,
        streams: 3,
        standing: 'returning',
        giftsOf: null,
      },
    });
    expect(page?.accounts.map(({ platform, id, joined }) => `${platform}:${id} ${joined}`)).toEqual(
      ['tiktok:1 false', 'kick:4 true', 'tiktok:3 true'],
    );
    expect(page?.gave?.gifts.map(({ name, sum }) => [name, sum.gifts])).toEqual([
      ['lion', 2],
      ['rose', 1],
      ['rose', 1],
    ]);
    expect(page?.gave?.sessions.map(({ day, sum }) => [day, sum.gifts])).toEqual([
      [today, 2],
      [today, 1],
      ['2026-11-01', 1],
    ]);
    const { rows } = await readBoard(database, board({ period: 'always' }), on22);
    expect(rows.find(({ person }) => person === '1')?.sum.amounts).toEqual(page?.gave?.sum.amounts);
  });

  it('have no page for nobody', async () => {
    const database = await ledgerOf([]);
    const nobody = { platform: 'tiktok' as PlatformId, id: account('404') };
    expect(
      await personPage(database, nobody, {
        today,
        display: listedCosts.display,
        lapsedAfter: 30,
        whose: null,
      }),
    ).toBeNull();
  });
});
