import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { WorthSection } from '../../../components/dashboard/settings/worth-section.tsx';
import { currencyCodes } from '../../../utils/core/currencies.ts';
import { epochMs } from '../../../utils/core/time.ts';
import { unitIds } from '../../../utils/core/units.ts';
import { worthRates } from '../../../utils/core/worth.ts';
import { readOperated } from '../../../utils/storage/book.ts';
import { costsUnder } from '../../background/prices.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

/** What a creator gets for each unit, and the user's own figures. */
export function Worth({ database, around: { settings, zone }, run }: OpenedScreen) {
  const { value, trouble } = useLive(async () => {
    const { ownWorths, payouts } = await readOperated(database);
    const rates = worthRates(ownWorths, payouts);
    return {
      display: (await costsUnder(database, settings, zone)).display,
      worths: unitIds.map((unit) => ({
        unit,
        rate: rates(unit),
        own: ownWorths.find((each) => each.unit === unit) ?? null,
      })),
    };
  }, [database, settings, zone]);
  return (
    <ScreenBody loading={false} trouble={trouble}>
      {value !== null && (
        <WorthSection
          {...value}
          currencies={currencyCodes}
          onSave={(draft) =>
            run({ type: 'worth-set', worth: { ...draft, at: epochMs(Date.now()) } }, 'worth-set')
          }
          onRemove={(unit) => run({ type: 'worth-removed', unit }, 'worth-removed')}
        />
      )}
    </ScreenBody>
  );
}
