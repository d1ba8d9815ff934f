/**
 * What the user does to the overlay is not done to the page: without this, a click on the pill would also pause a
 * player in full screen, or close what the page closes on a click elsewhere.
 */
export const ownEvents: string[] = [
  'keydown',
  'keyup',
  'keypress',
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'mousemove',
  'touchstart',
  'touchend',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'wheel',
];
