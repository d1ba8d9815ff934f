import type { PageKnowledge } from '../../utils/platforms/types.ts';

/** Where things are on the page, in px of the viewport. */
export interface PageBoxes {
  /** What the overlay must not cover; what is not shown has no box. */
  readonly keepClear: readonly DOMRect[];
  /** The stream's picture; null where none is known. */
  readonly picture: DOMRect | null;
}

/** Where nothing is known of the page. */
export const noBoxes: PageBoxes = { keepClear: [], picture: null };

/** Looks at the page. An element in full screen hides all that is outside of it. */
export function boxesOf(
  page: Document,
  { keepClear, picture }: Pick<PageKnowledge, 'keepClear' | 'picture'>,
): PageBoxes {
  const shown = page.fullscreenElement ?? page;
  return {
    keepClear: keepClear.flatMap((selector) => drawn(shown, selector)),
    picture: picture.map((selector) => largest(drawn(page, selector))).find((box) => box) ?? null,
  };
}

/** Whether nothing moved. */
export function sameBoxes(a: PageBoxes, b: PageBoxes): boolean {
  const [before, after] = [
    [a.picture, ...a.keepClear],
    [b.picture, ...b.keepClear],
  ];
  return (
    before.length === after.length &&
    before.every((box, at) => {
      const other = after[at];
      return (
        box?.x === other?.x &&
        box?.y === other?.y &&
        box?.width === other?.width &&
        box?.height === other?.height
      );
    })
  );
}

const drawn = (within: ParentNode, selector: string): DOMRect[] =>
  [...within.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);

const largest = (boxes: readonly DOMRect[]): DOMRect | undefined =>
  boxes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
