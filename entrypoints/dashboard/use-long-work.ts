import { useEffect, useState } from 'preact/hooks';
import type { WorkState } from '../../utils/core/data-view.ts';
import { LongWork } from './long-work.ts';

/** One for the page: work goes on while other screens are open, and every screen that starts some shows it. */
export const longWork = new LongWork();

/** How the page's long work stands. */
export function useLongWork(): WorkState {
  const [state, setState] = useState(longWork.state);
  useEffect(() => {
    setState(longWork.state);
    return longWork.subscribe(() => setState(longWork.state));
  }, []);
  return state;
}
