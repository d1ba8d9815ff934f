/** Someone on the simulated Kick, with a channel and a chatroom of their own. All of them are invented. */
export interface KickPerson {
  readonly id: number;
  readonly username: string;
  readonly channel: number;
  readonly chatroom: number;
}

function person(n: number, username: string): KickPerson {
  return { id: 7_300_000 + n, username, channel: 7_400_000 + n, chatroom: 7_500_000 + n };
}

/** The account that watches: the user of the extension. */
export const me = person(1, 'kai_watches');

/** Those who stream. */
export const mira = person(11, 'mira_plays');
export const noor = person(12, 'noor-live');

/** Those who watch and send beside me. */
export const otter = person(31, 'PixelOtter');
export const lumi = person(32, 'lumi_x');

export const everybody = [me, mira, noor, otter, lumi] as const;
