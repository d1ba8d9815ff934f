import { useRef } from 'preact/hooks';
import { useScreen } from '../screen.ts';

/** The two sides of the ledger: gifts that the user sends, and gifts that the user receives. */
export type Side = 'send' | 'receive';

const sides: readonly Side[] = ['send', 'receive'];

/** Ids that tie a tab and its panel together. */
export const tabId = (side: Side) => `tab-${side}`;
export const panelId = (side: Side) => `panel-${side}`;

/** Which side a key leads to, or null for keys that mean nothing here. Arrows follow the reading direction. */
export function sideByKey(key: string, side: Side, direction: 'ltr' | 'rtl'): Side | null {
  const forward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
  const back = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
  const at = sides.indexOf(side);
  const steps: Readonly<Record<string, number>> = {
    [forward]: at + 1,
    [back]: at - 1,
    Home: 0,
    End: -1,
  };
  const to = steps[key];
  return to === undefined ? null : (sides.at(to % sides.length) ?? null);
}

/** The two tabs. Only the open one is in the tab order; arrow keys, Home and End open the other. */
export function Tabs({ side, onOpen }: { side: Side; onOpen(side: Side): void }) {
  const { t, direction } = useScreen();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const to = sideByKey(event.key, side, direction);
    if (to !== null) {
      event.preventDefault();
      onOpen(to);
      list.current?.querySelector<HTMLElement>(`#${tabId(to)}`)?.focus();
    }
  }

  return (
    <div class="tabs" role="tablist" aria-label={t('tabsLabel')} ref={list} onKeyDown={move}>
      {sides.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabId(each)}
          aria-selected={each === side}
          {...(each === side ? { 'aria-controls': panelId(each) } : {})}
          tabIndex={each === side ? 0 : -1}
          onClick={() => onOpen(each)}
        >
          {t(each === 'send' ? 'tabSend' : 'tabReceive')}
        </button>
      ))}
    </div>
  );
}
