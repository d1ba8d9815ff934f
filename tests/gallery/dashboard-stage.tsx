import { render } from 'preact';
import { DashboardApp } from '../../components/dashboard/dashboard-app.tsx';
import type { DashboardActions } from '../../utils/core/dashboard-views.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { zone } from './make.ts';
import { pickWords } from './pick-words.ts';

/** Does nothing: the gallery shows states. */
export const noActions: DashboardActions = {
  onSavePurchase: () => {},
  onRemovePurchase: () => {},
  onSaveOffer: () => {},
  onRemoveOffer: () => {},
  onUndo: () => {},
  onChooseMethod: () => {},
  onChooseDisplay: () => {},
  onChoosePrice: () => {},
};

/** One state of the dashboard, drawn as the dashboard's page does. */
export function DashboardStage(props: {
  example: DashboardExample;
  actions?: Partial<DashboardActions>;
}) {
  const { view, open, done, trouble, locale, words } = props.example;
  return (
    <DashboardApp
      view={view}
      open={open}
      done={done ?? null}
      trouble={trouble ?? ''}
      actions={{ ...noActions, ...props.actions }}
      locale={locale ?? 'en-US'}
      zone={zone}
      translate={pickWords(words)}
    />
  );
}

/** Shows one state of the dashboard. */
export async function showDashboard(example: DashboardExample, stage: HTMLElement) {
  await import('../../components/dashboard/dashboard.css');
  render(<DashboardStage example={example} />, stage);
}
