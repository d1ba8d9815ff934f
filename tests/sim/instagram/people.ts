/** Someone on the simulated Instagram. All of them are invented. */
export interface InstagramPerson {
  readonly pk: string;
  readonly username: string;
  readonly name: string;
}

const person = (n: number, username: string, name: string): InstagramPerson => ({
  pk: String(40_000_000_000 + n),
  username,
  name,
});

/** The account that watches: the user of the extension. */
export const me = person(1, 'kai.watches', 'Kai');

/** Those who stream. */
export const mira = person(11, 'mira_plays', 'Mira');
export const noor = person(12, 'noor.live', 'Noor');

/** Those who watch and support beside me. */
export const otter = person(31, 'pixel.otter', 'Pixel Otter');
export const lumi = person(32, 'lumi_x', 'Lumi ☀️');

export const everybody = [me, mira, noor, otter, lumi] as const;

/** A stream with the site's number of it. */
export interface Broadcast {
  readonly id: string;
  readonly host: InstagramPerson;
  readonly title: string;
}

export const evening: Broadcast = { id: '17900000000000011', host: mira, title: 'A quiet evening' };
export const morning: Broadcast = { id: '17900000000000012', host: noor, title: 'Early birds' };
export const mine: Broadcast = { id: '17900000000000013', host: me, title: 'My first stream' };

export const broadcasts = [evening, morning, mine] as const;
