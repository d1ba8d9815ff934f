import type { FetchTrouble } from '../../utils/core/rate-sources.ts';

/** Thrown where no text came; `trouble` says why. */
export class NothingFetched extends Error {
  override readonly name = 'NothingFetched';
  readonly trouble: FetchTrouble;
  constructor(trouble: FetchTrouble, detail = '') {
    super(`${trouble} ${detail}`);
    this.trouble = trouble;
  }
}

const PATIENCE_MS = 20_000;

/** Answers are far smaller; what is longer is not read to its end. */
const MOST_BYTES = 4_000_000;

/**
 * The text at an address, asked for without cookies, referrer or cache, and not followed to another address. Throws
 * {@link NothingFetched}.
 */
export async function fetchText(address: string): Promise<string> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: patience,
    });
    if (!answer.ok) throw new NothingFetched('no-such-page', String(answer.status));
    return await readText(answer);
  } catch (error) {
    if (error instanceof NothingFetched) throw error;
    throw new NothingFetched(patience.aborted ? 'too-slow' : 'unreachable', String(error));
  }
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value, done = true } = (await reader?.read()) ?? {};
    if (done || value === undefined) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      throw new NothingFetched('too-large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
