/**
 * What the user does to the overlay is not done to the page: without this, a click on the pill would also pause a
 * player in full screen, or close what the page closes on a click elsewhere.
 */
export const ownEvents: string[] = [
  'keydown',
  'keyup',
  'keypress',
  // What is typed into the converter is not the page's to read.
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  // A page that holds the focus inside something of its own must not take it away while somebody types.
  'focusin',
  'focusout',
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
