/** A corner of the viewport. Physical, since streams do not turn their video around for right-to-left pages. */
export type Corner = 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left';

/** Where the overlay is wanted: distances in px from a corner, so that it survives resizing. Survives JSON. */
export interface Place {
  readonly corner: Corner;
  /** From the corner's side edge of the viewport to the same edge of the overlay. */
  readonly x: number;
  /** From the corner's top or bottom edge. */
  readonly y: number;
}

/** The top left of a box in the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}

/** What there is to be placed in: the viewport, the overlay's own size, and what it must never cover. */
export interface Room {
  readonly viewport: Size;
  readonly size: Size;
  readonly keepClear: readonly Rect[];
}

/** Clockwise, as Home and End go through them. */
const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/** The distance from both edges for a place that nobody chose. */
const MARGIN = 14;

/** The distance to what is kept clear, where there is room for it. */
const SPACE = 8;

/**
 * Where the overlay starts: in the top corner at the end of the reading direction, of the stream's picture where that
 * is known, so that it lies on no part of the page that is to be read or clicked.
 */
export function firstPlace(
  direction: 'ltr' | 'rtl',
  viewport: Size = { width: 0, height: 0 },
  picture: Rect | null = null,
): Place {
  const { x, y, width } = picture ?? { x: 0, y: 0, width: viewport.width };
  const side = direction === 'ltr' ? viewport.width - x - width : x;
  return {
    corner: direction === 'ltr' ? 'top-right' : 'top-left',
    x: Math.max(0, side) + MARGIN,
    y: Math.max(0, y) + MARGIN,
  };
}

/** The next corner clockwise, or counter-clockwise for a `step` of -1. */
export function nextCorner({ corner }: Place, step: 1 | -1): Place {
  const next = corners.at((corners.indexOf(corner) + step) % corners.length) ?? corner;
  return { corner: next, x: MARGIN, y: MARGIN };
}

/** Where a place is in this viewport, whatever is there. May be outside of it. */
export function pointOf({ corner, x, y }: Place, { viewport, size }: Room): Point {
  return {
    x: corner.endsWith('left') ? x : viewport.width - size.width - x,
    y: corner.startsWith('top') ? y : viewport.height - size.height - y,
  };
}

/** The place of a point: from the corner that the overlay's middle is nearest to. */
export function placeOf({ x, y }: Point, { viewport, size }: Room): Place {
  const left = x + size.width / 2 <= viewport.width / 2;
  const top = y + size.height / 2 <= viewport.height / 2;
  return {
    corner: `${top ? 'top' : 'bottom'}-${left ? 'left' : 'right'}`,
    x: left ? x : viewport.width - size.width - x,
    y: top ? y : viewport.height - size.height - y,
  };
}

/** The nearest point inside the viewport; its start where the overlay does not fit. */
export function inside({ x, y }: Point, room: Room): Point {
  const { right, bottom } = reachOf(room);
  return { x: clamp(x, right), y: clamp(y, bottom) };
}

/**
 * The nearest point to `wanted` that is inside the viewport and covers nothing of what must be kept clear, with some
 * space to it if there is that much. Where everything is covered, the nearest point inside the viewport.
 */
export function settle(wanted: Point, room: Room): Point {
  const start = inside(wanted, room);
  return nearestFree(start, room, SPACE) ?? nearestFree(start, room, 0) ?? start;
}

/**
 * The nearest free point is the wanted one, or lies on an edge of a blocked area straight from it, or in a corner of
 * such edges: so one of few candidates a direction is always the answer.
 */
function nearestFree(start: Point, room: Room, space: number): Point | null {
  const blocked = room.keepClear
    .filter(({ width, height }) => width > 0 && height > 0)
    .map((rect) => grown(rect, room.size, space));
  const { right, bottom } = reachOf(room);
  const xs = candidates(
    start.x,
    right,
    blocked.flatMap((area) => [area.left, area.right]),
  );
  const ys = candidates(
    start.y,
    bottom,
    blocked.flatMap((area) => [area.top, area.bottom]),
  );
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const x of xs) {
    for (const y of ys) {
      const away = (x - start.x) ** 2 + (y - start.y) ** 2;
      if (away < least && !blocked.some((area) => covers(area, x, y))) {
        best = { x, y };
        least = away;
      }
    }
  }
  return best;
}

/**
 * Where a step by keys leads: as far in its direction as it takes to be seen moving, so that an area to keep clear is
 * jumped over instead of being a wall. Stays where nothing is free in that direction.
 */
export function stepFrom(from: Point, by: Point, room: Room): Point {
  let wanted = from;
  for (;;) {
    const next = inside({ x: wanted.x + by.x, y: wanted.y + by.y }, room);
    if (next.x === wanted.x && next.y === wanted.y) {
      return from;
    }
    wanted = next;
    const settled = settle(wanted, room);
    const ahead = (settled.x - from.x) * Math.sign(by.x) + (settled.y - from.y) * Math.sign(by.y);
    if (ahead > 0) {
      return settled;
    }
  }
}

/** The top lefts with which a box of `size` would cover a part of a rectangle. Whole px, so that text stays sharp. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function grown(rect: Rect, size: Size, space: number): Area {
  return {
    left: Math.floor(rect.x) - Math.ceil(size.width) - space,
    right: Math.ceil(rect.x + rect.width) + space,
    top: Math.floor(rect.y) - Math.ceil(size.height) - space,
    bottom: Math.ceil(rect.y + rect.height) + space,
  };
}

const covers = (area: Area, x: number, y: number): boolean =>
  x > area.left && x < area.right && y > area.top && y < area.bottom;

function reachOf({ viewport, size }: Room) {
  return {
    right: Math.max(0, Math.floor(viewport.width - Math.ceil(size.width))),
    bottom: Math.max(0, Math.floor(viewport.height - Math.ceil(size.height))),
  };
}

const clamp = (value: number, most: number): number =>
  Number.isNaN(value) ? 0 : Math.min(Math.max(0, Math.round(value)), most);

const candidates = (start: number, most: number, edges: readonly number[]): readonly number[] =>
  [...new Set([start, 0, most, ...edges])].filter((edge) => edge >= 0 && edge <= most);
