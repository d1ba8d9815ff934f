/** A minute of a stream in which a little of everything happens, and what must be in the ledger after it. */
import type { BudgetId } from '../../utils/core/budget.ts';
import type { CaptureEvent, Person, RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { type Day, type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import type { PageState } from '../../utils/messaging/protocol.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { operate } from '../../utils/storage/operations.ts';
import { settleStandings } from '../../utils/storage/standings.ts';
import { budget } from '../core/made-operations.ts';
import { account, room, sighting } from '../core/sightings.ts';
import { listedCosts } from '../storage/cost-contexts.ts';

const person = (id: string, handle: string): Person => ({ id: account(id), handle, name: handle });
const me = person('11', 'kai.watches');
const mira = person('99', 'mira.plays');
const lumi = person('31', 'lumi_x');

/** Another's stream, and the user's own. */
const theirs = room('7001');
const own = room('8001');

const sentKey = 'tiktok:streak:7001:11:5655:1' as EntryId;
const receivedKey = 'tiktok:streak:8001:31:5655:2' as EntryId;

/** When it begins: budgets and streaks go by the clock. */
const begin: EpochMs = epochMs(Date.now());
const after = (seconds: number): EpochMs => epochMs(begin + seconds * 1000);

const roomSeen = (part: Pick<RoomSeen, 'room' | 'host'>): RoomSeen => ({
  type: 'room',
  platform: 'tiktok',
  at: begin,
  title: 'Evening',
  ended: false,
  current: part.room === theirs,
  ...part,
});

const sent = (count: number, added: number, at: number, ended = false) =>
  sighting({
    key: sentKey,
    room: theirs,
    at: after(at),
    unitPrice: units(4),
    count,
    added: units(added * 4),
    ended,
    sender: me,
    recipient: mira,
  });

const received = (count: number, added: number, at: number, ended = false) =>
  sighting({
    key: receivedKey,
    room: own,
    at: after(at),
    unitPrice: units(10),
    count,
    added: units(added * 10),
    ended,
    sender: lumi,
    recipient: me,
  });

/** A gift of which only one message tells: what is lost of it does not come back with the next one. */
const single = sighting({
  key: 'tiktok:gift:7001:3' as EntryId,
  room: theirs,
  at: after(2),
  unitPrice: units(1),
  added: null,
  ended: true,
  sender: me,
  recipient: mira,
});

/** The events of frames 1, 2, 3 … */
export const frames: readonly (readonly CaptureEvent[])[] = [
  [
    { type: 'account', platform: 'tiktok', me },
    roomSeen({ room: theirs, host: mira }),
    roomSeen({ room: own, host: me }),
  ],
  [sent(4, 4, 1), received(1, 1, 1), single],
  [sent(6, 2, 3), { type: 'watch', platform: 'tiktok', room: theirs, at: after(3) }],
  [sent(7, 1, 5), sent(7, 0, 6, true), received(3, 2, 6)],
];

/** What the budget of 20 coins has to say: 17 coins are over 80 %, 25 over all of it. */
export const alertsDue: readonly string[] = ['b1 share-80 tiktok:7001', 'b1 share-100 tiktok:7001'];

/** What is sent and received in all: payments with their counts and coins. */
export const payments: readonly string[] = [
  `received ${receivedKey} 3 × 10, open`,
  `sent ${single.key} 1 × 1, ended`,
  `sent ${sentKey} 7 × 4, ended`,
];
export const coins = { sent: 29, received: 30 } as const;

/** The state of the page beside events. */
export const page: PageState = {
  platform: 'tiktok',
  nonce: 'a-nonce',
  room: theirs,
  onStream: true,
  late: false,
  toldAt: begin,
  counts: {
    frames: 4,
    gifts: 4,
    sockets: 1,
    lastFrameAt: begin,
    lastGiftAt: begin,
    refused: {},
    dropped: 0,
    unknown: {},
  },
};

/** Where the page is. */
export const address = 'https://www.tiktok.com/@mira.plays/live';

/** Makes the budget, as the user and then the background do. */
export async function makeBudget(database: LedgerDatabase): Promise<void> {
  const made = budget({
    id: 'b1' as BudgetId,
    period: { type: 'stream' },
    limit: { in: 'units', unit: 'tiktok:coin', units: 20 },
    since: '2020-01-01' as Day,
  });
  await operate(database, { type: 'budget-set', budget: made }, { ...listedCosts, now: begin });
  await settleStandings(database, {
    elapsed: 0,
    unconfirmed: 0,
    wall: begin,
    platform: null,
  });
}

/** Opens the ledger past the worker's own connection, as another page of the extension does. */
export async function lookInside<T>(look: (database: LedgerDatabase) => Promise<T>): Promise<T> {
  const database = new LedgerDatabase();
  try {
    return await look(database);
  } finally {
    database.close();
  }
}
