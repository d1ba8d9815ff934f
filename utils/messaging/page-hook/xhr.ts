/**
 * Copies the answers of matching XMLHttpRequests, by the address that answered, so that `open` stays as it is. With
 * `responseType` `json` the text itself is out of reach: whole numbers above 2^53 have lost their last digits.
 */
import { bare, partsOf } from './builtins.ts';
import { replace } from './disguise.ts';
import { wanted } from './matching.ts';
import { add } from './outbox.ts';
import { listen } from './quietly.ts';
import { textOf } from './request-text.ts';

const { stringify } = JSON;
const { response, responseType, responseURL } = partsOf(XMLHttpRequest);

replace(XMLHttpRequest.prototype, 'send', (xhr, args) => {
  const sent = textOf(bare(args)[0]);
  // Listens before the call, since a synchronous request loads within it; once, since a page may use `xhr` again.
  const once = true;
  const onEnd = (): void => {
    const url = responseURL(xhr);
    if (wanted('request', url)) {
      const answer = response(xhr);
      add('xhr', url, responseType(xhr) === 'json' ? stringify(answer) : answer, sent);
    }
  };
  listen(xhr, 'loadend', onEnd, once);
  return undefined;
});
