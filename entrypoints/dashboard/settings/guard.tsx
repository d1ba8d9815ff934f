import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { GuardSection } from '../../../components/dashboard/settings/guard-section.tsx';
import { unitIds } from '../../../utils/core/units.ts';
import { readOperated } from '../../../utils/storage/book.ts';
import { guardThatHolds, isGuardWaiting } from '../../../utils/storage/standings.ts';
import { costsUnder } from '../../background/prices.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

/** The guard as it holds. Changes go on from what the user wants, part of which may wait for a lock. */
export function Guard({ database, around: { settings, zone }, run }: OpenedScreen) {
  const { value, trouble } = useLive(async () => {
    const { display, listed } = await costsUnder(database, settings, zone);
    return {
      guard: await guardThatHolds(database),
      wanted: (await readOperated(database)).guard,
      waits: await isGuardWaiting(database),
      display,
      priceKnown: unitIds.some((unit) => listed(unit) !== null),
    };
  }, [database, settings, zone]);
  return (
    <ScreenBody loading={false} trouble={trouble}>
      {value !== null && (
        <GuardSection
          {...value}
          units={unitIds}
          onChange={(changed) =>
            run({ type: 'guard-set', guard: { ...value.wanted, ...changed } }, 'guard-set')
          }
        />
      )}
    </ScreenBody>
  );
}
