import { ExportBar } from '../../../components/dashboard/ledger/export-bar.tsx';
import type { LedgerFilter } from '../../../utils/core/ledger-filter.ts';
import type { TimeZone } from '../../../utils/core/time.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import { planLedger } from '../../../utils/storage/ledger-plan.ts';
import { wantedEntries } from '../../../utils/storage/ledger-scan.ts';
import { exportAs } from '../data-work.ts';
import { longWork, useLongWork } from '../use-long-work.ts';

/** Exports the entries that the ledger page's filter leaves; `count` is how many there are as far as is known. */
export function ExportShown(props: {
  database: LedgerDatabase;
  filter: LedgerFilter;
  zone: TimeZone;
  count: number;
}) {
  const { database, filter, zone, count } = props;
  const work = useLongWork();
  return (
    <ExportBar
      work={work}
      onExport={(format) =>
        void longWork.run(`export-${format}`, async (given) => {
          const plan = await planLedger(database, filter, zone);
          return exportAs(database, format, given, wantedEntries(database, plan), count);
        })
      }
      onCancel={() => longWork.cancel()}
    />
  );
}
