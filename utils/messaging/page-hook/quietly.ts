import { bare, partsOf } from './builtins.ts';

/** How often the hook itself failed. A live binding. */
export let failures = 0;

/** Counts a failure of ours, which goes nowhere else: nothing of it may reach the page. */
export const fail = (): void => {
  failures++;
};

/** Runs `action`; nothing if it throws, as where the throw is an answer. */
export const attempt = <Result>(action: () => Result, onThrow?: () => void): Result | undefined => {
  try {
    return action();
  } catch {
    return void onThrow?.();
  }
};

/** Runs `action`, which is not expected to throw; if it does, that is counted. */
export const quietly = <Result>(action: () => Result): Result | undefined => attempt(action, fail);

const { addEventListener } = partsOf(EventTarget);

/** Runs `action` quietly on every such event, or the next, before other listeners: capturing ones come first. */
export const listen = (
  target: unknown,
  type: string,
  action: (event: Event) => void,
  once = false,
): void =>
  addEventListener(
    target,
    type,
    (event) => quietly(() => action(event)),
    bare({ capture: true, once }),
  );
