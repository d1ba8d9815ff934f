import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { safeText } from '../names.ts';
import { useScreen } from '../screen.ts';

/** How many rows are drawn before the rest is asked for. */
const FIRST = 50;

/** A list of rows: the first of them, and the others on a click. */
export function FirstRows<Row>(props: { rows: readonly Row[]; draw(row: Row): VNode }) {
  const { counted } = useScreen();
  const [all, setAll] = useState(false);
  const shown = all ? props.rows : props.rows.slice(0, FIRST);
  const more = props.rows.length - shown.length;
  return (
    <>
      <ul class="rows">{shown.map(props.draw)}</ul>
      {more > 0 && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {counted(more, 'showMore')}
        </button>
      )}
    </>
  );
}

/** What the user noted about something; nothing where they noted nothing. */
export function Remark({ text }: { text: string }) {
  const note = safeText(text);
  return note === '' ? null : (
    <p class="remark">
      <bdi>{note}</bdi>
    </p>
  );
}

/** The ways to change and to remove a row, called by what is in it, such as an amount and its day. */
export function RowActions(props: {
  of: readonly [what: string, when: string];
  onEdit(): void;
  onRemove(): void;
}) {
  const { t } = useScreen();
  return (
    <span class="actions">
      <button
        type="button"
        class="link"
        aria-label={t('editWhat', props.of)}
        onClick={props.onEdit}
      >
        {t('edit')}
      </button>
      <button
        type="button"
        class="link"
        aria-label={t('removeWhat', props.of)}
        onClick={props.onRemove}
      >
        {t('remove')}
      </button>
    </span>
  );
}
