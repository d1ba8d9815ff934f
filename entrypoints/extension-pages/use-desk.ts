import type { DeskPeople, DeskStream, DeskTotal, GoalView } from '../../utils/core/desk-views.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import { type EpochMs, epochMs, type TimeZone } from '../../utils/core/time.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import type { LedgerDatabase } from '../../utils/storage/database.ts';
import { deskPeople, deskStreams, deskTotal, goalViews } from '../../utils/storage/desk-view.ts';
import { goalStates } from '../../utils/storage/goals.ts';
import { primaryKeyOf } from '../../utils/storage/total-keys.ts';
import { usePaced } from './live.ts';

/** How often each part is read at most, in milliseconds: what is looked at most is read most often. */
const paces = { streams: 2_000, total: 250, people: 1_000, goals: 2_000 } as const;

/** Streams that the desk offers, and people that it lists. */
const MOST_STREAMS = 20;
const MOST_PEOPLE = 100;

/** What the live desk and its pop-out read. Null parts are not read yet. */
export interface Desk {
  readonly streams: readonly DeskStream[] | null;
  /** The picked stream, else the one on air; null where there is neither. */
  readonly stream: DeskStream | null;
  readonly total: DeskTotal | null;
  readonly people: DeskPeople | null;
  readonly goals: readonly GoalView[];
  /** The name of what keeps the ledger from being read; empty when all is well. */
  readonly trouble: string;
}

/**
 * Reads what the desk shows of the stream on air, or of the one whose first room is `picked`, and goes on reading it
 * calmly. The total first, which is as quick whatever the stream's length; then who gave.
 */
export function useDesk(
  database: LedgerDatabase,
  picked: SessionId | '',
  around: { readonly now: EpochMs; readonly zone: TimeZone } | null,
): Desk {
  const { now, zone } = around ?? {};
  // What is true for some minutes only is looked at again every minute, also where nothing comes in.
  const minute = now === undefined ? null : minuteOf(now);
  const streams = usePaced(
    () => database.sessions.orderBy('lastAt').last(),
    minute === null ? null : () => deskStreams(database, clock(), MOST_STREAMS),
    paces.streams,
    [database, minute],
  );
  const stream = streamOf(streams.value ?? [], picked);
  const key = stream?.rooms.join(' ') ?? '';
  const watch = () => watchStream(database, stream);
  const total = usePaced(
    watch,
    stream === null ? null : async () => ({ key, of: await deskTotal(database, stream, clock()) }),
    paces.total,
    [database, key, minute],
  );
  // Of another stream than before nothing is known until it is read.
  const first = total.value?.key === key;
  const people = usePaced(
    watch,
    stream === null || !first
      ? null
      : async () => ({ key, of: await deskPeople(database, stream, MOST_PEOPLE) }),
    paces.people,
    [database, key, first],
  );
  // Goals are the user's own, and of now.
  const isOwn = picked === '' && (stream?.of ?? null) === null;
  const showsGoals = first || (streams.value !== null && stream === null);
  const goals = usePaced(
    () => watchStream(database, stream),
    zone === undefined || !showsGoals || !isOwn
      ? null
      : async () => goalViews(database, await goalStates(database, { now: clock(), zone })),
    paces.goals,
    [database, key, zone, showsGoals, isOwn, minute],
  );
  return {
    streams: streams.value,
    stream,
    total: stream !== null && total.value?.key === key ? total.value.of : null,
    people: stream !== null && people.value?.key === key ? people.value.of : null,
    goals: isOwn ? (goals.value ?? []) : [],
    trouble: [streams, total, people, goals].find((each) => each.trouble !== '')?.trouble ?? '',
  };
}

/** The picked stream, else the user's own that is on air, else one that they follow; null where there is none. */
function streamOf(streams: readonly DeskStream[], picked: SessionId | ''): DeskStream | null {
  if (picked !== '') return streams.find(({ rooms }) => rooms[0] === picked) ?? null;
  const onAir = streams.filter((stream) => stream.onAir);
  return onAir.find(({ of }) => of === null) ?? onAir[0] ?? null;
}

function clock(): EpochMs {
  return epochMs(Date.now());
}

/** A handful of rows that change whenever something comes in, is corrected, told, or done by the user. */
async function watchStream(
  { sessionTotals, operations, creatorAlerts }: LedgerDatabase,
  stream: DeskStream | null,
): Promise<unknown> {
  const totals = (stream?.rooms ?? []).map((room) =>
    sessionTotals
      .where(primaryKeyOf('sessionTotals'))
      .between([room, 'received', '', ''], [room, 'received', '\uffff', '\uffff'])
      .toArray(),
  );
  return Promise.all([...totals, operations.count(), creatorAlerts.toArray()]);
}
