import type { Refusal } from '../core/refusals.ts';

/** Thrown by decoders for a message that must not become an entry; `reason` is counted in capture health. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: Refusal;

  constructor(reason: Refusal, detail = '') {
    super(`${reason} ${detail}`);
    this.reason = reason;
  }
}

/** The name under which what went wrong with a frame of JSON or text is counted. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.reason;
  return error instanceof SyntaxError ? 'bad-json' : 'bad-frame';
}
