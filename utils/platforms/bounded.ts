/** Sets and maps of a decoder that a page cannot make grow without end: beyond `most` the oldest is forgotten. */

/** Keeps `value`. */
export function remember<Value>(set: Set<Value>, value: Value, most: number): void {
  set.add(value);
  const [oldest] = set;
  if (set.size > most && oldest !== undefined) set.delete(oldest);
}

/** Keeps `value` under `key`, as the newest. */
export function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
