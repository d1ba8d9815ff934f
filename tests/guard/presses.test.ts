// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Presses } from '../../entrypoints/guard.content/presses.ts';
import type { SendControl } from '../../utils/platforms/send-control.ts';

let presses: Presses;
/** What the guard was told, and what the page heard. */
let told: string[] = [];
let heard: string[] = [];
let holds = true;
let control: HTMLElement;

function show(html: string): void {
  document.body.innerHTML = html;
  const found = document.querySelector<HTMLElement>('.send');
  if (found === null) throw new Error('no control');
  control = found;
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'click', 'keydown']) {
    document.body.addEventListener(type, () => heard.push(type));
  }
  for (const type of ['pointercancel', 'keyup'])
    control.addEventListener(type, () => heard.push(type));
}

const fire = (type: string, init: MouseEventInit = {}) => {
  const event = type.startsWith('touch')
    ? new Event(type, { bubbles: true, cancelable: true })
    : new PointerEvent(type, { bubbles: true, cancelable: true, ...init });
  control.dispatchEvent(event);
  return event;
};

const key = (type: string, init: KeyboardEventInit) => {
  const event = new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init });
  control.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  told = [];
  heard = [];
  holds = true;
  presses = new Presses({
    find: (target) => {
      const send = target.closest<HTMLElement>('.send');
      const found: SendControl | null =
        send === null ? null : { control: send, kind: 'cell', key: 'rose', price: 1 };
      return found;
    },
    isHeld: () => holds,
    onHeld: () => told.push('held'),
    onThrough: () => told.push('through'),
    onOther: () => told.push('other'),
    takesKey: ({ key: pressed }) => pressed === 'x',
  });
  presses.start();
});

afterEach(() => {
  presses.stop();
  document.body.replaceWith(document.createElement('body'));
});

describe('a press on what sends a gift', () => {
  it('is held as a whole, and told of once', () => {
    show('<button class="send"><b>Send</b></button>');
    for (const type of ['pointerdown', 'touchstart', 'mousedown', 'pointerup', 'mouseup'])
      fire(type);
    expect(told).toEqual([]);
    expect(fire('click').defaultPrevented).toBe(true);
    expect(told).toEqual(['held']);
    expect(heard).toEqual([]);
  });

  it('is let through as a whole where it may be', () => {
    show('<button class="send">Send</button>');
    holds = false;
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'click']) fire(type);
    expect(told).toEqual(['through']);
    expect(heard).toEqual(['pointerdown', 'mousedown', 'pointerup', 'click']);
  });

  it('is held at its click if the limit was reached only then, and at its click if it was held at first', () => {
    show('<button class="send">Send</button>');
    holds = false;
    fire('pointerdown');
    holds = true;
    fire('pointerup');
    fire('click');
    expect(told).toEqual(['held']);
    // The page heard of the beginning, so it hears of the end.
    expect(heard).toEqual(['pointerdown', 'pointerup']);
    fire('pointerdown');
    holds = false;
    fire('click');
    expect(told).toEqual(['held', 'held']);
  });

  it('is held also where only a click comes: from the keyboard, or from the page itself', () => {
    show('<button class="send">Send</button>');
    control.click();
    expect(told).toEqual(['held']);
    expect(heard).toEqual([]);
  });

  it('by another button than the first is none', () => {
    show('<button class="send">Send</button>');
    fire('pointerdown', { button: 2 });
    fire('pointerup', { button: 2 });
    expect(heard).toEqual(['pointerdown', 'pointerup']);
    expect(told).toEqual([]);
  });

  it('of ours goes through once', () => {
    show('<button class="send">Send</button>');
    presses.pressOnce(control);
    expect(told).toEqual(['through']);
    expect(heard).toEqual(['click']);
    control.click();
    expect(told).toEqual(['through', 'held']);
  });

  it('that is held down is broken off when the limit is reached', () => {
    show('<button class="send">Send</button>');
    holds = false;
    fire('pointerdown');
    expect(presses.isDown).toBe(true);
    presses.judgeAgain();
    expect(heard).toEqual(['pointerdown']);
    holds = true;
    presses.judgeAgain();
    presses.judgeAgain();
    expect(heard).toEqual(['pointerdown', 'pointercancel']);
    expect(told).toEqual(['held']);
    expect(presses.isDown).toBe(false);
    fire('pointerup');
    expect(heard).toEqual(['pointerdown', 'pointercancel', 'pointerup']);
  });
});

describe('keys on what sends a gift', () => {
  it.each(['Enter', ' '])('%j is held from its beginning', (pressed) => {
    show('<button class="send">Send</button>');
    expect(key('keydown', { key: pressed }).defaultPrevented).toBe(true);
    key('keydown', { key: pressed, repeat: true });
    key('keyup', { key: pressed });
    expect(told).toEqual(['held']);
    expect(heard).toEqual([]);
  });

  it('on a button are told of by the click that the browser makes of them', () => {
    show('<button class="send">Send</button>');
    holds = false;
    key('keydown', { key: 'Enter' });
    expect(told).toEqual([]);
    control.click();
    expect(told).toEqual(['through']);
  });

  it('on what the page made a button are told of once, also where the page makes a click of them', () => {
    show('<div class="send" role="button" tabindex="0">Send</div>');
    holds = false;
    control.addEventListener('keydown', () => control.click(), { once: true });
    key('keydown', { key: 'Enter' });
    expect(told).toEqual(['through']);
    expect(heard).toEqual(['click', 'keydown']);
  });

  it('with others held down, others, and those for us are not judged', () => {
    show('<button class="send">Send</button>');
    key('keydown', { key: 'Enter', ctrlKey: true });
    key('keydown', { key: 'a' });
    expect(heard).toEqual(['keydown', 'keydown']);
    key('keydown', { key: 'x' });
    expect(heard).toEqual(['keydown', 'keydown']);
    expect(told).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('presses are told of and let be, and nothing is held after the end', () => {
    show('<p class="other">other</p><button class="send">Send</button>');
    document
      .querySelector('.other')
      ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(told).toEqual(['other']);
    presses.stop();
    control.click();
    expect(heard).toEqual(['pointerdown', 'click']);
    expect(told).toEqual(['other']);
  });
});
