import { render } from 'preact';
import { Contents } from './contents.tsx';
import { dashboardExamples } from './dashboard-examples.ts';
import { showDashboard } from './dashboard-stage.tsx';
import { overlayExamples } from './overlay-examples.ts';
import { showOverlay } from './overlay-stage.tsx';
import { popupExamples } from './popup-examples.ts';
import { showPopup } from './popup-stage.tsx';

/** `?popup=normal`, `?dashboard=purchases` and `?overlay=card` show one example; without, all are listed. */
const wanted = new URLSearchParams(location.search);
const popup = popupExamples[wanted.get('popup') ?? ''];
const overlay = overlayExamples[wanted.get('overlay') ?? ''];
const dashboard = dashboardExamples[wanted.get('dashboard') ?? ''];
const stage = document.querySelector<HTMLElement>('#gallery');

if (stage === null) {
  throw new Error('the page has no stage');
}
if (popup !== undefined) {
  await showPopup(popup, stage);
} else if (dashboard !== undefined) {
  await showDashboard(dashboard, stage);
} else if (overlay !== undefined) {
  await showOverlay(overlay, stage);
} else {
  render(<Contents />, stage);
}
