/** Taken before the page's first script: a page that changes it later neither breaks nor observes the matching. */
const exec = Function.prototype.call.bind(RegExp.prototype.exec);

/** Makes the test of an address for a platform's `hook.ts`. */
export const matcher =
  (pattern: RegExp) =>
  ({ href }: Pick<URL, 'href'>): boolean =>
    exec(pattern, href) !== null;
