import { useEffect, useRef, useState } from 'preact/hooks';
import { useScreen } from '../screen.ts';

/** One line of the menu. */
export interface MenuItem {
  readonly label: string;
  onPick(): void;
}

/** A button with a small menu. Arrow keys go through it, Escape and leaving it close it. */
export function Menu({ items }: { items: readonly MenuItem[] }) {
  const { t } = useScreen();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (open) {
      root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    }
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const lines = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = event.target instanceof HTMLElement ? lines.indexOf(event.target) : -1;
    const to = lineByKey(event.key, at, lines.length);
    if (!open || (to === null && event.key !== 'Escape')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (to === null) {
      close();
    } else {
      lines[to]?.focus();
    }
  }

  function onFocusOut(event: FocusEvent) {
    if (!(event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget))) {
      setOpen(false);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu inside
    <div class="menu" data-still ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class="icon-button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('overlayMenu')}
        title={t('overlayMenu')}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" />
        </svg>
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={t('overlayMenu')}>
          {items.map(({ label, onPick }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                onPick();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The line that a key leads to from line `at`; null for keys that lead to none. */
export function lineByKey(key: string, at: number, lines: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % lines;
    case 'ArrowUp':
      return (Math.max(at, 0) - 1 + lines) % lines;
    case 'Home':
      return 0;
    case 'End':
      return lines - 1;
    default:
      return null;
  }
}
