import { render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import overlayCss from '../../components/overlay/overlay.css?inline';
import { OverlayApp } from '../../components/overlay/overlay-app.tsx';
import type { Rect } from '../../components/overlay/place.ts';
import { firstPlace } from '../../components/overlay/place.ts';
import { exampleConverter, now, zone } from './make.ts';
import type { OverlayExample } from './overlay-examples.ts';
import { pickWords } from './pick-words.ts';
import './overlay-stage.css';

/** Shows one state of the overlay as on a page: in a shadow root that starts from nothing, over a stream. */
export async function showOverlay(example: OverlayExample, stage: HTMLElement) {
  render(<Page />, stage);
  const container = shadowOver(overlayCss);
  render(<Stage example={example} />, container);
  if (example.converting) {
    container.querySelector<HTMLElement>('[data-convert]')?.click();
  }
}

/** A container in a shadow root that starts from nothing, as on a page. */
export function shadowOver(css: string): HTMLElement {
  const host = document.createElement('gift-ledger');
  document.body.append(host);
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `:host{all:initial !important}${css.replaceAll(':root', ':host')}`;
  const container = document.createElement('div');
  shadow.append(style, container);
  return container;
}

function Stage({ example }: { example: OverlayExample }) {
  const translate = pickWords(example.words);
  const [shape, setShape] = useState(example.shape);
  const [place, setPlace] = useState(firstPlace(translate('direction') === 'rtl' ? 'rtl' : 'ltr'));
  const [keepClear, setKeepClear] = useState<readonly Rect[]>([]);
  useLayoutEffect(() => {
    const parts = document.querySelectorAll('.page-chat, .page-tray');
    setKeepClear([...parts].map((part) => part.getBoundingClientRect()));
  }, []);
  return (
    <OverlayApp
      view={example.view}
      now={now}
      zone={zone}
      locale={example.locale ?? 'en-US'}
      translate={translate}
      shape={shape}
      place={place}
      viewport={{ width: innerWidth, height: innerHeight }}
      keepClear={keepClear}
      converter={exampleConverter}
      onMove={setPlace}
      onShape={setShape}
      onHide={() => setShape('dot')}
      onOpenLedger={() => {}}
      onAlertSeen={() => {}}
    />
  );
}

/** A stream's page, drawn roughly. Its root font size is odd on purpose: the overlay must not follow it. */
export function Page() {
  return (
    <main class="page">
      <div class="page-video" />
      <div class="page-chat">
        <p>kai · first time here</p>
        <p>noor · that drop!!</p>
        <p>lio · hello from Lisbon</p>
      </div>
      <div class="page-tray">
        {[...'🌹🍩🎩💐🌌🚀🦁'].map((gift) => (
          <span key={gift}>{gift}</span>
        ))}
      </div>
    </main>
  );
}
