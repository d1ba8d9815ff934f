import type { AccountSeen, CaptureEvent, Person } from '../../core/gift-event.ts';
import type { EpochMs } from '../../core/time.ts';
import { at, type Json, textAt } from '../json.ts';
import { roomSeen } from './room-message.ts';
import { person } from './user.ts';

/** A person from JSON whose fields are called `id`, `handle` and `name` there; null without an id. */
function personAt(value: Json, id: string, handle: string, name: string): Person | null {
  const text = textAt(value, id);
  return text === '' || text === '0'
    ? null
    : person(text, textAt(value, handle), textAt(value, name));
}

function account(me: Person | null): AccountSeen {
  return { type: 'account', platform: 'tiktok', me };
}

/** A stream with its host, as `liveRoomUserInfo` of the page and of the page's room request describe it. */
function describedRoom(user: Json, live: Json, seen: EpochMs, current: boolean): CaptureEvent[] {
  const room = roomSeen(
    textAt(user, 'roomId') || textAt(live, 'roomId'),
    seen,
    personAt(user, 'id', 'uniqueId', 'nickname'),
    textAt(live, 'title'),
    current,
  );
  return room === null ? [] : [room];
}

/** The country that the app context of the document serves; empty where it says none. */
export function regionOf(data: Json): string {
  const context =
    at(data, '__DEFAULT_SCOPE__', 'webapp.app-context') ?? at(data, 'AppContext', 'appContext');
  const region = textAt(context, 'region');
  return /^[A-Z]{2}$/.test(region) ? region : '';
}

/**
 * What the page's own JSON says of account and stream: `SIGI_STATE` and `__UNIVERSAL_DATA_FOR_REHYDRATION__` of the
 * document. An app context without a user means that nobody is logged in; no app context means nothing.
 */
export function readDocumentData(data: Json, seen: EpochMs): CaptureEvent[] {
  const events: CaptureEvent[] = [];
  const context =
    at(data, '__DEFAULT_SCOPE__', 'webapp.app-context') ?? at(data, 'AppContext', 'appContext');
  if (context !== null) {
    events.push(account(personAt(at(context, 'user'), 'uid', 'uniqueId', 'nickName')));
  }
  const live = at(data, 'LiveRoom', 'liveRoomUserInfo');
  if (live !== null) {
    events.push(...describedRoom(at(live, 'user'), at(live, 'liveRoom'), seen, true));
  }
  return events;
}

/** Answer of `/api-live/user/room/`: the stream that the page is about to show after navigating within itself. */
export function readRoomAnswer(data: Json, seen: EpochMs): CaptureEvent[] {
  return describedRoom(at(data, 'data', 'user'), at(data, 'data', 'liveRoom'), seen, false);
}

/** Answer of `/webcast/room/info/` and `/webcast/room/enter/`: `data` {id_str, title, owner}. */
export function readRoomInfoAnswer(data: Json, seen: EpochMs): CaptureEvent[] {
  const info = at(data, 'data');
  const owner = at(info, 'owner');
  const host =
    personAt(owner, 'id_str', 'display_id', 'nickname') ??
    personAt(owner, 'id', 'display_id', 'nickname');
  const room = roomSeen(
    textAt(info, 'id_str') || textAt(info, 'id'),
    seen,
    host,
    textAt(info, 'title'),
    false,
  );
  return room === null ? [] : [room];
}

/** Answer of `/passport/web/account/info/`: only the id, handle and name are looked at. */
export function readAccountAnswer(data: Json): CaptureEvent[] {
  if (textAt(data, 'message') === 'error') {
    return [account(null)];
  }
  const me =
    personAt(at(data, 'data'), 'user_id_str', 'username', 'screen_name') ??
    personAt(at(data, 'data'), 'user_id', 'username', 'screen_name');
  return me === null ? [] : [account(me)];
}

/** Answer of `/node-webapp/api/common-app-context`: the same user object as in the document. */
export function readAppContextAnswer(data: Json): CaptureEvent[] {
  const context = at(data, 'user') === null ? at(data, 'data') : data;
  const me = personAt(at(context, 'user'), 'uid', 'uniqueId', 'nickName');
  return at(context, 'user') === null ? [] : [account(me)];
}
