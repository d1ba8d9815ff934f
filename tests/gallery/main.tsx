import { render } from 'preact';
import { Contents } from './contents.tsx';
import { dashboardExamples } from './dashboard-examples.ts';
import { showDashboard } from './dashboard-stage.tsx';
import { deskExamples, popoutExamples } from './desk-examples.ts';
import { showDesk, showPopout } from './desk-stage.tsx';
import { guardExamples } from './guard-examples.ts';
import { showGuard } from './guard-stage.tsx';
import { overlayExamples } from './overlay-examples.ts';
import { showOverlay } from './overlay-stage.tsx';
import { popupExamples } from './popup-examples.ts';
import { showPopup } from './popup-stage.tsx';

/** `?popup=normal`, `?dashboard=purchases`, `?overlay=card` and `?guard=budget` show one example; without, all are listed. */
const wanted = new URLSearchParams(location.search);
const popup = popupExamples[wanted.get('popup') ?? ''];
const overlay = overlayExamples[wanted.get('overlay') ?? ''];
const dashboard = dashboardExamples[wanted.get('dashboard') ?? ''];
const guard = guardExamples[wanted.get('guard') ?? ''];
const desk = deskExamples[wanted.get('desk') ?? ''];
const popout = popoutExamples[wanted.get('popout') ?? ''];
const stage = document.querySelector<HTMLElement>('#gallery');

if (stage === null) {
  throw new Error('the page has no stage');
}
if (popup !== undefined) {
  await showPopup(popup, stage);
} else if (dashboard !== undefined) {
  await showDashboard(dashboard, stage);
} else if (desk !== undefined) {
  await showDesk(desk, stage);
} else if (popout !== undefined) {
  await showPopout(popout, stage);
} else if (guard !== undefined) {
  await showGuard(guard, stage);
} else if (overlay !== undefined) {
  await showOverlay(overlay, stage);
} else {
  render(<Contents />, stage);
}
