/**
 * Builtins as they were before the page's first script. A page may replace any of them later; what runs later uses
 * only these, own properties, and objects without a prototype. Keep away in this folder from what looks up something
 * that a page can change: methods called on a value, spreading and destructuring of arrays, option objects with a
 * prototype, `instanceof`.
 */
export const { apply, construct, defineProperty, getOwnPropertyDescriptor, setPrototypeOf } =
  Reflect;

/** `value` without its prototype, so that no setter, trap, option or item of the page is found through it. */
export const bare = <Value extends object>(value: Value): Value => {
  setPrototypeOf(value, null);
  return value;
};

/** Methods as functions that take their object first; getters likewise. */
type Parts<Instance> = {
  readonly [Key in keyof Instance]: Instance[Key] extends (...args: infer Args) => infer Result
    ? (self: unknown, ...args: Args) => Result
    : (self: unknown) => Instance[Key];
};

/**
 * The methods and getters of a class. They throw for an object of another class, which tells classes apart. Those that
 * it inherits too: another extension may have put a class of its own on top of the browser's before us.
 */
export const partsOf = <Instance extends object>({
  prototype,
}: {
  prototype: Instance;
}): Parts<Instance> => {
  const { call } = Function.prototype;
  const parts = Object(Object.getOwnPropertyDescriptors(prototype));
  for (const key in parts) {
    parts[key] = call.bind(parts[key].get ?? parts[key].value);
  }
  prototype = Object.getPrototypeOf(prototype);
  setPrototypeOf(parts, prototype && partsOf({ prototype }));
  return parts;
};

export const messageEvent = partsOf(MessageEvent);
