import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { EntriesOf } from '../../../utils/core/report-entries.ts';
import { useScreen } from '../../screen.ts';

/** A figure that leads to the entries that make it; only the figure where there are none to show, and on paper. */
export function ReportFigure({ entries, children }: { entries: EntriesOf; children: string }) {
  const { t } = useScreen();
  return entries === null || children === '–' ? (
    <span>{children}</span>
  ) : (
    <a class="to-ledger" href={ledgerAddress(entries)} title={t('showEntries')}>
      {children}
    </a>
  );
}
