import { apply, bare, construct, partsOf } from './builtins.ts';
import { quietly } from './quietly.ts';
import { scrub } from './stack.ts';

/** What is done with a result. It goes to the page, unless something is returned in its place. */
type After = (result: unknown) => unknown;

/** Sees `this` and the arguments of a call, or the arguments and the class of a construction, before it is made. */
type Before = (first: unknown, second: ArrayLike<unknown>) => After | undefined;

const originals = new WeakMap<object, object>();
const { get } = partsOf(WeakMap);

/**
 * Puts a proxy in the place of the function `owner[key]` and returns it. For the page it stays what it was: the
 * original does the work and throws its own errors, and whatever fails in `before` or after it is swallowed.
 */
export const replace = (owner: object, key: string, before?: Before) => {
  const original = Reflect.get(owner, key);
  // The original is called from the trap itself, so that the stack of its errors holds as few lines of ours as can be.
  const trap =
    (call: typeof apply | typeof construct) => (_: unknown, first: object, second: object) => {
      const after = quietly(() => before?.(first, second as ArrayLike<unknown>));
      try {
        // `toString` is asked of what was replaced; nothing else here is called on a function.
        const result = apply(call, undefined, [original, get(originals, first) ?? first, second]);
        return quietly(() => after?.(result)) ?? result;
      } catch (error) {
        throw scrub(error);
      }
    };
  // Without prototype: a page could define traps on `Object.prototype`.
  const proxy = new Proxy(original, bare({ apply: trap(apply), construct: trap(construct) }));
  originals.set(proxy, original);
  // Keeps the attributes of the property.
  Reflect.set(owner, key, proxy);
  return proxy;
};
