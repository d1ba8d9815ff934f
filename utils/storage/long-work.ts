/** How work that takes a while is watched and stopped. */
export interface LongWork {
  /** Stops it, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told now and then how much of how much is done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Tells how far work is, and throws the signal's reason once it is to stop. */
export function step({ signal, onProgress }: LongWork, done: number, all: number): void {
  onProgress?.(done, all);
  signal?.throwIfAborted();
}
