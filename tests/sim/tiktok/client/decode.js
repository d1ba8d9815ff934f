// What the page shows of messages.

import { bytes, int, sub, text } from './wire.js';

/** Sender, as rows need it. */
export function userOf(fields) {
  return {
    id: String(int(fields, 1)),
    name: text(fields, 3),
    avatar: text(sub(fields, 9), 1),
    handle: text(fields, 38),
  };
}

/** A gift message as rows and tray need it. */
export function giftOf(fields) {
  const gift = sub(fields, 15);
  const user = userOf(sub(fields, 7));
  const giftId = String(int(fields, 2));
  const group = int(fields, 11);
  return {
    user,
    giftId,
    key: group === 0n ? null : `${user.id}-${giftId}-${group}-${text(fields, 45)}`,
    name: text(gift, 16),
    icon: text(sub(gift, 1), 1),
    coins: Number(BigInt.asIntN(64, int(gift, 12))),
    count: Number(BigInt.asIntN(64, int(fields, 5))),
    ended: int(fields, 9) === 1n,
    to: text(fields, 47),
  };
}

/** The first viewers with their coins. */
export function ranksOf(fields) {
  return (fields.get(2) ?? []).map((_, index) => {
    const one = sub(new Map([[2, [fields.get(2)[index]]]]), 2);
    return { user: userOf(sub(one, 2)), coins: Number(int(one, 1)) };
  });
}

/** A chest as rows need it; null when it hides. */
export function chestOf(fields) {
  const info = sub(fields, 2);
  return int(fields, 3) === 1n
    ? { id: text(info, 1), name: text(info, 4), coins: Number(int(info, 5)) }
    : null;
}

export { bytes };
