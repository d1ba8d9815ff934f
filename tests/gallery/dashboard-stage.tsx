import { type ComponentChild, render } from 'preact';
import { CostScreens } from '../../components/dashboard/cost-screens.tsx';
import { DashboardFrame } from '../../components/dashboard/dashboard-frame.tsx';
import { ScreenBody } from '../../components/dashboard/screen-body.tsx';
import { costScreens, type DashboardActions } from '../../utils/core/dashboard-views.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { now, zone } from './make.ts';
import { pickWords } from './pick-words.ts';

/** Does nothing: the gallery shows states. */
export const noActions: DashboardActions = {
  onSavePurchase: () => {},
  onRemovePurchase: () => {},
  onSaveOffer: () => {},
  onRemoveOffer: () => {},
  onSaveBooking: () => {},
  onRemoveBooking: () => {},
  onUndoNotice: () => {},
  onRedoNotice: () => {},
  onNoticesShown: () => {},
  onChooseMethod: () => {},
  onChooseDisplay: () => {},
  onChoosePrice: () => {},
};

/** One state of the dashboard, drawn as the dashboard's page does. */
export function DashboardStage(props: {
  example: DashboardExample;
  actions?: Partial<DashboardActions>;
}) {
  const { open, done, trouble, locale, words } = props.example;
  const content = contentOf(props.example, { ...noActions, ...props.actions });
  return (
    <DashboardFrame
      now={now}
      open={open}
      done={done ?? null}
      creates={false}
      onUndo={() => {}}
      locale={locale ?? 'en-US'}
      zone={zone}
      translate={pickWords(words)}
    >
      <ScreenBody loading={content === null} trouble={trouble ?? ''}>
        {content}
      </ScreenBody>
    </DashboardFrame>
  );
}

function contentOf(example: DashboardExample, actions: DashboardActions): ComponentChild {
  if (example.content !== undefined) return example.content();
  const open = costScreens.find((each) => each === example.open);
  const { view = null } = example;
  return view === null || open === undefined ? null : (
    <CostScreens open={open} view={view} actions={actions} />
  );
}

/** Shows one state of the dashboard. */
export async function showDashboard(example: DashboardExample, stage: HTMLElement) {
  await import('../../components/dashboard/dashboard.css');
  render(<DashboardStage example={example} />, stage);
}
