import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { platforms } from '../../utils/platforms/index.ts';
import { replayFile } from '../tools/replay-file.ts';

/** Recordings of real streams, kept beside the project and not in it: these tests run where they are. */
const folder = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));

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

function filesOf(platform: string): string[] {
  const inside = join(folder, platform);
  return existsSync(inside) ? readdirSync(inside).filter((name) => name.endsWith('.ndjson')) : [];
}

/** A row with its fields in one order, so that rows can be compared as text. */
function inOrder(row: object): object {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe.runIf(existsSync(folder)).each(platforms.map(({ site }) => site.id))(
  'recordings of %s',
  (platform) => {
    it.each(filesOf(platform))('%s makes the rows of its truth', async (name) => {
      const path = join(folder, platform, name);
      const { ledger, totalCoins } = z.parse(
        truth,
        JSON.parse(readFileSync(path.replace('.ndjson', '.expected.json'), 'utf8')),
      );
      const { rows, refused } = await replayFile(path);
      const gifts = rows.filter(({ kind }) => kind === 'gift');
      const read = gifts.map((row) =>
        inOrder({
          sender: row.sender,
          gift: row.gift,
          unitCoins: row.unitPrice,
          count: row.count,
          coins: row.amount,
          ended: row.state === 'closed',
          fanTickets: row.added,
          roomId: row.room,
          recipientId: row.recipient?.id,
        }),
      );
      expect(read.sort(byText)).toEqual(ledger.map(inOrder).sort(byText));
      expect(gifts.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(totalCoins);
      expect(refused).toEqual({});
    });
  },
);
