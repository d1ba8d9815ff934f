import { useEffect, useState } from 'preact/hooks';
import { platformIds } from '../../utils/core/ids.ts';
import type { SessionId } from '../../utils/core/totals.ts';

/** The stream that the user picked, by its first room; empty for whichever is on air. It stands in the address. */
export function usePicked(): readonly [SessionId | '', (first: SessionId | '') => void] {
  const [picked, setPicked] = useState(pickedNow);
  useEffect(() => {
    const read = () => setPicked(pickedNow());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const pick = (first: SessionId | '') => {
    location.hash = first;
  };
  return [picked, pick];
}

function pickedNow(): SessionId | '' {
  const named = decodeURIComponent(location.hash.slice(1));
  return isSession(named) ? named : '';
}

function isSession(text: string): text is SessionId {
  return platformIds.some((platform) => text.startsWith(`${platform}:`));
}
