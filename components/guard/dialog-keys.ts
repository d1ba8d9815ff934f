/**
 * What keys do in a dialog: Escape closes it, Tab stays within it, and a key that is held down does nothing more than
 * one that is pressed once, so that a held Enter confirms nothing.
 */
export function dialogKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'repeat' | 'preventDefault'>,
  dialog: HTMLElement,
  focused: Element | null,
  onClose: () => void,
): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    onClose();
  } else if (event.key === 'Tab') {
    event.preventDefault();
    const stops = [...dialog.querySelectorAll<HTMLElement>('button')];
    const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
    const step = event.shiftKey ? -1 : 1;
    const from = at === -1 && event.shiftKey ? 0 : at;
    stops[(from + step + stops.length) % stops.length]?.focus();
  } else if (event.repeat && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
  }
}
