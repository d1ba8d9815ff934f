/**
 * YouTube's opaque texts: base64 of protobuf, often within another one, sometimes with `%3D` for `=`. Only two things are
 * taken out of them: which video of which channel, and when an item was made.
 */

/** A stream: its video and whose it is. Either may be empty. */
export interface Stream {
  readonly video: string;
  readonly channel: string;
}

/** Texts within texts are at most this deep: continuations have two levels. */
const MOST_LEVELS = 3;

/** Longer texts are not looked into: continuations have some hundred characters. */
const LONGEST = 4_000;

/** A channel (24 bytes) right before its video (11 bytes), each after the bytes that say which field it is and how long. */
const channelAndVideo = /\W(UC[\w-]{22})\W{2}([\w-]{11})/;

/** The stream that a continuation or the parameters of an item's menu are about; null where they name none. */
export function streamIn(token: string, levels = MOST_LEVELS): Stream | null {
  const bytes = decoded(token);
  const found = channelAndVideo.exec(bytes);
  if (found !== null) {
    return { channel: found[1] ?? '', video: found[2] ?? '' };
  }
  if (levels === 0) return null;
  for (const [inner] of bytes.matchAll(/[\w+/-]{40,}/g)) {
    // The byte before it, which says how long it is, may look like a part of it.
    const stream = streamIn(inner, levels - 1) ?? streamIn(inner.slice(1), levels - 1);
    if (stream !== null) return stream;
  }
  return null;
}

/** When the item with this id was made, in epoch ms; null where its id does not tell. */
export function timeOfId(id: string): number | null {
  // The id of the event within: 26 characters, a protobuf that begins with the time in microseconds.
  const event = /[\w-]{26}/.exec(decoded(id))?.[0];
  if (event === undefined) return null;
  const bytes = decoded(event);
  if (bytes.charCodeAt(0) !== 0x08) return null;
  let [micros, place] = [0, 1];
  for (let index = 1; index < 9; index += 1) {
    const byte = bytes.charCodeAt(index);
    micros += (byte & 0x7f) * place;
    place *= 128;
    if (!(byte & 0x80)) return Number.isSafeInteger(micros) ? Math.floor(micros / 1000) : null;
  }
  return null;
}

/** An id in its one form: without the filling at its end, which comes as `=`, as `%3D`, or not at all. */
export function plainId(id: string): string {
  return id
    .replace(/(?:%3D|=)+$/gi, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Base64's bytes as one character each; empty for what is none. A last character that nothing can begin is left out. */
function decoded(token: string): string {
  if (token.length > LONGEST) return '';
  const plain = plainId(token).replaceAll('-', '+').replaceAll('_', '/');
  try {
    return atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  } catch {
    return '';
  }
}
