import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { TimesScreen } from '../../../components/dashboard/times/times-screen.tsx';
import { platformIds } from '../../../utils/core/ids.ts';
import { dayOf, epochMs, monthOf } from '../../../utils/core/time.ts';
import { readTimesAddress, timesAddress } from '../../../utils/core/times-address.ts';
import { timesOf } from '../../../utils/storage/times.ts';
import { useLive } from '../../extension-pages/live.ts';
import { firstWeekday } from '../first-weekday.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** Gifts and times of a month or a year, with their data. */
export function Times({ database, around: { zone }, chosen }: OpenedScreen) {
  const thisMonth = monthOf(dayOf(epochMs(Date.now()), zone));
  const { period, whose } = readTimesAddress(chosen, thisMonth, platformIds);
  const { value, trouble } = useLive(
    async () => timesOf(database, period, whose, { zone, firstWeekday: firstWeekday() }),
    [database, zone, timesAddress(period, whose)],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && (
        <TimesScreen
          view={value}
          onWhose={(other) => {
            location.hash = timesAddress(period, other);
          }}
        />
      )}
    </ScreenBody>
  );
}
