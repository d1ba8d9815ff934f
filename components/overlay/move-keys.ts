import type { Place, Point, Room } from './place.ts';
import { nextCorner, placeOf, stepFrom } from './place.ts';

const STEP = 8;
const LONG_STEP = 32;

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where a key moves the overlay; null for keys that do not. */
export function placeByKey(
  key: { readonly key: string; readonly shiftKey: boolean },
  settled: Point,
  place: Place,
  room: Room,
): Place | null {
  if (key.key === 'Home' || key.key === 'End') {
    return nextCorner(place, key.key === 'Home' ? -1 : 1);
  }
  const direction = Object.hasOwn(directions, key.key) ? directions[key.key] : undefined;
  if (direction === undefined) {
    return null;
  }
  const px = key.shiftKey ? LONG_STEP : STEP;
  return placeOf(stepFrom(settled, { x: direction.x * px, y: direction.y * px }, room), room);
}

/** Moving by keys, for the control that is the overlay's handle. */
export function createMoveKeys(
  settled: Point,
  place: Place,
  room: Room,
  onMove: (place: Place) => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    const to = placeByKey(event, settled, place, room);
    if (to !== null) {
      event.preventDefault();
      event.stopPropagation();
      onMove(to);
    }
  };
}
