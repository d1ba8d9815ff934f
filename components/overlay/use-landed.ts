import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryRow } from '../../utils/core/views.ts';

/** How long the small pill tells of a gift that landed: long enough to read it. */
const NEWS_MS = 5_000;

/** The last gift as one text that changes whenever a gift lands or grows, and whether one did. */
export interface LastGift {
  readonly stamp: string;
  readonly landed: boolean;
}

/** Watches the last gift; what was there at first is not news. */
export function useLanded(entry: EntryRow | null): LastGift {
  const stamp = entry === null ? '' : `${entry.id} ${entry.count}`;
  const first = useRef(stamp);
  if (first.current !== stamp) {
    first.current = '';
  }
  return { stamp, landed: stamp !== '' && first.current !== stamp };
}

/** Whether a gift landed a moment ago. */
export function useNews({ stamp, landed }: LastGift): boolean {
  const [old, setOld] = useState('');
  useEffect(() => {
    if (!landed) {
      return;
    }
    const timer = setTimeout(() => setOld(stamp), NEWS_MS);
    return () => clearTimeout(timer);
  }, [stamp, landed]);
  return landed && old !== stamp;
}
