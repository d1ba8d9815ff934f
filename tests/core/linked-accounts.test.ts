import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, PlatformId } from '../../utils/core/ids.ts';
import type { OnPlatform } from '../../utils/core/ledger-filter.ts';
import { LinkedAccounts } from '../../utils/core/linked-accounts.ts';
import { foldOperations, type Operation, type OperationId } from '../../utils/core/operation.ts';
import { readOperation } from '../../utils/core/operation-schema.ts';
import { anyLink, type Doing, operation } from './made-operations.ts';
import { account, shuffledRepeats, start } from './sightings.ts';

type Account = OnPlatform<AccountId>;

/** `tiktok:1`. */
function on(text: string): Account {
  const [platform, id = ''] = text.split(':');
  return { platform: platform as PlatformId, id: account(id) };
}

const text = ({ platform, id }: Account) => `${platform}:${id}`;

function link(from: string, into: string): Doing {
  const [a, b] = [on(from), on(into)];
  return {
    type: 'people-merged',
    platform: a.platform,
    person: a.id,
    into: b.id,
    ...(a.platform === b.platform ? {} : { intoPlatform: b.platform }),
  };
}

const linkedBy = (...doings: Doing[]) =>
  new LinkedAccounts(foldOperations(doings.map((doing, index) => operation(index, doing))));
const accounts = (of: LinkedAccounts, one: string) => of.accountsOf(on(one)).map(text);

describe('accounts of one person', () => {
  it('are linked across platforms, each with what was merged into it', () => {
    const linked = linkedBy(
      link('tiktok:1', 'tiktok:2'),
      link('tiktok:2', 'kick:5'),
      link('twitch:9', 'kick:5'),
    );
    expect(text(linked.standsFor(on('tiktok:1')))).toBe('kick:5');
    expect(linked.filedUnder(on('twitch:9')).map(text)).toEqual(['kick:5', 'tiktok:2', 'twitch:9']);
    expect(accounts(linked, 'tiktok:1')).toEqual(['kick:5', 'tiktok:2', 'twitch:9', 'tiktok:1']);
    expect(accounts(linked, 'tiktok:7')).toEqual(['tiktok:7']);
    expect(accounts(linked, 'kick:1')).toEqual(['kick:1']);
  });

  it('of two on one platform that are both linked to a third are merged', () => {
    const { merged, linked } = foldOperations(
      [link('tiktok:1', 'kick:5'), link('tiktok:2', 'kick:5')].map((doing, index) =>
        operation(index, doing),
      ),
    );
    expect(merged).toEqual([{ platform: 'tiktok', person: '2', into: '1' }]);
    expect(linked).toEqual([
      { platform: 'tiktok', person: '1', to: { platform: 'kick', id: '5' } },
    ]);
  });

  it('are separated by merging one with itself, and by undoing', () => {
    const wishes = [link('tiktok:1', 'kick:5'), link('twitch:9', 'tiktok:1')];
    expect(accounts(linkedBy(...wishes, link('tiktok:1', 'tiktok:1')), 'tiktok:1')).toEqual([
      'tiktok:1',
      'twitch:9',
    ]);
    const undone: Doing = { type: 'undo', operation: 'o0' as OperationId };
    expect(accounts(linkedBy(...wishes, undone), 'twitch:9')).toEqual(['tiktok:1', 'twitch:9']);
  });

  it('are those that the wishes that stand lead to, whatever was linked, merged, separated and undone', () => {
    fc.assert(
      fc.property(anyWishes, (operations) => {
        const linked = new LinkedAccounts(foldOperations(operations));
        for (const group of plainGroups(operations)) {
          for (const one of group) {
            expect(new Set(accounts(linked, one))).toEqual(group);
            expect(accounts(linked, one)).toHaveLength(group.size);
            const filed = linked.filedUnder(on(one)).map(({ platform }) => platform);
            expect(filed).toEqual([...new Set(filed)]);
            expect(linked.standsFor(on(one))).toEqual(linked.filedUnder(on(one))[0]);
          }
        }
      }),
    );
  });

  it('are the same in any order of what the user did', () => {
    const shuffled = anyWishes.chain((all) => fc.tuple(fc.constant(all), shuffledRepeats(all)));
    fc.assert(
      fc.property(shuffled, ([inOrder, anyhow]) => {
        const { merged, linked } = foldOperations(inOrder);
        expect(foldOperations(anyhow)).toMatchObject({ merged, linked });
      }),
    );
  });

  it('can be told by a file', () => {
    const told = operation(1, link('tiktok:1', 'kick:5'));
    expect(readOperation(JSON.parse(JSON.stringify(told)), start)).toEqual(told);
    expect(() => readOperation({ ...told, intoPlatform: 'elsewhere' }, start)).toThrow();
  });
});

const anyWishes: fc.Arbitrary<Operation[]> = fc
  .array(fc.tuple(fc.boolean(), anyLink, fc.nat(12)), { minLength: 1, maxLength: 14 })
  .map((wishes) =>
    wishes.map(([undoes, wish, n], index) =>
      operation(index, undoes ? { type: 'undo', operation: `o${n}` as OperationId } : wish),
    ),
  );

/** Who hangs together, by plain search: none of the ledger's rules but which wishes stand. */
function plainGroups(operations: readonly Operation[]): readonly ReadonlySet<string>[] {
  const undone = new Set<string>();
  const arrows = new Map<string, string>();
  for (const each of operations.toReversed()) {
    if (undone.has(each.id)) continue;
    if (each.type === 'undo') undone.add(each.operation);
    if (each.type !== 'people-merged') continue;
    const from = `${each.platform}:${each.person}`;
    if (!arrows.has(from)) arrows.set(from, `${each.intoPlatform ?? each.platform}:${each.into}`);
  }
  const groups: Set<string>[] = [];
  for (const pair of arrows) {
    const touched = groups.filter((group) => pair.some((one) => group.has(one)));
    const joined = new Set([...pair, ...touched.flatMap((group) => [...group])]);
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), joined);
  }
  return groups;
}
