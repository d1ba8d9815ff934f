import * as z from 'zod/mini';
import { currencyCode, exponentOf } from '../../../utils/core/money.ts';
import type { ReplayedRow } from '../../tools/replay-file.ts';
import type { Truth } from './truth.ts';

const truth = z.object({
  ledgerRows: z.number(),
  ledger: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['super_chat', 'super_sticker', 'membership_gift_purchase', 'jewel_gift']),
      authorName: z.string(),
      authorChannelId: z.nullable(z.string()),
      amountText: z.nullable(z.string()),
      amount: z.nullable(z.number()),
      currency: z.nullable(z.string()),
      count: z.nullable(z.number()),
      asset: z.nullable(z.string()),
      timestampUsec: z.nullable(z.union([z.string(), z.number()])),
    }),
  ),
});

type Paid = z.infer<typeof truth>['ledger'][number];

const types = {
  superchat: 'super_chat',
  sticker: 'super_sticker',
  gifted: 'membership_gift_purchase',
  jewels: 'jewel_gift',
} as const;

const whatOf = ({ id }: ReplayedRow) => id.split(':')[1] ?? '';

/**
 * Amounts whose currency only the page could tell: no recording says its language or country, so a bare `$` stays open.
 * The truth takes it for US dollars, which the reference says it is not by itself.
 */
const isOpen = ({ amountText, currency }: Paid) =>
  currency === null ? amountText !== null : amountText?.startsWith('$') === true;

function wantedOf(paid: Paid) {
  const inMoney = paid.amountText !== null && !isOpen(paid);
  const currency = inMoney ? currencyCode(paid.currency ?? '') : null;
  const minor = currency === null ? null : (paid.amount ?? 0) * 10 ** exponentOf(currency);
  return {
    type: paid.type,
    id: paid.id,
    sender: paid.authorName,
    senderId: paid.authorChannelId,
    unit:
      currency !== null ? `money:${currency}` : paid.currency === 'JEWELS' ? 'youtube:jewel' : null,
    amount: paid.type === 'jewel_gift' ? paid.amount : minor,
    open: isOpen(paid) ? paid.amountText : null,
    count: paid.count ?? 1,
    at: Math.floor(Number(paid.timestampUsec) / 1000),
  };
}

function readOf(row: ReplayedRow) {
  const what = whatOf(row);
  return {
    type: Object.entries(types).find(([key]) => key === what)?.[1],
    id: row.id.split(':').slice(2).join(':'),
    sender: row.sender?.name,
    senderId: row.sender?.id ?? null,
    unit: row.unit,
    amount: row.amount,
    // What could not be read is kept as it was written.
    open:
      row.unit === null && row.kind === 'gift' ? row.gift?.name.replace(/^Super \w+ /, '') : null,
    count: row.count,
    // The truth has no time for Jewels; ids tell it.
    at: what === 'jewels' ? 0 : row.at,
  };
}

/** Recordings with one made-up id for everything: of those sightings of one id and kind the highest amount is kept. */
function once(ledger: readonly Paid[]): Paid[] {
  const placeholders = new Map<string, Paid>();
  for (const paid of ledger) {
    const key = `${paid.type} ${paid.id}`;
    const before = placeholders.get(key);
    if (before === undefined || (paid.amount ?? 0) > (before.amount ?? 0))
      placeholders.set(key, paid);
  }
  return [...placeholders.values()];
}

/** The truth about YouTube's recordings: payments in chat. A person's own membership is an entry and not in it. */
export const youtubeTruth: Truth = (expected, rows) => {
  const { ledger, ledgerRows } = z.parse(truth, expected);
  const wanted = once(ledger);
  const read = rows.filter((row) => whatOf(row) !== 'membership');
  const assets = (list: readonly (string | null | undefined)[]) => list.filter(Boolean).sort();
  return {
    read: read.map(readOf),
    wanted: wanted.map(wantedOf),
    sums: {
      rows: read.length + (ledger.length - wanted.length),
      // The picture of the first sighting alone: a later one may show what the truth does not list.
      assets: assets(
        read
          .filter(({ id }) => wanted.some((paid) => paid.asset && id.endsWith(`:${paid.id}`)))
          .map(({ gift }) => gift?.id),
      ),
    },
    wantedSums: { rows: ledgerRows, assets: assets(wanted.map(({ asset }) => asset)) },
  };
};
