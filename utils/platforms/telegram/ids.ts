/** The same chats and messages are numbered differently in the two clients; here as in /k/. */
import { Refused } from '../refused.ts';

/** /k/ keeps messages of channels this far above the numbers that the platform gives them. */
const SHIFT = 0xffffffff;

/** A chat's id: positive for people, negative for channels and groups. Refuses what is none as `missing-id`. */
export function chatOf(text: string): string {
  // /a/ writes channels as the platform's bots do, with -100 before a number of ten digits or more.
  const id = text.replace(/^-100(?=\d{10,})/, '-');
  if (!/^-?[1-9]\d{0,19}$/.test(id)) throw new Refused('missing-id', text.slice(0, 20));
  return id;
}

/** A message's number as the platform gives it. Refuses what is none as `missing-id`. */
export function messageOf(text: string): string {
  const number = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new Refused('missing-id', text.slice(0, 20));
  return String(number > SHIFT ? number - SHIFT : number);
}
