/** Resolves promises once something became true; asked again whenever {@link wake} is called. */
export class Waiting {
  readonly #waiting = new Set<() => void>();

  wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when `enough` says so. Rejects after `timeoutMs`. */
  until(enough: () => boolean, timeoutMs: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const wake = () => {
      if (!enough()) return;
      clearTimeout(timer);
      this.#waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(() => {
      this.#waiting.delete(wake);
      reject(new Error(`nobody came within ${timeoutMs} ms`));
    }, timeoutMs);
    timer.unref();
    this.#waiting.add(wake);
    wake();
    return promise;
  }
}
