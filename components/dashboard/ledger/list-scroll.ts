/**
 * Browsers draw nothing taller than some 17 million px (Firefox) or 33 million (Chromium): a longer list is drawn this
 * tall and moves inside.
 */
export const TALLEST = 8_000_000;

/** Where a list stands: `top` is the px of the list at the upper edge of the view, `bar` where the scroll bar is. */
export interface ListScroll {
  readonly top: number;
  readonly bar: number;
}

/** How much is seen at once and how long the whole list would be, in px. */
export interface ListSizes {
  readonly view: number;
  readonly whole: number;
}

/** The height that the list is drawn with. */
export function drawnHeight({ whole }: Pick<ListSizes, 'whole'>): number {
  return Math.min(whole, TALLEST);
}

/**
 * Where the list stands after its scroll bar moved to `bar`. A list drawn shorter than it is moves px by px with the
 * wheel and the keys, and in proportion with the thumb; where `bar` differs from what came in, it is to be set.
 */
export function scrolledTo(before: ListScroll, bar: number, sizes: ListSizes): ListScroll {
  const lastBar = Math.max(0, drawnHeight(sizes) - sizes.view);
  const lastTop = Math.max(0, sizes.whole - sizes.view);
  if (lastTop === lastBar) {
    return { top: clamp(bar, lastTop), bar };
  }
  const moved = bar - before.bar;
  const isJump = Math.abs(moved) > 2 * sizes.view;
  const top = isJump ? (bar / lastBar) * lastTop : clamp(before.top + moved, lastTop);
  const atAnEnd = bar <= 0 || bar >= lastBar || top <= 0 || top >= lastTop;
  return { top, bar: atAnEnd ? barFor(top, sizes) : bar };
}

/** Where the list stands once the px from `start` to `end` of it are in view, moved no further than needed. */
export function broughtIntoView(
  before: ListScroll,
  start: number,
  end: number,
  sizes: ListSizes,
): ListScroll {
  const top = start < before.top ? start : Math.max(before.top, end - sizes.view);
  return top === before.top ? before : { top, bar: barFor(top, sizes) };
}

function barFor(top: number, sizes: ListSizes): number {
  const lastBar = Math.max(0, drawnHeight(sizes) - sizes.view);
  const lastTop = Math.max(0, sizes.whole - sizes.view);
  return lastTop === 0 ? 0 : Math.round((clamp(top, lastTop) / lastTop) * lastBar);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most);
}
