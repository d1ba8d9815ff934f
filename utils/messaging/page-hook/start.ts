/**
 * Hooks this frame's sockets, fetches and XMLHttpRequests when it is imported, which must be before the page's first
 * script. `wire.ts` says how a bridge gets what is copied.
 */
import { messageEvent } from './builtins.ts';
import { replace } from './disguise.ts';
import { HANDOVER_EVENT } from './limits.ts';
import { adopt } from './outbox.ts';
import { listen } from './quietly.ts';
import './fetch.ts';
import './sockets.ts';
import './xhr.ts';

// Prints what was replaced, itself included, as the original.
replace(Function.prototype, 'toString');

// Nobody can guess it, and only the bridge is told, before any page script.
const nonce = crypto.randomUUID();
listen(window, nonce, (event) => adopt(messageEvent.ports(event)[0]));
window.dispatchEvent(new MessageEvent(HANDOVER_EVENT, { data: nonce }));
