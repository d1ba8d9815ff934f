import type { SendControl } from '../../utils/platforms/send-control.ts';

/** What presses are judged by, and who is told of them. */
export interface PressRules {
  /** What a press on an element sends; null where nothing that is recognised. */
  find(target: Element): SendControl | null;
  /** Whether it is to be held now. */
  isHeld(found: SendControl): boolean;
  /** A press was held as a whole: the page knows nothing of it. */
  onHeld(found: SendControl): void;
  /** A press that sends was let through. */
  onThrough(found: SendControl): void;
  /** A key of the user's, before anything of the page hears of it: whether it was meant for us. */
  takesKey(event: KeyboardEvent): boolean;
  /** Something was pressed that is not recognised as sending. */
  onOther(target: Element): void;
}

/** A press under way. */
interface Press {
  readonly found: SendControl;
  /** Whether the page was not told of its beginning; then it is not told of its end either. */
  readonly unseen: boolean;
  held: boolean;
  /** Whether it was told of as let through already. */
  told: boolean;
  down: boolean;
}

const begins = ['pointerdown', 'mousedown', 'touchstart'];
const ends = ['pointerup', 'mouseup', 'touchend', 'pointercancel', 'touchcancel'];

/**
 * Presses by mouse, finger or key on what sends gifts: before anything of the page hears of one, it is let through or
 * held, from its beginning to its click. Nothing is decided later than in the moment of the event.
 */
export class Presses {
  readonly #rules: PressRules;
  readonly #ended = new AbortController();
  #press: Press | null = null;
  #own: HTMLElement | null = null;

  constructor(rules: PressRules) {
    this.#rules = rules;
  }

  start(): void {
    const listen = (type: string, handle: (event: Event, target: Element) => void) => {
      const listener = (event: Event) => {
        const [target] = event.composedPath();
        if (target instanceof Element) handle(event, target);
      };
      // Fingers also scroll: nothing of that waits for us.
      const passive = type.startsWith('touch');
      window.addEventListener(type, listener, {
        capture: true,
        passive,
        signal: this.#ended.signal,
      });
    };
    for (const type of begins) listen(type, (event, target) => this.#begin(event, target));
    for (const type of ends) listen(type, (event) => this.#end(event));
    listen('click', (event, target) => this.#click(event, target));
    listen('keydown', (event, target) => this.#key(event, () => this.#keyDown(event, target)));
    listen('keypress', (event) => this.#key(event, () => undefined));
    listen('keyup', (event) => this.#key(event, () => this.#keyUp(event)));
  }

  stop(): void {
    this.#ended.abort();
  }

  /** Whether something that sends is being pressed now and was let through. */
  get isDown(): boolean {
    return this.#press?.down === true && !this.#press.held;
  }

  /** Presses a control once, as the user asked for: the page gets one click. */
  pressOnce(control: HTMLElement): void {
    this.#own = control;
    control.click();
    this.#own = null;
  }

  /**
   * Judges again what is held down, since a page sends more while it is: the page is told that the press broke off.
   * What it sent before stays sent.
   */
  judgeAgain(): void {
    const press = this.#press;
    if (press === null || !press.down || press.held || !this.#rules.isHeld(press.found)) return;
    press.held = true;
    const { control } = press.found;
    for (const type of ['pointercancel', 'pointerleave', 'mouseleave', 'touchcancel']) {
      control.dispatchEvent(new Event(type, { bubbles: !type.endsWith('leave') }));
    }
    this.#rules.onHeld(press.found);
  }

  #begin(event: Event, target: Element): void {
    if (event instanceof MouseEvent && event.button !== 0) return;
    const found = this.#rules.find(target);
    const same = event.type !== 'pointerdown' && this.#press?.found.control === found?.control;
    if (!same) this.#press = found === null ? null : this.#pressOf(found, true);
    if (found === null && event.type === 'pointerdown') this.#rules.onOther(target);
    if (this.#press?.unseen === true) stop(event);
  }

  #pressOf(found: SendControl, down: boolean): Press {
    const held = this.#rules.isHeld(found);
    return { found, unseen: held, held, told: false, down };
  }

  #end(event: Event): void {
    if (this.#press === null) return;
    if (this.#press.unseen) stop(event);
    this.#press.down = false;
  }

  #click(event: Event, target: Element): void {
    const found = this.#rules.find(target);
    const press = this.#press?.found.control === found?.control ? this.#press : null;
    this.#press = null;
    if (found === null || press?.told === true) return;
    const isOwn = this.#own !== null && this.#own === found.control;
    if (!isOwn && (press?.held === true || this.#rules.isHeld(found))) {
      stop(event);
      event.preventDefault();
      this.#rules.onHeld(found);
    } else {
      this.#rules.onThrough(found);
    }
  }

  #key(event: Event, otherwise: () => void): void {
    if (event instanceof KeyboardEvent && this.#rules.takesKey(event)) stop(event);
    else otherwise();
  }

  #keyUp(event: Event): void {
    if (this.#press?.unseen === true) stop(event);
    this.#press = null;
  }

  #keyDown(event: Event, target: Element): void {
    if (!(event instanceof KeyboardEvent)) return;
    const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = event;
    if ((key !== 'Enter' && key !== ' ') || ctrlKey || metaKey || altKey || isComposing) return;
    const found = this.#rules.find(target);
    this.#press = found === null ? null : this.#pressOf(found, false);
    if (found === null || this.#press === null) return;
    if (this.#press.held) {
      stop(event);
      event.preventDefault();
      if (!repeat) this.#rules.onHeld(found);
    } else if (!/^(?:button|input)$/.test(found.control.localName)) {
      // No browser makes a click of this key: it is the page that acts on it.
      this.#press.told = true;
      this.#rules.onThrough(found);
    }
  }
}

/** The page does not hear of it. */
function stop(event: Event): void {
  event.stopImmediatePropagation();
}
