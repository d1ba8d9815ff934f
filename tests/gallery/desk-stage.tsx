import { render } from 'preact';
import { DeskApp, type DeskProps } from '../../components/desk/desk-app.tsx';
import { PopoutApp } from '../../components/desk/popout-app.tsx';
import { freshPopout } from '../../utils/core/desk-settings.ts';
import type { DeskExample, PopoutExample } from './desk-examples.ts';
import { now, zone } from './make.ts';
import { pickWords } from './pick-words.ts';

/** One state of the live desk, drawn as its page does. */
export function DeskStage(props: { example: DeskExample; actions?: Partial<DeskProps> }) {
  const { view, trouble, sound, locale, words } = props.example;
  return (
    <DeskApp
      view={view}
      now={now}
      trouble={trouble ?? ''}
      popout={freshPopout}
      sound={sound ?? 'off'}
      locale={locale ?? 'en-US'}
      zone={zone}
      translate={pickWords(words)}
      onPickStream={() => {}}
      onAlertSeen={() => {}}
      onSound={() => {}}
      onPopout={() => {}}
      onOpenPopout={() => {}}
      onThank={() => {}}
      onCopy={async () => true}
      {...props.actions}
    />
  );
}

/** Shows one state of the live desk. */
export async function showDesk(example: DeskExample, stage: HTMLElement) {
  await import('../../components/desk/desk.css');
  render(<DeskStage example={example} />, stage);
}

/** Shows one state of the pop-out. */
export async function showPopout(example: PopoutExample, stage: HTMLElement) {
  await import('../../components/desk/popout.css');
  const { words, locale, ...shown } = example;
  render(
    <PopoutApp
      {...shown}
      now={now}
      locale={locale ?? 'en-US'}
      zone={zone}
      translate={pickWords(words)}
    />,
    stage,
  );
}
