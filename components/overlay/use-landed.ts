import { useRef } from 'preact/hooks';
import type { EntryRow } from '../../utils/core/views.ts';

/** Changes whenever a gift lands or grows; what was there at first is not news. */
export function useLanded(entry: EntryRow | null): { stamp: string; landed: boolean } {
  const stamp = entry === null ? '' : `${entry.id} ${entry.count}`;
  const first = useRef(stamp);
  if (first.current !== stamp) {
    first.current = '';
  }
  return { stamp, landed: stamp !== '' && first.current !== stamp };
}
