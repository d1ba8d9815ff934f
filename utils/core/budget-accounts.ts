import type { Budget, BudgetCreator, HeldBudget } from './budget.ts';
import type { LinkedAccounts } from './linked-accounts.ts';

/** What the user wants of a budget as it is to hold: with the accounts that its creators have now. */
export function heldBudget(budget: Budget, accounts: LinkedAccounts): HeldBudget {
  const { creators } = budget.scope;
  return withAccounts(
    budget,
    (creators ?? []).flatMap((each) => accounts.accountsOf(each)),
  );
}

/** A budget that counts `accounts` too; those that its scope names, or all where it counts everyone, need no telling. */
export function withAccounts(
  { accounts: _before, ...budget }: HeldBudget,
  accounts: readonly BudgetCreator[],
): HeldBudget {
  const { creators } = budget.scope;
  if (creators === null) return budget;
  const named = new Set(creators.map(keyOf));
  const all = new Map(
    accounts.map(({ platform, id }) => [keyOf({ platform, id }), { platform, id }]),
  );
  const beside = [...all].filter(([key]) => !named.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return beside.length === 0 ? budget : { ...budget, accounts: beside.map(([, each]) => each) };
}

/** Whom a budget counts by name: the creators of its scope, and their accounts. Nobody where it counts everyone. */
export function counted({ scope, accounts = [] }: HeldBudget): readonly BudgetCreator[] {
  return scope.creators === null ? [] : [...scope.creators, ...accounts];
}

/** The budget as the user made it, without what holds beside. */
export function asMade({ accounts: _held, ...budget }: HeldBudget): Budget {
  return budget;
}

/** Accounts that go on counting for a while only because the budget is locked: by `wanted` they would not. */
export function accountsLeaving(held: HeldBudget, wanted: HeldBudget): readonly BudgetCreator[] {
  const staying = new Set(counted(wanted).map(keyOf));
  return wanted.scope.creators === null
    ? []
    : (held.accounts ?? []).filter((each) => !staying.has(keyOf(each)));
}

function keyOf({ platform, id }: BudgetCreator): string {
  return `${platform}:${id}`;
}
