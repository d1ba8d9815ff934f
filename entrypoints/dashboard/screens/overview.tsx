import { OverviewScreen } from '../../../components/dashboard/overview/overview-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { overviewAddress, readOverviewAddress } from '../../../utils/core/overview-period.ts';
import { dayOf, epochMs, monthOf } from '../../../utils/core/time.ts';
import { overviewOf } from '../../../utils/storage/overview.ts';
import { useLive } from '../../extension-pages/live.ts';
import { costsAndPrices } from '../ledger/costs-and-prices.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** A month or year at a glance, with its data. */
export function Overview({ database, around, chosen }: OpenedScreen) {
  const thisMonth = monthOf(dayOf(epochMs(Date.now()), around.zone));
  const { period, direction } = readOverviewAddress(chosen, thisMonth);
  const { value, trouble } = useLive(async () => {
    const { display } = await costsAndPrices(database, around);
    return overviewOf(database, period, direction, display);
  }, [database, around, overviewAddress(period, direction)]);
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && <OverviewScreen view={value} />}
    </ScreenBody>
  );
}
