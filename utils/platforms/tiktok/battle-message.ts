import type { BattleSeen, RunningTotals } from '../../core/gift-event.ts';
import type { AccountId, RoomId } from '../../core/ids.ts';
import { type EpochMs, epochMs } from '../../core/time.ts';
import type { Units } from '../../core/units.ts';
import { checkedId, checkedUnits } from '../limits.ts';
import { messageTime, noCommon, readCommon } from './common.ts';
import type { Surroundings } from './gift-message.ts';
import { ProtobufReader } from './protobuf.ts';

/** `WebcastLinkMicBattle.action` of a battle that opens, and of one that is over; 1 only invites to one. */
const OPENS = 4;
const FINISHES = 5;

/** Battles last minutes: a longer one is not believed. */
const MOST_SECONDS = 3_600;

/** People at a stream at once: a platform shows nine. */
const MOST_RECEIVERS = 20;

/** Reads `battle_settings` {start_time_ms=2, duration=3}. */
function readSettings(settings: ProtobufReader): { start: number; seconds: number } {
  let [start, seconds] = [0, 0];
  for (let field = settings.next(); field !== 0; field = settings.next()) {
    if (field === 2) start = settings.number();
    else if (field === 3) seconds = settings.number();
    else settings.skip();
  }
  return { start, seconds };
}

/**
 * Reads `WebcastLinkMicBattle` {common=1, battle_id=2, battle_settings=3, action=4}: when a battle opens and finishes.
 * Its scores are no money and are not looked at. Null for invitations. Throws WireError and Refused.
 */
export function readBattleMessage(payload: Uint8Array, around: Surroundings): BattleSeen | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  let battle = '';
  let settings = { start: 0, seconds: 0 };
  let action = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 2) battle = reader.id();
    else if (field === 3) settings = readSettings(reader.message());
    else if (field === 4) action = reader.number();
    else reader.skip();
  }
  if (action !== OPENS && action !== FINISHES) {
    return null;
  }
  const at = messageTime(common.createTime, around.seen);
  const from = messageTime(settings.start, at);
  const { seconds } = settings;
  const until = seconds > 0 && seconds <= MOST_SECONDS ? epochMs(from + seconds * 1_000) : null;
  return {
    type: 'battle',
    platform: 'tiktok',
    room: checkedId(common.room) as RoomId,
    battle: checkedId(battle),
    at,
    from,
    until,
    endedAt: action === FINISHES ? at : null,
  };
}

interface Receiver {
  readonly account: AccountId;
  readonly units: Units;
}

/** Reads `user_fan_ticket` {user_id=1, fan_ticket=2}: a receiver's running total in coins. */
function readReceiver(ticket: ProtobufReader): Receiver {
  let [account, total] = ['', 0];
  for (let field = ticket.next(); field !== 0; field = ticket.next()) {
    if (field === 1) account = ticket.id();
    else if (field === 2) total = ticket.number();
    else ticket.skip();
  }
  return { account: checkedId(account) as AccountId, units: checkedUnits(total) };
}

/** Reads `fan_ticket_room_notice` {user_fan_ticket=1 repeated, event_time=4}. */
function readNotice(notice: ProtobufReader, seen: EpochMs): { all: Receiver[]; at: EpochMs } {
  const all: Receiver[] = [];
  let at = seen;
  for (let field = notice.next(); field !== 0; field = notice.next()) {
    if (field === 1 && all.length < MOST_RECEIVERS) all.push(readReceiver(notice.message()));
    else if (field === 4) at = messageTime(notice.number(), seen);
    else notice.skip();
  }
  return { all, at };
}

/**
 * Reads `WebcastLinkMicFanTicketMethod` {common=1, fan_ticket_room_notice=2}: what the platform itself says that
 * receivers got so far. Null where it names none. Throws WireError and Refused.
 */
export function readRunningTotals(payload: Uint8Array, around: Surroundings): RunningTotals | null {
  const reader = new ProtobufReader(payload);
  let common = noCommon;
  let notice: { all: Receiver[]; at: EpochMs } = { all: [], at: around.seen };
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) common = readCommon(reader.message());
    else if (field === 2) notice = readNotice(reader.message(), around.seen);
    else reader.skip();
  }
  return notice.all.length === 0
    ? null
    : {
        type: 'running',
        platform: 'tiktok',
        room: checkedId(common.room) as RoomId,
        at: notice.at,
        unit: 'tiktok:coin',
        totals: notice.all,
      };
}
