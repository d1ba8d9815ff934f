/** A frame or message that was not understood: by name, so that it can be counted and shown. */
export type Refusal =
  | 'too-large'
  | 'bad-gzip'
  | 'bad-frame'
  | 'bad-message'
  | 'bad-json'
  | 'missing-id'
  | 'absurd-count'
  | 'absurd-price'
  | 'bad-number'
  | 'unknown-currency'
  /** What looks like a payment, in a form that nobody has described yet. */
  | 'unknown-payment'
  | 'unknown-market'
  | 'bad-prices'
  | 'bad-balance'
  | 'bad-order'
  | 'bad-purchase'
  | 'bad-page'
  /** Text of the page in a language, or in words, that are not known. */
  | 'unknown-words'
  /** A payment that the page does not date: it would count on the wrong day. */
  | 'unknown-time'
  /** An entry of a list of the platform's that has no id: it cannot be told from another, or from itself seen again. */
  | 'listed-only';

/** Everything that capture counts as refused, in the page's script, the capture script and the background. */
export type CaptureRefusal =
  | Refusal
  /** Sent to the background and no event there. */
  | 'bad-event'
  /** What the hook in the page sent cannot be read, or is of another version. */
  | 'bad-version'
  | 'bad-packet'
  | 'bad-item'
  | 'hook-failed'
  /** More reasons than are told apart. */
  | 'other';

/** How often each was counted. */
export type RefusalCounts = Readonly<Partial<Record<CaptureRefusal, number>>>;
