import { useRef } from 'preact/hooks';
import type { EntryRow } from '../../utils/core/views.ts';
import { entryCost, entryLabel, entryUnits } from '../entry-label.ts';
import { useScreen } from '../screen.ts';

/**
 * Says a gift that landed to screen readers: once, when its count is final, and never what was there at first. A
 * streak grows many times a second, which nobody wants to hear.
 */
export function Landed({ entry, received }: { entry: EntryRow | null; received: boolean }) {
  const screen = useScreen();
  const first = useRef<string | null>(entry?.state === 'open' ? null : (entry?.id ?? null));
  const said = useRef('');
  if (entry !== null && entry.state !== 'open' && entry.id !== first.current) {
    said.current = screen.t(received ? 'overlayGiftReceived' : 'overlayGiftSent', [
      entryLabel(entry, screen),
      received ? entryUnits(entry, screen) : entryCost(entry, screen),
    ]);
    first.current = null;
  }
  return (
    <p class="unseen" aria-live="polite">
      {said.current}
    </p>
  );
}
