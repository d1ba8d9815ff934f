import { render } from 'preact';
import guardCss from '../../components/guard/guard.css?inline';
import { GuardDialog } from '../../components/guard/guard-dialog.tsx';
import type { GuardExample } from './guard-examples.ts';
import { now, zone } from './make.ts';
import { Page, shadowOver } from './overlay-stage.tsx';
import { pickWords } from './pick-words.ts';

/** Shows one state of what is asked before a gift is sent, as on a page. */
export async function showGuard({ held, words, locale }: GuardExample, stage: HTMLElement) {
  render(<Page />, stage);
  render(
    <GuardDialog
      held={held}
      now={now}
      zone={zone}
      locale={locale ?? 'en-US'}
      translate={pickWords(words)}
      at={{ x: 25, y: 20 }}
      onSend={() => {}}
      onNotNow={() => {}}
    />,
    shadowOver(guardCss),
  );
}
