/**
 * The boxes on screen of the elements that the overlay must not cover; those that are not shown have none. An element
 * in full screen hides all that is outside of it.
 */
export function clearRects(page: Document, selectors: readonly string[]): readonly DOMRect[] {
  const shown = page.fullscreenElement ?? page;
  return selectors
    .flatMap((selector) => [...shown.querySelectorAll(selector)])
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
}

/** Whether nothing moved. */
export function sameRects(a: readonly DOMRect[], b: readonly DOMRect[]): boolean {
  return (
    a.length === b.length &&
    a.every((rect, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        rect.x === other.x &&
        rect.y === other.y &&
        rect.width === other.width &&
        rect.height === other.height
      );
    })
  );
}
