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
