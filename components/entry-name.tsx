import type { EntryRow } from '../utils/core/views.ts';
import { entryLabel, entryName, entryTimes } from './entry-label.ts';
import { useScreen } from './screen.ts';

/** What was paid for and how often, and whether that is not exact. A long name is cut, the rest never. */
export function EntryName({ entry }: { entry: EntryRow }) {
  const screen = useScreen();
  return (
    <b class="entry-name" title={entryLabel(entry, screen)}>
      <bdi class="cut">{entryName(entry, screen)}</bdi>
      {entry.count > 1 && <span>{entryTimes(entry, screen)}</span>}
      {entry.observed && <small>{screen.t('entryObserved')}</small>}
    </b>
  );
}
