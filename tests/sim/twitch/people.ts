/** Someone on the simulated Twitch, whose channel has the number of their account. All of them are invented. */
export interface TwitchPerson {
  readonly id: number;
  readonly login: string;
  readonly name: string;
}

function person(n: number, name: string): TwitchPerson {
  return { id: 88_000_000 + n, login: name.toLowerCase(), name };
}

/** The account that watches: the user of the extension. */
export const me = person(1, 'Kai_Watches');

/** Those who stream. */
export const mira = person(11, 'MiraPlays');
export const noor = person(12, 'NoorLive');

/** Those who watch and send beside me. */
export const otter = person(31, 'PixelOtter');
export const lumi = person(32, 'Lumi_X');

/** The accounts that stand for whoever stays anonymous. */
export const anonymousCheerer: TwitchPerson = {
  id: 407_665_396,
  login: 'ananonymouscheerer',
  name: 'AnAnonymousCheerer',
};
export const anonymousGifter: TwitchPerson = {
  id: 274_598_607,
  login: 'ananonymousgifter',
  name: 'AnAnonymousGifter',
};

export const everybody = [me, mira, noor, otter, lumi] as const;
