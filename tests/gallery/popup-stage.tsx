import { render } from 'preact';
import { useState } from 'preact/hooks';
import { PopupApp } from '../../components/popup/popup-app.tsx';
import { findGifts } from '../../utils/core/gift-search.ts';
import type { PriceChoice } from '../../utils/core/price-list.ts';
import { exampleGifts, zone } from './make.ts';
import { pickWords } from './pick-words.ts';
import type { PopupExample } from './popup-examples.ts';

/** Shows one state of the popup as the popup's page does. */
export async function showPopup(example: PopupExample, stage: HTMLElement) {
  await import('../../components/popup/popup.css');
  render(<Stage example={example} />, stage);
}

function Stage({ example }: { example: PopupExample }) {
  const [side, setSide] = useState(example.side ?? 'send');
  const [picked, setPicked] = useState<PriceChoice | null>(null);
  const { view } = example;
  const price = view?.price ?? null;
  return (
    <PopupApp
      view={
        view === null || price === null || picked === null
          ? view
          : { ...view, price: { ...price, market: picked.market, channel: picked.channel } }
      }
      news={example.news ?? null}
      onUndoNotice={() => {}}
      onRedoNotice={() => {}}
      onNoticesShown={() => {}}
      side={side}
      locale={example.locale ?? 'en-US'}
      zone={zone}
      translate={pickWords(example.words)}
      onOpenSide={setSide}
      onChoosePrice={setPicked}
      onSwitchTags={() => {}}
      onSaveBudget={() => {}}
      onOpenDesk={() => {}}
      onShowOverlay={() => {}}
      onFindGifts={async (typed) => findGifts(exampleGifts, typed, 4)}
      onReload={() => {}}
      onSaveDiagnostic={() => {}}
      onAllowSite={() => {}}
      onForbidSite={() => {}}
    />
  );
}
