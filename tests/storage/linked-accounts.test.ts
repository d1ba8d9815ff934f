import { beforeEach, describe, expect, it } from 'vitest';
import { usualAlerts, wholeScope } from '../../utils/core/budget.ts';
import type { CaptureEvent, GiftSeen } from '../../utils/core/gift-event.ts';
import type { AccountId, EntryId } from '../../utils/core/ids.ts';
import { everything, type OnPlatform } from '../../utils/core/ledger-filter.ts';
import { mergingOf, separationOf } from '../../utils/core/linked-accounts.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type Day, epochMs, type Month, timeZone } from '../../utils/core/time.ts';
import { beginTrust, confirm, pass } from '../../utils/core/trusted-time.ts';
import { units } from '../../utils/core/units.ts';
import { waitingAlerts } from '../../utils/storage/alerts.ts';
import { budgetsLeft, budgetViews } from '../../utils/storage/budget-views.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { forgetPerson } from '../../utils/storage/forgetting.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { LedgerReader } from '../../utils/storage/ledger-reader.ts';
import { readLinkedAccounts } from '../../utils/storage/linked-accounts.ts';
import { operate, type Wanted } from '../../utils/storage/operations.ts';
import { overviewOf } from '../../utils/storage/overview.ts';
import { settleStandings } from '../../utils/storage/standings.ts';
import { budget } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const usd = currencyCode('USD');
const DAY = 86_400_000;
const mira: OnPlatform<AccountId> = { platform: 'tiktok', id: account('99') };
const miraOnKick: OnPlatform<AccountId> = { platform: 'kick', id: account('k99') };
const miraAgain: OnPlatform<AccountId> = { platform: 'tiktok', id: account('98') };
const somebody: OnPlatform<AccountId> = { platform: 'tiktok', id: account('97') };

let database: LedgerDatabase;
let databases = 0;
beforeEach(() => {
  databases += 1;
  database = new LedgerDatabase(`linked-${databases}`);
});

const context = { ...listedCosts, now: start, cataloguePrice: () => null };
const wish = (wanted: Wanted) => operate(database, wanted, context);

async function link(one: OnPlatform<AccountId>, into: OnPlatform<AccountId>) {
  const accounts = await readLinkedAccounts(database);
  return wish({ type: 'people-merged', ...mergingOf(accounts, one, into) });
}
const separate = (one: OnPlatform<AccountId>) =>
  wish({ type: 'people-merged', ...separationOf(one) });

let gifts = 0;
/** A gift of the user's, a cent a coin or KICK. */
function giftTo({ platform, id }: OnPlatform<AccountId>, amount: number, days = 0): GiftSeen {
  gifts += 1;
  return sighting({
    platform,
    key: `${platform}:gift:${gifts}` as EntryId,
    room: room(platform),
    at: epochMs(start + days * DAY),
    sender: { id: account(`me on ${platform}`), handle: 'kai', name: 'Kai' },
    recipient: { id, handle: `handle ${id}`, name: `name ${id}` },
    gift: null,
    unit: platform === 'kick' ? 'kick:kick' : 'tiktok:coin',
    unitPrice: units(amount),
    added: null,
    ended: true,
  });
}

const me = (platform: 'tiktok' | 'kick'): CaptureEvent => ({
  type: 'account',
  platform,
  me: { id: account(`me on ${platform}`), handle: 'kai', name: 'Kai' },
});

const send = (...sent: readonly GiftSeen[]) =>
  recordEvents(database, [me('tiktok'), me('kick'), ...sent], context);

const november = { kind: 'month', month: '2026-11' as Month } as const;
const creators = async () =>
  (await overviewOf(database, november, 'sent', usd)).creators.map(({ of, sum }) => [
    of?.id,
    sum.money?.amount,
  ]);

