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
 * Drag by pointer, within the viewport. Parts marked `data-still` do not start it. What is pressed captures the
 * pointer at once: a quick hand leaves the small pill before its first move is seen. A press without movement stays a
 * click of the button under it; the click that ends a drag is swallowed.
 */
export function useDrag(settled: Point, room: Room, onMove: (place: Place) => void) {
  const press = useRef<Press | null>(null);
  const dragged = useRef(false);
  const [point, setPoint] = useState<Point | null>(null);

  function onPointerDown(event: PointerEvent) {
    dragged.current = false;
    const pressed = event.target;
    if (event.button !== 0 || !event.isPrimary || !(pressed instanceof Element)) {
      return;
    }
    if (pressed.closest('[data-still]') === null) {
      pressed.setPointerCapture(event.pointerId);
      const at = { x: event.clientX, y: event.clientY };
      press.current = { pointer: event.pointerId, at, from: settled, to: null };
    }
  }

  function onPointerMove(event: PointerEvent) {
    const now = press.current;
    if (now === null || now.pointer !== event.pointerId) {
      return;
    }
    const by = { x: event.clientX - now.at.x, y: event.clientY - now.at.y };
    if (now.to !== null || Math.hypot(by.x, by.y) >= CLICK) {
      now.to = inside({ x: now.from.x + by.x, y: now.from.y + by.y }, room);
      setPoint(now.to);
    }
  }

  function onPointerUp() {
    const to = press.current?.to ?? null;
    press.current = null;
    dragged.current = to !== null;
    setPoint(null);
    if (to !== null) {
      onMove(placeOf(to, room));
    }
  }

  /** Clicks by keys have no detail and are never the end of a drag. */
  function onClickCapture(event: MouseEvent) {
    if (dragged.current && event.detail > 0) {
      event.stopPropagation();
      event.preventDefault();
    }
    dragged.current = false;
  }

  function onPointerCancel() {
    press.current = null;
    setPoint(null);
  }

  return {
    point,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onClickCapture },
  };
}
