import type {
  CostScreen,
  DashboardActions,
  DashboardView,
} from '../../utils/core/dashboard-views.ts';
import { ConverterScreen } from './converter-screen.tsx';
import { PriceBookScreen } from './price-book-screen.tsx';
import { PurchasesScreen } from './purchases-screen.tsx';
import { SafetyScreen } from './safety-screen.tsx';
import { UnitSwitch } from './unit-switch.tsx';
import { ValueScreen } from './value-screen.tsx';

/** The screens about what coins cost, which all show parts of one view. */
export function CostScreens(props: {
  open: CostScreen;
  view: DashboardView;
  actions: DashboardActions;
}) {
  const { open, view } = props;
  return (
    <>
      {open !== 'safety' && <UnitSwitch open={open} unit={view.unit} units={view.units} />}
      {/* What was typed in one unit means nothing in another. */}
      <CostContent key={view.unit} {...props} />
    </>
  );
}

function CostContent(props: { open: CostScreen; view: DashboardView; actions: DashboardActions }) {
  const { view, actions } = props;
  switch (props.open) {
    case 'purchases':
      return <PurchasesScreen view={view} actions={actions} />;
    case 'prices':
      return <PriceBookScreen view={view} actions={actions} />;
    case 'value':
      return <ValueScreen view={view} />;
    case 'convert':
      return <ConverterScreen view={view} />;
    case 'safety':
      return <SafetyScreen />;
  }
}
