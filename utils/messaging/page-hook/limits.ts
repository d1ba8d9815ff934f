/** The name of the event in which the hook tells the first bridge its nonce. Used once, before any page script. */
export const HANDOVER_EVENT = 'gift-ledger';

/** The version of the messages in `wire.ts`. A page keeps its hook when the extension is updated. */
export const WIRE_VERSION = 1;

/** Bodies above this are not copied, only counted. The largest one known, a full gift list, has 3.3 MB. */
export const MAX_BODY_SIZE = 4 * 1024 * 1024;

/** Items wait for acknowledgement up to this much together; then the oldest go, counted. */
export const MAX_WAITING_SIZE = 16 * 1024 * 1024;
export const MAX_WAITING_ITEMS = 20_000;

/**
 * Outgoing frames up to this size are remembered for a later bridge, one of each length: 2 MB a socket at the very
 * worst. Entering a room takes some hundred bytes.
 */
export const MAX_REMEMBERED_SIZE = 2048;
