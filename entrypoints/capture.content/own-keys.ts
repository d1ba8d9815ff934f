import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

/** The element that the overlay lives in. */
const OVERLAY = 'gift-ledger-overlay';

/** What tells of typing, and leaves a closed root. */
const typing = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
] as const;

/**
 * Keeps what is typed into the overlay from the page, which has hot keys and hears keys on their way down: of listeners
 * at the window the first come first, so this must be called before the page's own scripts run. The overlay hears of
 * it inside of its root; what the browser does with a key stays as it is.
 */
export function keepOwnKeys(ctx: Pick<ContentScriptContext, 'isValid'>): void {
  const keep = (event: Event) => {
    if (!ctx.isValid || !(event.target instanceof Element) || event.target.localName !== OVERLAY) {
      return;
    }
    event.stopImmediatePropagation();
    const typed = rootOf(event.target)?.activeElement ?? null;
    if (typed !== null && !typed.dispatchEvent(within(event))) event.preventDefault();
  };
  for (const type of typing) window.addEventListener(type, keep, true);
}

/** The same event once more, for ears inside of the root. */
function within(event: Event): Event {
  const { type, bubbles, cancelable } = event;
  const all = { bubbles, cancelable, composed: false };
  if (!(event instanceof KeyboardEvent)) return new Event(type, all);
  const { key, code, location, repeat, isComposing, shiftKey, ctrlKey, altKey, metaKey } = event;
  const pressed = { key, code, location, repeat, isComposing };
  return new KeyboardEvent(type, { ...all, ...pressed, shiftKey, ctrlKey, altKey, metaKey });
}

/** An element's closed root, which only scripts of an extension reach: Firefox has it at the element. */
function rootOf(host: Element): ShadowRoot | null {
  const own: unknown = Reflect.get(host, 'openOrClosedShadowRoot');
  const root: unknown =
    own instanceof ShadowRoot || !(host instanceof HTMLElement)
      ? own
      : browser.dom?.openOrClosedShadowRoot(host);
  return root instanceof ShadowRoot ? root : null;
}
