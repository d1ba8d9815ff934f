import type { ComponentChildren } from 'preact';
import { isolate, safeText } from '../names.ts';
import { useScreen } from '../screen.ts';

/** A screen's content: what was read, or that it is being read, or what keeps it from being read. */
export function ScreenBody(props: {
  /** Whether the content is still being read. */
  loading: boolean;
  /** The name of what keeps the ledger from being read; empty when all is well. */
  trouble: string;
  children?: ComponentChildren;
}) {
  const { t } = useScreen();
  const { loading, trouble } = props;
  return (
    <div class="screen" aria-busy={loading && trouble === ''}>
      {trouble !== '' && (
        <p class="note" data-tone="trouble" role="alert">
          {t('trouble_unreadable', [isolate(safeText(trouble))])}
        </p>
      )}
      {props.children}
      {loading && trouble === '' && (
        <p class="none" role="status">
          {t('loading')}
        </p>
      )}
    </div>
  );
}
