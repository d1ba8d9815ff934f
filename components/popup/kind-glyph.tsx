import type { EntryKind } from '../../utils/core/gift-event.ts';

const paths: Record<EntryKind, string> = {
  gift: 'M3 7h14v3H3zM4.5 10v7h11v-7M10 7v10M10 7C8 7 5.5 6 6.5 4S10 5 10 7C10 5 12.5 2 13.5 4S12 7 10 7',
  chest: 'M3 9c0-3 1.5-5 3.5-5h7C15.5 4 17 6 17 9M3 9h14v7H3zM8.5 9v3h3V9',
  subscription: 'M10 3l2 4.6 5 .4-3.8 3.3 1.2 4.9L10 13.6 5.6 16.2l1.2-4.9L3 8l5-.4z',
};

/** A small drawing of what was paid for, where there is no name to take a letter from. */
export function KindGlyph({ kind }: { kind: EntryKind }) {
  return (
    <svg class="glyph" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path d={paths[kind]} />
    </svg>
  );
}
