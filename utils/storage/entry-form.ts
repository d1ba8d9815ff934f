import type { StoredEntry } from './database.ts';
import { INDEXED, type StoredForm, storedForm } from './stored-form.ts';

/** What an entry nearly always repeats of its other fields; left out where it does. */
type Repeated = 'lastAt' | 'day' | 'platform' | 'room' | 'recipient' | 'added';

/** An entry without what it repeats. Its id is without those parts that other fields hold; `later` is from `at` to `lastAt`. */
type ShortEntry = Omit<StoredEntry, Repeated | 'id'> &
  Partial<Pick<StoredEntry, Exclude<Repeated, 'lastAt'>>> & {
    readonly id: string;
    readonly later: number;
    /** There only where the platform did not say that no more will come, for an index: few entries are so. */
    readonly unended?: 1;
  };

const fields = storedForm<ShortEntry>('id', {
  direction: INDEXED,
  at: INDEXED,
  session: INDEXED,
  creator: INDEXED,
  sender: INDEXED,
  gift: INDEXED,
  giver: INDEXED,
  openSince: INDEXED,
  priceless: INDEXED,
  undelivered: INDEXED,
  unended: INDEXED,
  id: undefined,
  unitPrice: undefined,
  count: 1,
  hour: undefined,
  cost: null,
  later: 0,
  day: undefined,
  platform: undefined,
  room: undefined,
  recipient: undefined,
  added: undefined,
  unit: 'tiktok:coin',
  kind: 'gift',
  assumedPrice: null,
  ended: true,
  disputed: false,
  onPage: true,
  onSend: false,
  correction: undefined,
  byHand: undefined,
});

/** How entries are stored. */
export const entryForm: StoredForm<StoredEntry> = {
  ...fields,
  pack: (entry) => fields.pack(withoutRepeats(entry)),
  unpack: (stored) => withRepeats(fields.unpack(stored)),
};

function withoutRepeats(entry: StoredEntry): ShortEntry {
  const { lastAt, day, platform, room, recipient, added, ...rest } = entry;
  const { at, session, creator, count } = rest;
  return {
    ...rest,
    id: shortId(entry),
    later: lastAt - at,
    ...(entry.ended ? {} : { unended: 1 }),
    ...(day === utcDayOf(at) ? {} : { day }),
    ...(session === `${platform}:${room}` ? {} : { platform, room }),
    ...(recipient === creator ? {} : { recipient }),
    ...(added.length === 2 && added[0] === 0 && added[1] === count ? {} : { added }),
  };
}

function withRepeats({ id, later, unended: _index, ...entry }: ShortEntry): StoredEntry {
  const { at, session, creator, count } = entry;
  const colon = session.indexOf(':');
  const whole = {
    day: utcDayOf(at),
    platform: session.slice(0, colon),
    room: session.slice(colon + 1),
    recipient: creator,
    added: [0, count],
    ...entry,
    lastAt: at + later,
  };
  // What `withoutRepeats` took apart.
  return { ...whole, id: wholeId(id, whole) } as StoredEntry;
}

function utcDayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Fields that ids are made of, in the order of the characters that stand for them there. */
const partsOfIds = ['room', 'sender', 'gift', 'recipient'] as const;
type Parts = Readonly<Record<(typeof partsOfIds)[number], string | null>>;

/** Characters that stand for a part; no platform's ids have them, and one that does stays whole behind a mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are for.
const STANDING = /[\u0000-\u0004]/g;
const WHOLE = '\u0000';

function shortId(entry: StoredEntry): string {
  const { id } = entry;
  if (id.search(STANDING) >= 0) return WHOLE + id;
  let short: string = id;
  partsOfIds.forEach((name, index) => {
    const part = entry[name];
    if (part === null || part.length < 3 || part.search(STANDING) >= 0) return;
    short = short.replace(part, String.fromCharCode(index + 1));
  });
  return short;
}

function wholeId(short: string, parts: Parts): string {
  if (short.startsWith(WHOLE)) return short.slice(WHOLE.length);
  return short.replace(STANDING, (mark) => {
    const name = partsOfIds[mark.charCodeAt(0) - 1];
    return (name === undefined ? null : parts[name]) ?? '';
  });
}
