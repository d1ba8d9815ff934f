import { useMemo } from 'preact/hooks';
import { CostScreens } from '../../../components/dashboard/cost-screens.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import {
  costScreens,
  type DashboardActions,
  unitInAddress,
} from '../../../utils/core/dashboard-views.ts';
import { chooseDisplay, chooseMethod, choosePrice } from '../../../utils/storage/settings.ts';
import { useLive } from '../../extension-pages/live.ts';
import { noticeActions } from '../../popup/notice-actions.ts';
import { bookingWanted, offerWanted, purchaseWanted } from '../actions.ts';
import { useSites } from '../use-sites.ts';
import { dashboardView } from './cost-view.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** The screens about what coins cost, with their data. */
export function Costs({ database, around, open, chosen, run, say }: OpenedScreen) {
  const unit = unitInAddress(chosen);
  const sites = useSites();
  const { value, trouble } = useLive(
    () => dashboardView(database, unit, sites, around),
    [database, unit, sites, around],
  );
  const actions = useMemo(
    (): DashboardActions => ({
      onSavePurchase: (draft) =>
        run(purchaseWanted(draft), draft.id === null ? 'purchase-added' : 'purchase-changed'),
      onRemovePurchase: (purchase) =>
        run({ type: 'purchase-removed', purchase }, 'purchase-removed'),
      onSaveOffer: (draft) => run(offerWanted(draft), 'offer-set'),
      onRemoveOffer: (offer) => run({ type: 'offer-removed', offer }, 'offer-removed'),
      onSaveBooking: (draft) =>
        run(bookingWanted(draft), draft.id === null ? 'booked' : 'booking-changed'),
      onRemoveBooking: (adjustment) =>
        run({ type: 'adjustment-removed', adjustment }, 'booking-removed'),
      ...noticeActions(database, (trouble) => say('failed', trouble)),
      onChooseMethod: (method) => void chooseMethod(method),
      onChooseDisplay: (currency) => void chooseDisplay(currency),
      onChoosePrice: (choice) => void choosePrice(choice),
    }),
    [database, run, say],
  );
  const shown = costScreens.find((each) => each === open);
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && shown !== undefined && (
        <CostScreens open={shown} view={value} actions={actions} />
      )}
    </ScreenBody>
  );
}
