import * as z from 'zod/mini';
import { sumOf, type Truth } from './truth.ts';

const truth = z.object({
  totalCoins: z.number(),
  ledger: z.array(
    z.object({
      sender: z.object({ id: z.string(), handle: z.string(), name: z.string() }),
      gift: z.object({ id: z.string(), name: z.string() }),
      unitCoins: z.number(),
      count: z.number(),
      coins: z.number(),
      ended: z.boolean(),
      fanTickets: z.number(),
      roomId: z.string(),
      recipientId: z.string(),
    }),
  ),
});

/** The truth about TikTok's recordings: gifts only, one row a streak. */
export const tiktokTruth: Truth = (expected, rows) => {
  const { ledger, totalCoins } = z.parse(truth, expected);
  const gifts = rows.filter(({ kind }) => kind === 'gift');
  return {
    read: gifts.map((row) => ({
      sender: row.sender,
      gift: row.gift,
      unitCoins: row.unitPrice,
      count: row.count,
      coins: row.amount,
      ended: row.state === 'closed',
      fanTickets: row.added,
      roomId: row.room,
      recipientId: row.recipient?.id,
    })),
    wanted: ledger,
    sums: { coins: sumOf(gifts, ({ amount }) => amount) },
    wantedSums: { coins: totalCoins },
  };
};
