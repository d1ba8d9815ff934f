import { useRef, useState } from 'preact/hooks';
import type { Place, Point, Room } from './place.ts';
import { inside, placeOf } from './place.ts';

/** Movement in px below which a press is a click. */
const CLICK = 4;

interface Press {
  readonly pointer: number;
  readonly at: Point;
  readonly from: Point;
  /** The last point of the drag; null while it may still be a click. */
  to: Point | null;
}

/**
 * Drag by pointer, within the viewport. Parts marked `data-still` do not start it. The pointer is captured only once
 * it has moved, so that a press without movement is still a click of the button under it.
 */
export function useDrag(settled: Point, room: Room, onMove: (place: Place) => void) {
  const press = useRef<Press | null>(null);
  const [point, setPoint] = useState<Point | null>(null);

  function onPointerDown(event: PointerEvent) {
    const still = event.target instanceof Element && event.target.closest('[data-still]') !== null;
    if (event.button === 0 && event.isPrimary && !still) {
      const at = { x: event.clientX, y: event.clientY };
      press.current = { pointer: event.pointerId, at, from: settled, to: null };
    }
  }

  function onPointerMove(event: PointerEvent & { readonly currentTarget: HTMLElement }) {
    const now = press.current;
    if (now === null || now.pointer !== event.pointerId) {
      return;
    }
    const by = { x: event.clientX - now.at.x, y: event.clientY - now.at.y };
    if (now.to === null) {
      if (Math.hypot(by.x, by.y) < CLICK) {
        return;
      }
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    now.to = inside({ x: now.from.x + by.x, y: now.from.y + by.y }, room);
    setPoint(now.to);
  }

  function onPointerUp() {
    const to = press.current?.to ?? null;
    press.current = null;
    setPoint(null);
    if (to !== null) {
      onMove(placeOf(to, room));
    }
  }

  function onPointerCancel() {
    press.current = null;
    setPoint(null);
  }

  return { point, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}
