import { costAll, lotEvents } from '../core/costing.ts';
import type { Lots } from '../core/lots.ts';
import { dayOf } from '../core/time.ts';
import type { UnitId } from '../core/units.ts';
import type { CostContext } from './costs.ts';
import type { LedgerDatabase } from './database.ts';
import { isSpendOf, lotOperations, spendOf } from './spends.ts';

/**
 * The lots of a unit after everything that was bought and sent: from the last checkpoint on, so that a long ledger
 * takes no longer. Null while costs are being worked out anew under other choices.
 */
export async function lotsNow(
  database: LedgerDatabase,
  unit: UnitId,
  context: CostContext,
): Promise<Lots | null> {
  const { entries, checkpoints, facts } = database;
  const key = (await facts.get('costs'))?.value;
  if (key !== undefined && key !== context.key) {
    return null;
  }
  const from = await checkpoints.where('[unit+key]').between([unit, ''], [unit, '\uffff']).last();
  const since = from === undefined ? 0 : Number.parseInt(from.key, 10);
  const rows = await entries
    .where('[direction+at]')
    .between(['sent', since], ['sent', Number.POSITIVE_INFINITY])
    .toArray();
  const went = rows.map(spendOf).filter((spend) => isSpendOf(unit, spend));
  const { purchases, adjustments } = await lotOperations(database);
  const rate = context.listed(unit);
  const { display, convert, method, zone } = context;
  const ran = costAll(lotEvents(unit, purchases, adjustments, went), {
    method,
    pricing: { display, convert, dayOf: (at) => dayOf(at, zone), listed: () => rate },
    ...(from === undefined ? {} : { from }),
  });
  return ran.state;
}
