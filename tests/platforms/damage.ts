/** Frames as a broken or hostile page could send them. */
import fc from 'fast-check';
import type { Frame } from '../../utils/platforms/types.ts';

/** One change: what is put where. Numbers beyond a body's length wrap around. */
type Change = readonly [where: number, value: number];

/** What JSON is made of, and what breaks it: changes of text are drawn from these more often than from all letters. */
const telling = '{}[]":,\\\n0123456789-.eE null true\u0000\ud83d\u202e';

/** One of `frames`, cut at a random place or whole, with some bytes or letters changed; sometimes as another kind. */
export function damaged(frames: readonly Frame[]): fc.Arbitrary<Frame> {
  return fc
    .tuple(
      fc.constantFrom(...frames),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(0xffff)), { maxLength: 4 }),
      fc.constantFrom(...frames),
    )
    .map(([frame, cut, changes, other]) => ({
      ...frame,
      // Now and then what belongs into another frame.
      body: damage(cut % 11 === 0 ? other.body : frame.body, cut, changes),
    }));
}

function damage(body: Frame['body'], cut: number, changes: readonly Change[]): Frame['body'] {
  const length = cut % 3 === 0 ? cut % (body.length + 1) : body.length;
  return typeof body === 'string'
    ? changes.reduce(changeText, body.slice(0, length))
    : changes.reduce(changeByte, body.slice(0, length));
}

function changeText(text: string, [where, value]: Change): string {
  const at = where % (text.length + 1);
  const letter =
    value % 2 === 0 ? telling.charAt(value % telling.length) : String.fromCharCode(value);
  // Half of the changes put something in between, the others in place of something.
  return text.slice(0, at) + letter + text.slice(at + (value % 4 < 2 ? 0 : 1));
}

function changeByte(bytes: Uint8Array, [where, value]: Change): Uint8Array {
  if (bytes.length > 0) bytes[where % bytes.length] = value & 0xff;
  return bytes;
}
