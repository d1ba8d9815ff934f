/** One thing that happens. `at` is milliseconds after the scenario's start; `room` a host's handle. */
export type Step = { readonly at: number; readonly room?: string } & Act;

interface Sender {
  /** A handle, or `me`. */
  readonly from: string;
  /** A gift's name or id. */
  readonly gift: string | number;
  /** A guest's handle on the host's stream; without it the host receives. */
  readonly to?: string;
  /** The message names only the gift's id. */
  readonly bare?: boolean;
}

/** What can happen in a scenario. */
export type Act =
  /** A whole gift: of a streakable one also its end frame, at once. */
  | ({ readonly do: 'gift'; readonly count?: number } & Sender)
  /** More of a streak; the first one starts it. `streak` is the scenario's own name for it. */
  | ({ readonly do: 'tick'; readonly streak: string; readonly add: number } & Sender)
  /** The end frame of a streak. */
  | { readonly do: 'end'; readonly streak: string }
  /** A gift from before anyone came: told to newcomers as history only. */
  | ({ readonly do: 'old-gift' } & Sender)
  /** The room's last gift is told to newcomers as history, too. */
  | { readonly do: 'remember-last-gift' }
  | { readonly do: 'chest'; readonly from: string; readonly coins: number; readonly people: number }
  | { readonly do: 'subscribe'; readonly from: string; readonly months: number }
  | { readonly do: 'chat'; readonly count: number; readonly text?: string; readonly by?: string }
  | { readonly do: 'like'; readonly count: number; readonly by?: string }
  | { readonly do: 'join' | 'follow'; readonly by?: string }
  | { readonly do: 'viewers'; readonly count: number }
  /** Every decoy, or the one with this name. */
  | { readonly do: 'decoys'; readonly name?: string }
  /** Every broken frame, or the one with this name. */
  | { readonly do: 'garbage'; readonly name?: string }
  /** Keeps messages back, then sends them shuffled (the same way every time), each `times` times. */
  | { readonly do: 'hold' }
  | { readonly do: 'release'; readonly times: number; readonly seed: number }
  /** The last messages of the room once more. */
  | { readonly do: 'repeat'; readonly last: number }
  /** The last messages of the room once more, to everyone, whatever room they show. */
  | { readonly do: 'stray'; readonly last: number }
  /** Breaks all sockets; new ones are turned away for a while. */
  | { readonly do: 'drop'; readonly refuseForMs: number }
  /** Sockets are told to give way to polling. */
  | { readonly do: 'poll' }
  /** Waits until a page is in the room. */
  | { readonly do: 'await-page'; readonly way?: 'room' | 'preview' }
  | { readonly do: 'end-room' };

/** A story that the simulated site plays. */
export interface Scenario {
  readonly name: string;
  /** What a test shows with it. */
  readonly proves: string;
  /** Whose payments happen in it: the watching account's, others', both, or none. */
  readonly sends: 'mine' | 'others' | 'both' | 'none';
  /** The host in whose room steps happen that name none. */
  readonly room: string;
  /** The page to open for it, for people and tests. */
  readonly page: string;
  readonly steps: Iterable<Step>;
}
