import { bare, defineProperty, partsOf } from './builtins.ts';
import { quietly } from './quietly.ts';

const { isError } = Error;
const { exec } = partsOf(RegExp);
const { replace } = partsOf<{ replace(part: string, by: string): string }>(String);

/**
 * The lines of one pass through an extension's script, with their line feeds: after the message and as `    at f
 * (chrome-extension://…` in Chromium, from the first line on and without an address in Firefox. An address that a
 * message quotes has a quotation mark before it.
 */
const lines = /(\n.*[( ]\w+-extension:.*)+|^(.*<anonymous code>.*\n)+/;

/** Takes the innermost lines of this script out of the stack of an error on its way to the page. Returns the error. */
export const scrub = (error: unknown): unknown => {
  quietly(() => {
    const found = isError(error) && exec(lines, error.stack ?? '');
    if (found) {
      error.stack = replace(found.input, found[0], '');
      // In Firefox `stack` was inherited until it was assigned.
      defineProperty(error, 'stack', bare({ enumerable: false }));
    }
  });
  return error;
};
