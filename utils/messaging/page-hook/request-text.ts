import { partsOf } from './builtins.ts';
import { attempt } from './quietly.ts';

const urlSearchParams = partsOf(URLSearchParams);

/** The text that is sent as `body`, where it is text. */
export const textOf = (body: unknown): string | undefined =>
  typeof body === 'string' ? body : attempt(() => urlSearchParams.toString(body));