describe('a creator with accounts on two platforms', () => {
  it('is one creator in the overview, in money, and its entries add up to that', async () => {
    await send(giftTo(mira, 100), giftTo(miraOnKick, 250), giftTo(somebody, 300));
    expect(await creators()).toEqual([
      ['97', 3_000_000],
      ['k99', 2_500_000],
      ['99', 1_000_000],
    ]);
    await link(miraOnKick, mira);
    const view = await overviewOf(database, november, 'sent', usd);
    expect(view.creators.map(({ of, sum }) => [of?.id, sum.money?.amount])).toEqual([
      ['99', 3_500_000],
      ['97', 3_000_000],
    ]);
    for (const more of [{}, { text: 'handle' }]) {
      const wanted = { ...everything, ...view.creators[0]?.filter, ...more };
      const reader = new LedgerReader(database, wanted, timeZone('UTC'), () => {});
      await reader.read();
      expect(reader.sums?.sums(usd).sent).toEqual(view.creators[0]?.sum);
      expect(reader.count).toBe(2);
    }
    await separate(miraOnKick);
    expect(await creators()).toHaveLength(3);
  });

  it('is found in the ledger by any of the accounts', async () => {
    await send(giftTo(mira, 100), giftTo(miraAgain, 10), giftTo(miraOnKick, 250));
    await link(miraAgain, mira);
    await link(mira, miraOnKick);
    for (const creator of [mira, miraAgain, miraOnKick]) {
      const reader = new LedgerReader(
        database,
        { ...everything, creator },
        timeZone('UTC'),
        () => {},
      );
      await reader.read();
      expect(reader.sums?.sums(usd).sent.entries).toBe(3);
    }
  });

  it('counts whole in a budget that names one of the accounts, this month and before', async () => {
    const scope = { ...wholeScope, creators: [mira] };
    await send(giftTo(mira, 100), giftTo(miraOnKick, 250), giftTo(mira, 70, -30));
    await send(giftTo(miraOnKick, 30, -30), giftTo(somebody, 999));
    await wish({ type: 'budget-set', budget: budget({ scope, alerts: usualAlerts }) });
    await settleStandings(database, beginTrust(start));
    const spent = async () => {
      const [view] = await budgetViews(database, context, beginTrust(start));
      return view?.history.slice(-2).map((each) => {
        if (each.spent.in !== 'money') throw new Error('not in money');
        return each.spent.money.amount;
      });
    };
    expect(await spent()).toEqual([700_000, 1_000_000]);
    const linked = await link(miraOnKick, mira);
    expect(await spent()).toEqual([1_000_000, 3_500_000]);
    const within = { from: '2026-11-01' as Day, to: '2026-11-30' as Day };
    const wanted = { ...everything, ...within, direction: 'sent', budget: budget().id } as const;
    const reader = new LedgerReader(database, wanted, timeZone('UTC'), () => {});
    await reader.read();
    expect(reader.sums?.sums(usd).sent.money?.amount).toBe(3_500_000);
    // A gift on the other platform is held against it, and speaks up.
    const left = await budgetsLeft(
      database,
      { platform: 'kick', creator: miraOnKick.id, session: '' },
      context,
    );
    expect(left).toHaveLength(1);
    await send(giftTo(miraOnKick, 4_000));
    expect((await waitingAlerts(database)).map(({ about }) => about)).toContain('share-80');
    await wish({ type: 'undo', operation: linked.id });
    expect(await spent()).toEqual([700_000, 1_000_000]);
  });

  it.each([
    ['linked across platforms', miraOnKick],
    ['merged on one', miraAgain],
  ])(
    '%s counts in a locked budget for the whole delay after the user takes it back',
    async (_, other) => {
      const scope = { ...wholeScope, creators: [mira] };
      const lock = { delayMs: DAY };
      await send(giftTo(mira, 100), giftTo(other, 250));
      await wish({ type: 'budget-set', budget: budget({ scope, lock }) });
      const watched = confirm(beginTrust(start), start, start);
      await settleStandings(database, watched);
      const standing = async (ms = 0) => {
        const time = pass(watched, ms, epochMs(start + ms));
        await settleStandings(database, time);
        const [view] = await budgetViews(database, context, time);
        const { spent } = view?.now ?? {};
        return [
          spent?.in === 'money' ? spent.money.amount : null,
          view?.pending?.leaving.map(({ id }) => id) ?? null,
        ];
      };
      expect(await standing()).toEqual([1_000_000, null]);
      const linked = await link(other, mira);
      // Stricter: at once.
      expect(await standing()).toEqual([3_500_000, null]);
      await separate(other);
      expect(await standing()).toEqual([3_500_000, [other.id]]);
      const left = await budgetsLeft(
        database,
        { platform: other.platform, creator: other.id, session: '' },
        context,
      );
      expect(left).toHaveLength(1);
      expect(await standing(DAY - 1)).toEqual([3_500_000, [other.id]]);
      expect(await standing(DAY)).toEqual([1_000_000, null]);
      // Nor is an undo a way around, and an account that is linked anew does not wait any more.
      await link(other, mira);
      expect(await standing(DAY)).toEqual([3_500_000, null]);
      for (const { id, type } of await database.operations.toArray()) {
        if (type === 'people-merged') await wish({ type: 'undo', operation: id });
      }
      expect(await standing(DAY + 1)).toEqual([3_500_000, [other.id]]);
      await wish({ type: 'undo', operation: linked.id });
      await link(other, mira);
      expect(await standing(3 * DAY)).toEqual([3_500_000, null]);
    },
  );

  it('waits to leave a locked budget also where it becomes somebody else’s, unless the user goes on naming it', async () => {
    const named = budget({ scope: { ...wholeScope, creators: [mira] }, lock: { delayMs: DAY } });
    await send(giftTo(mira, 100), giftTo(miraAgain, 250), giftTo(somebody, 7));
    await wish({ type: 'budget-set', budget: named });
    await link(miraAgain, mira);
    await settleStandings(database, beginTrust(start));
    await wish({
      type: 'people-merged',
      platform: 'tiktok',
      person: miraAgain.id,
      into: somebody.id,
    });
    await settleStandings(database, beginTrust(start));
    const [view] = await budgetViews(database, context, beginTrust(start));
    expect(view?.budget).toEqual(named);
    expect(view?.pending?.leaving.map(({ id }) => id)).toEqual([miraAgain.id]);
    // Filed under somebody else now, whose gifts count with them meanwhile.
    expect(view?.now.spent).toMatchObject({ money: { amount: 3_570_000 } });
    const scope = { ...wholeScope, creators: [mira, miraAgain] };
    await wish({ type: 'budget-set', budget: { ...named, scope } });
    await settleStandings(database, beginTrust(start));
    const [kept] = await budgetViews(database, context, beginTrust(start));
    expect(kept?.pending).toBeNull();
    await forgetPerson(database, 'tiktok', miraAgain.id, context);
    expect(JSON.stringify(await database.standings.toArray())).not.toContain(miraAgain.id);
  });

  it('counts in a budget that names an account which was merged into another', async () => {
    const scope = { ...wholeScope, creators: [miraAgain] };
    await send(giftTo(mira, 100), giftTo(miraAgain, 10));
    await wish({ type: 'budget-set', budget: budget({ scope }) });
    await settleStandings(database, beginTrust(start));
    await link(miraAgain, mira);
    const [view] = await budgetViews(database, context, beginTrust(start));
    expect(view?.now.spent).toMatchObject({ money: { amount: 1_100_000 } });
    expect(view?.now.first).toBe('2026-11-01' as Day);
  });

  it('is deleted with all accounts, and the links name nobody then', async () => {
    await send(giftTo(mira, 100), giftTo(miraOnKick, 250));
    await link(miraOnKick, mira);
    await forgetPerson(database, 'kick', miraOnKick.id, context);
    const rows = await Promise.all(database.tables.map((table) => table.toArray()));
    const text = JSON.stringify(rows);
    expect(['k99', 'handle 99', 'name 99'].filter((each) => text.includes(each))).toEqual([]);
    expect(await database.linked.toArray()).toEqual([]);
  });
});

describe('what is said of accounts one after the other', () => {
  it('loses nothing that was said before', async () => {
    await link(miraAgain, mira);
    await link(mira, miraOnKick);
    await link(mira, somebody);
    const accounts = await readLinkedAccounts(database);
    expect(
      accounts
        .accountsOf(miraAgain)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['97', '98', '99', 'k99']);
    expect(accounts.standsFor(miraOnKick)).toEqual(somebody);
  });
});
