// What all checks are made of.

const untouched = window.__selfCheckFirst;

/** Every check's outcome; the same list as `window.__selfCheck`. */
export const results = window.__selfCheck;

/** Runs one check; `run` returns true, or what is wrong. */
export async function check(name, run) {
  let said;
  try {
    said = await run();
  } catch (error) {
    said = `threw ${error?.name}: ${error?.message}`;
  }
  results.push({ name, ok: said === true, detail: said === true ? '' : String(said) });
}

/** True, or what differs. */
export function same(found, expected) {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  return left === right || `found ${left}, expected ${right}`;
}

/** A function's own text. Firefox writes accessors without their `get` or `set`. */
export function source(fn) {
  const text = untouched.toString.call(fn).replace(/\s+/g, ' ');
  return text.replace(/^function [gs]et /, 'function ');
}

/** Resolves after `ms`. */
export function later(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The next event of this type. */
export function event(target, type) {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

/** How a property is: w(ritable), e(numerable), c(onfigurable), or which accessors it has. */
export function flags(object, key) {
  const found = Object.getOwnPropertyDescriptor(object, key);
  if (found === undefined) {
    return 'missing';
  }
  const kind = 'value' in found ? (found.writable ? 'w' : '-') : found.set ? 'gs' : 'g';
  return `${kind}${found.enumerable ? 'e' : '-'}${found.configurable ? 'c' : '-'}`;
}

/** Names of `object` that no browser gives it; `known` is separated by spaces. */
export function extra(object, known) {
  const names = known.split(' ');
  return Reflect.ownKeys(object)
    .map(String)
    .filter((key) => !names.includes(key));
}

/** What `run` throws; null when it throws nothing. */
export function thrown(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

/** Whether an error's stack leads through an extension. */
export function foreign(error) {
  return /extension:\/\//.test(String(error?.stack));
}

/** Own names of any constructor in either browser. */
export const FUNCTION = 'length name prototype arguments caller';

const WEBCAST = 'https://webcast.tiktok.com/webcast';

// Addresses that an observer of gifts would care about, and one that nobody has a reason to look at.
export const SOCKET =
  'wss://webcast-ws.tiktok.com/webcast/im/ws_proxy/ws_reuse_supplement/?check=1&room_id=1';
export const WATCHED = `${WEBCAST}/gift/list/?aid=1988&check=`;
export const FETCHED = `${WEBCAST}/im/fetch/?room_id=1&check=`;
export const OTHER = 'https://www.tiktok.com/api/other/?check=';
