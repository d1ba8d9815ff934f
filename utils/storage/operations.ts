import { type DeviceId, deviceId, nextStamp } from '../core/logical-clock.ts';
import type { Operation, OperationId } from '../core/operation.ts';
import type { EpochMs } from '../core/time.ts';
import { type CostContext, costEverything } from './costs.ts';
import type { LedgerDatabase } from './database.ts';
import { TotalChanges } from './totals.ts';

/** What the user wants done; id and stamp are given here. */
export type Wanted = Operation extends infer Each
  ? Each extends Operation
    ? Omit<Each, 'id' | 'stamp'>
    : never
  : never;

/** Who does it, when, and what costs depend on. */
export interface OperationContext extends CostContext {
  readonly now: EpochMs;
}

/**
 * Records something that the user did, and works out anew everything that depends on it, in one transaction: either
 * all of it happened or nothing. Gives the operation, by whose id it can be undone. Only what every device would make
 * the same has an `id` of its own; rejected where that one was made before.
 */
export async function operate(
  database: LedgerDatabase,
  wanted: Wanted,
  context: OperationContext,
  id = crypto.randomUUID() as OperationId,
): Promise<Operation> {
  return database.transaction('rw', database.tables, async () => {
    const last = await database.operations.orderBy('stamp').last();
    const device = await thisDevice(database);
    const operation: Operation = {
      ...wanted,
      id,
      stamp: nextStamp(last?.stamp ?? null, context.now, device),
    };
    await database.operations.add(operation);
    await recost(database, context);
    return operation;
  });
}

/** Works all costs out anew: after a change of prices, rates, display currency or way of matching. */
export async function recost(database: LedgerDatabase, context: CostContext): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const changes = new TotalChanges();
    await costEverything(database, changes, context);
    await changes.write(database);
  });
}

/** Works all costs out anew where what they depend on is not what they were worked out under. */
export async function recostWhereChanged(
  database: LedgerDatabase,
  context: CostContext,
): Promise<void> {
  if ((await database.facts.get('costs'))?.value !== context.key) {
    await recost(database, context);
  }
}

/** This installation's id in stamps: random, and never part of any other id. */
export async function thisDevice({ facts }: LedgerDatabase): Promise<DeviceId> {
  const stored = await facts.get('device');
  if (stored !== undefined) {
    return deviceId(stored.value);
  }
  const device = deviceId(crypto.randomUUID().slice(0, 8));
  await facts.put({ id: 'device', value: device });
  return device;
}
