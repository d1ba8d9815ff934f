/** How long the ledger takes to work out anew what a correction changes. */
import { currencyCode } from '../../../utils/core/money.ts';
import type { Operation, OperationId } from '../../../utils/core/operation.ts';
import type { PurchaseId } from '../../../utils/core/purchase.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { units } from '../../../utils/core/units.ts';
import type { CostContext } from '../../../utils/storage/costs.ts';
import { LedgerDatabase, type StoredEntry } from '../../../utils/storage/database.ts';
import { forgetPerson } from '../../../utils/storage/forgetting.ts';
import { operate, recost, type Wanted } from '../../../utils/storage/operations.ts';
import { recount } from '../../../utils/storage/totals.ts';

/** Purchases that the spends are matched to: enough for all of them, so that every later cost follows from earlier ones. */
const PURCHASES = 200;

/** Milliseconds by what was done. */
export type Corrected = Readonly<Record<string, number>>;

/** Corrects the filled ledger in several ways. */
export async function correct(costs: CostContext): Promise<Corrected> {
  const ledger = new LedgerDatabase();
  const context = { ...costs, now: epochMs(Date.now()) };
  const times: Record<string, number> = {};
  const timed = async (name: string, act: () => Promise<unknown>) => {
    const start = performance.now();
    await act();
    times[name] = performance.now() - start;
  };
  const wish = (wanted: Wanted) => operate(ledger, wanted, context);
  const sentAt = async (part: number): Promise<StoredEntry> => {
    const sent = ledger.entries.where('[direction+at]').between(['sent', 0], ['sent', []]);
    const entry = await sent.offset(Math.floor(((await sent.count()) - 1) * part)).first();
    if (entry === undefined) throw new Error('an empty ledger');
    return entry;
  };
  await timed('all costs, no purchase known', () => recost(ledger, costs));
  const [first, middle, last] = [await sentAt(0.001), await sentAt(0.5), await sentAt(1)];
  const early = await sentAt(0.002);
  const void_ = ({ id }: StoredEntry): Wanted => ({
    type: 'entry-voided',
    entry: id,
    voided: true,
  });
  await timed('void the first, no purchase known', async () => wish(void_(first)));
  await ledger.operations.bulkAdd(
    Array.from({ length: PURCHASES }, (_, n) => ({
      type: 'purchase-set' as const,
      id: `bench-${n}` as OperationId,
      stamp: `00000000000.${String(n).padStart(4, '0')}.bench` as never,
      purchase: {
        id: `bench-${n}` as PurchaseId,
        unit: 'tiktok:coin' as const,
        units: units(100_000_000),
        price: { currency: currencyCode('USD'), minor: 100_000_000 + n },
        channel: 'web' as const,
        at: epochMs(first.at - 1 + n),
        note: '',
        evidence: 'hand' as const,
        orderId: '',
      },
    })),
  );
  await timed('all costs, all from purchases', () => recost(ledger, costs));
  await timed('void the last', async () => wish(void_(last)));
  await timed('void one in the middle', async () => wish(void_(middle)));
  let changed: Operation | undefined;
  await timed('another amount for one of the first', async () => {
    changed = await wish({ type: 'entry-amount-set', entry: early.id, units: units(3) });
  });
  await timed('undo of that', async () => {
    if (changed !== undefined) await wish({ type: 'undo', operation: changed.id });
  });
  const [sender, other] = (
    await ledger.entries
      .where('[direction+at]')
      .between(['received', 0], ['received', []])
      .limit(50)
      .toArray()
  ).flatMap((entry) => entry.sender ?? []);
  if (sender !== undefined && other !== undefined) {
    await timed('merge two people', async () =>
      wish({ type: 'people-merged', platform: 'tiktok', person: sender, into: other }),
    );
    await timed('delete a person', () => forgetPerson(ledger, 'tiktok', sender, context));
  }
  await timed('recount', () => recount(ledger));
  ledger.close();
  return times;
}
