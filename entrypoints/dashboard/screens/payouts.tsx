import { useMemo } from 'preact/hooks';
import { PayoutsScreen } from '../../../components/dashboard/payouts/payouts-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { currencyCodes } from '../../../utils/core/currencies.ts';
import type { PayoutActions } from '../../../utils/core/payout-views.ts';
import { payoutsView } from '../../../utils/storage/payouts-screen.ts';
import { costsUnder } from '../../background/prices.ts';
import { useLive } from '../../extension-pages/live.ts';
import { payoutWanted } from '../actions.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** What platforms paid out, with its data. */
export function Payouts({ database, around: { settings, zone }, run }: OpenedScreen) {
  const { value, trouble } = useLive(async () => {
    const { display } = await costsUnder(database, settings, zone);
    return payoutsView(database, display, zone);
  }, [database, settings, zone]);
  const actions = useMemo(
    (): PayoutActions => ({
      onSavePayout: (draft) =>
        run(payoutWanted(draft), draft.id === null ? 'payout-added' : 'payout-changed'),
      onRemovePayout: (payout) => run({ type: 'payout-removed', payout }, 'payout-removed'),
    }),
    [run],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && (
        <PayoutsScreen view={value} currencies={currencyCodes} actions={actions} />
      )}
    </ScreenBody>
  );
}
