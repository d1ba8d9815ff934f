/** Between the dialog and what it stands beside, and the edges of the viewport, in px. */
const GAP = 12;

/**
 * Where a dialog stands: above what was pressed, else below it, always within the viewport. In the middle where what
 * was pressed is not drawn any more.
 */
export function placeBeside(
  control: HTMLElement,
  dialog: Element | null,
): { x: number; y: number } {
  const { width, height } = dialog?.getBoundingClientRect() ?? { width: 0, height: 0 };
  const box = control.getBoundingClientRect();
  const isDrawn = box.width > 0;
  const middle = isDrawn ? box.x + box.width / 2 : innerWidth / 2;
  const above = isDrawn ? box.y - height - GAP : (innerHeight - height) / 2;
  const below = box.bottom + GAP;
  const isBelow = above < GAP && below + height + GAP <= innerHeight;
  return {
    x: within(middle - width / 2, innerWidth - width),
    y: within(isBelow ? below : above, innerHeight - height),
  };
}

const within = (value: number, most: number): number =>
  Math.round(Math.max(GAP, Math.min(value, most - GAP)));
