import type { RefObject, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useScreen } from '../screen.ts';
import type { MessageKey } from '../text.ts';

/** Forms of which one is open at a time, each by a button of its own. */
export interface Opened<Name extends string> {
  readonly open: Name | null;
  close(): void;
  /** The button that opens a form and closes it. */
  opener(name: Name, label: MessageKey): VNode;
}

/** Which of some forms is open. Within `group` the keyboard goes back to the button of the form that was closed. */
export function useOpened<Name extends string>(group: RefObject<HTMLElement | null>): Opened<Name> {
  const { t } = useScreen();
  const [open, setOpen] = useState<Name | null>(null);
  const opened = useRef<Name | null>(null);
  useEffect(() => {
    if (open === null && opened.current !== null) {
      group.current?.querySelector<HTMLElement>(`[data-opens=${opened.current}]`)?.focus();
    }
    opened.current = open;
  }, [open]);
  return {
    open,
    close: () => setOpen(null),
    opener: (name, label) => (
      <button
        type="button"
        class="button quiet"
        data-opens={name}
        aria-expanded={open === name}
        onClick={() => setOpen(open === name ? null : name)}
      >
        {t(label)}
      </button>
    ),
  };
}
