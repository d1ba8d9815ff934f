import type { GiftCell } from '../../utils/platforms/gift-cell.ts';
import {
  firstPlacement,
  isPlaced,
  placeTag,
  priceBox,
  removeOtherTags,
  shiftUnder,
  type TagPlacement,
} from './tag-element.ts';

/** A tag and the cell that it belongs to. */
export interface TagJob {
  readonly gift: GiftCell;
  readonly tag: HTMLElement;
}

/** Cells in which no place was found where a tag leaves the page as it is. */
const shy = new WeakSet<HTMLElement>();

/**
 * Puts tags at their places and looks whether anything of the cell moved by it. If so, the tag goes into the price;
 * where that moves something too, there is none. All is read, then all written, so that the page is laid out a few times
 * at the most however many tags there are.
 */
export function placeTags(jobs: readonly TagJob[]): void {
  const open = jobs
    .filter(({ gift }) => !shy.has(gift.cell))
    .map(({ gift, tag }) => ({ gift, tag, box: priceBox(gift) }))
    .filter(({ box, tag, gift }) => !isPlaced(tag, box, gift))
    .map((job) => ({ ...job, before: shapeOf(job.gift.cell, job.box) }))
    .map((job) => ({ ...job, placement: firstPlacement(job.box, job.gift.cell) }));
  for (const job of open) put(job, job.placement);
  const moved = open.filter(hasMoved);
  for (const job of moved) put(job, 'within');
  const unfit = new Set(moved.filter(hasMoved));
  const shifts = open
    .filter((job) => !unfit.has(job) && job.tag.parentElement === job.box)
    .map(({ tag, gift }) => ({ tag, shift: shiftUnder(tag, gift) }));
  for (const { tag, shift } of shifts) Object.assign(tag.style, shift);
  for (const { tag, gift } of unfit) {
    tag.remove();
    shy.add(gift.cell);
  }
}

interface OpenJob extends TagJob {
  readonly box: HTMLElement;
  readonly before: readonly number[];
}

function put({ gift, tag, box }: OpenJob, placement: TagPlacement): void {
  tag.remove();
  placeTag(tag, box, gift, placement);
  removeOtherTags(gift.cell, tag);
}

/** Where the price is in its cell, and how large both are. */
function shapeOf(cell: HTMLElement, box: HTMLElement): readonly number[] {
  const outer = cell.getBoundingClientRect();
  const inner = box.getBoundingClientRect();
  return [
    outer.width,
    outer.height,
    inner.x - outer.x,
    inner.y - outer.y,
    inner.width,
    inner.height,
  ];
}

function hasMoved({ gift, box, before }: OpenJob): boolean {
  return shapeOf(gift.cell, box).some((size, index) => Math.abs(size - (before[index] ?? 0)) > 0.5);
}
