import { costAll, eventKey, lotEvents } from '../core/costing.ts';
import type { EntryId } from '../core/ids.ts';
import type { Story } from '../core/ledger-views.ts';
import { costOf } from '../core/money.ts';
import { type Offered, rateOf } from '../core/price-list.ts';
import { dayOf } from '../core/time.ts';
import { isOwnUnit, type UnitId, units } from '../core/units.ts';
import type { CostContext } from './costs.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { ledgerRows, personViews } from './ledger-rows.ts';
import { isSpendOf, lotOperations, spendOf } from './spends.ts';

/** What an entry's story depends on beside the ledger. */
export interface StoryContext {
  readonly costs: CostContext;
  /** The offers that units are priced by where no purchase is known. */
  readonly priced: ReadonlyMap<UnitId, Offered>;
}

/** Everything that is known of one payment; null where there is none of that id. */
export async function storyOf(
  database: LedgerDatabase,
  id: EntryId,
  { costs, priced }: StoryContext,
): Promise<Story | null> {
  const entry = await database.entries.get(id);
  const [row] = entry === undefined ? [] : await ledgerRows(database, [entry]);
  if (entry === undefined || row === undefined) return null;
  const { platform, sender, creator, cost, correction, byHand } = entry;
  const ids = [sender, creator].flatMap((person) =>
    person === null || person === '' ? [] : [{ platform, id: person }],
  );
  const people = await personViews(database, ids);
  const listed =
    entry.unit === null || !isOwnUnit(entry.unit) || cost === null || cost.listedUnits === 0
      ? null
      : (priced.get(entry.unit) ?? null);
  return {
    row,
    lastAt: entry.lastAt,
    sender: people.get(`${platform}:${sender}`) ?? null,
    creator: people.get(`${platform}:${creator}`) ?? null,
    gift: entry.gift,
    session: (await database.sessions.get(entry.session)) ?? null,
    added: entry.added,
    disputed: entry.disputed,
    onPage: entry.onPage,
    onSend: entry.onSend,
    byHand: byHand !== undefined,
    unitPrice: entry.unitPrice,
    assumedPrice: entry.assumedPrice,
    cost,
    drawn: await drawnFor(database, entry, costs),
    listed,
    rateDay: listed === null ? null : rateDayOf(listed, entry, costs),
    correction: correction ?? null,
    note: correction?.note ?? byHand?.note ?? '',
  };
}

function rateDayOf(offer: Offered, { at }: StoredEntry, costs: CostContext): Story['rateDay'] {
  if (offer.currency === costs.display) return null;
  const price = costOf(units(1), rateOf(offer));
  return costs.convert(price, dayOf(at, costs.zone))?.rateDay ?? null;
}

/**
 * What an entry drew from purchases: from the last checkpoint before it, so that a long ledger takes no longer. Null for
 * what draws nothing, and while costs are being worked out anew under other choices.
 */
async function drawnFor(
  database: LedgerDatabase,
  entry: StoredEntry,
  { key, display, convert, listed, method, zone }: CostContext,
): Promise<Story['drawn']> {
  const spend = spendOf(entry);
  if (spend === null || spend.unit === null || (await database.facts.get('costs'))?.value !== key) {
    return null;
  }
  const { unit } = spend;
  const { purchases, adjustments } = await lotOperations(database);
  if (!purchases.some((purchase) => purchase.unit === unit)) return null;
  const from = await database.checkpoints
    .where('[unit+key]')
    .between([unit, ''], [unit, eventKey(spend)], true, false)
    .last();
  const rows = await database.entries
    .where('[direction+at]')
    .between(
      ['sent', from === undefined ? 0 : Number.parseInt(from.key, 10)],
      ['sent', entry.at],
      true,
      true,
    )
    .toArray();
  const went = rows.map(spendOf).filter((each) => isSpendOf(unit, each));
  const rate = listed(unit);
  const events = lotEvents(unit, purchases, adjustments, went).filter(({ at }) => at <= entry.at);
  const { costs } = costAll(events, {
    method,
    pricing: { display, convert, dayOf: (at) => dayOf(at, zone), listed: () => rate },
    ...(from === undefined ? {} : { from }),
  });
  const draw = costs.get(entry.id)?.draw;
  return draw === undefined ? null : { parts: draw.parts, missing: draw.missing };
}
