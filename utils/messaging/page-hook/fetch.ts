/**
 * Copies the answers of matching fetches, by the address that answered. Every fetch gives the page a promise of ours:
 * its own could not be watched without marking its rejection as handled.
 */
import { bare, getOwnPropertyDescriptor, partsOf } from './builtins.ts';
import { replace } from './disguise.ts';
import { wanted } from './matching.ts';
import { add } from './outbox.ts';
import { attempt, fail } from './quietly.ts';
import { textOf } from './request-text.ts';
import { scrub } from './stack.ts';

const request = partsOf(Request);
const response = partsOf(Response);

/** What the page sends along, where it is text: as it is, or as a copy of the request that is still to be read. */
type Sent = string | Request | undefined;

const read = async (answer: unknown, sent: Sent): Promise<void> => {
  try {
    const url = response.url(answer);
    if (wanted('request', url)) {
      // Cloned before the page gets its answer: until the first `await` this runs within `relay`.
      const body = await response.arrayBuffer(response.clone(answer));
      add('fetch', url, body, typeof sent === 'object' ? await request.text(sent) : sent);
    }
  } catch {
    fail();
  }
};

const relay = async (answer: unknown, sent: Sent): Promise<unknown> => {
  try {
    const answered = await answer;
    read(answered, sent);
    return answered;
  } catch (error) {
    throw scrub(error);
  }
};

replace(window, 'fetch', (_self, given) => {
  const args = bare(given);
  const input = args[0];
  // Only a plain property: a getter of the page would notice that it is asked twice.
  const body: unknown = getOwnPropertyDescriptor(Object(args[1]), 'body')?.value;
  const sent = body
    ? textOf(body)
    : attempt(() => (wanted('request', request.url(input)) ? request.clone(input) : undefined));
  return (answer) => relay(answer, sent);
});
