import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { noteTrouble } from '../../utils/storage/trouble.ts';

/** What a live query gave last. */
export interface Live<T> {
  /** Null until the first answer. What was read stays while the ledger cannot be read. */
  readonly value: T | null;
  /** The name of what keeps the ledger from being read; empty when all is well. */
  readonly trouble: string;
}

/**
 * Reads from the ledger, and again whenever what was read changes or `inputs` do. `read` may await nothing but the
 * ledger; null reads nothing yet.
 */
export function useLive<T>(read: (() => Promise<T>) | null, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: null, trouble: '' });
  useEffect(() => {
    if (read === null) return;
    // Dexie follows what is read behind an await only where the function itself is asynchronous.
    const subscription = liveQuery(async () => read()).subscribe({
      next: (value) => setLive({ value, trouble: '' }),
      error: (error) => setLive((before) => ({ ...before, ...troubleOf(error) })),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return live;
}

/** Reading takes at most a quarter of the time. */
const TIMES_AS_LONG = 3;

/**
 * As {@link useLive}, for what changes many times a second: reads again at most every `pace` milliseconds, and after a
 * slow read later still. `watch` reads little, and something of it changes whenever what `read` reads does; only that is
 * followed by the moment.
 */
export function usePaced<T>(
  watch: () => Promise<unknown>,
  read: (() => Promise<T>) | null,
  pace: number,
  inputs: readonly unknown[],
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: null, trouble: '' });
  useEffect(() => {
    if (read === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isReading = false;
    let isNews = false;
    const readOn = async () => {
      if (isReading || timer !== undefined || !isNews) return;
      isReading = true;
      isNews = false;
      const begun = performance.now();
      const next = await read().then((value) => ({ value, trouble: '' }), troubleOf);
      isReading = false;
      if (subscription.closed) return;
      setLive((before) => ({ ...before, ...next }));
      timer = setTimeout(
        () => {
          timer = undefined;
          void readOn();
        },
        Math.max(pace, TIMES_AS_LONG * (performance.now() - begun)),
      );
    };
    const subscription = liveQuery(async () => watch()).subscribe({
      next: () => {
        isNews = true;
        void readOn();
      },
      error: (error) => setLive((before) => ({ ...before, ...troubleOf(error) })),
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, inputs);
  return live;
}

/** Names trouble, and keeps it for where the user is told. */
function troubleOf(error: unknown): { readonly trouble: string } {
  const trouble = error instanceof Error ? error.name : 'UnknownError';
  void noteTrouble(trouble);
  return { trouble };
}

/** How often the clock is looked at, for "4 min ago". */
const CLOCK_MS = 5_000;

/** The moment it is, looked at again now and then. */
export function useNow(): EpochMs {
  const [now, setNow] = useState(() => epochMs(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(epochMs(Date.now())), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
