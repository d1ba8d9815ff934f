import type { VNode } from 'preact';
import type { EntryId } from '../../utils/core/ids.ts';
import { type LedgerFilter, ledgerAddress } from '../../utils/core/ledger-filter.ts';
import { useScreen } from '../screen.ts';

/** A figure that leads to the entries that make it, in the dashboard; as it is where nothing makes it. */
export function LedgerLink(props: {
  to: Partial<LedgerFilter> | null;
  /** Whose story is to be open there. */
  entry?: EntryId;
  title?: string | undefined;
  children: VNode;
}) {
  const { t } = useScreen();
  const { to, entry = null } = props;
  return to === null ? (
    props.children
  ) : (
    <a
      class="to-ledger"
      href={`dashboard.html${ledgerAddress(to, entry)}`}
      target="_blank"
      rel="noopener"
      title={props.title ?? t('showEntries')}
    >
      {props.children}
    </a>
  );
}
