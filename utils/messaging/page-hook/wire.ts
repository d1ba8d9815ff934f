/**
 * What the hook in the page tells the bridge, by structured clone through a port. Types only.
 *
 * Handover: the hook dispatches `MessageEvent(HANDOVER_EVENT, { data: nonce })` on `window` once, at its start. Any
 * bridge that knows the nonce dispatches `MessageEvent(nonce, { ports: [port] })`; the hook then speaks through that
 * port and closes the one before. Both are synchronous. The bridge answers with plain numbers: everything up to that
 * number is safe and can be forgotten.
 */

/**
 * What happened: a frame came `in` or went `out` through a matching socket, a matching `fetch` or `xhr` was answered, a
 * matching socket was made (`opened`), or closed or failed (`closed`).
 */
export type Happening = 'in' | 'out' | 'fetch' | 'xhr' | 'opened' | 'closed';

/** One thing that happened. */
export interface WireItem {
  readonly what: Happening;
  readonly url: string;
  /** Numbered 1, 2, 3 … in this order. */
  readonly n: number;
  /** `Date.now()` when it happened. */
  readonly at: number;
  /** Bytes of a body, or characters of a text. */
  readonly size: number;
  /** A Blob is handed on unread. Missing where it was too large to be copied. */
  readonly body: ArrayBuffer | Blob | string | undefined;
  /** The text that the page sent with the request, where it was text. */
  readonly request: string | undefined;
  /** Set on what an earlier bridge acknowledged and this one may need to understand what follows. */
  readonly again?: true;
}

/** One message through the port. */
export interface Packet {
  readonly version: number;
  /** Items that were dropped unacknowledged since the hook started, because too many were waiting. */
  readonly dropped: number;
  /** Times that the hook itself failed since it started. Nothing of it reached the page. */
  readonly failed: number;
  /** In order. An item that was dropped before it could be sent leaves a hole. */
  readonly items: readonly (WireItem | undefined)[];
}
