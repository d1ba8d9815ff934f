/** Someone on the simulated YouTube, each with a channel of their own. All of them are invented. */
export interface YoutubePerson {
  readonly channel: string;
  /** As the chat writes it: a handle since 2023, a name before. */
  readonly name: string;
}

const person = (letter: string, name: string): YoutubePerson => ({
  channel: `UC${letter.repeat(20)}-1`,
  name,
});

/** The account that watches: the user of the extension. */
export const me = person('a', '@kai-watches');

/** Those who stream. */
export const mira = person('m', 'Mira Plays');
export const noor = person('n', 'Noor');

/** Those who watch and send beside me. */
export const otter = person('o', '@PixelOtter');
export const lumi = person('l', 'Lumi ☀️');

export const everybody = [me, mira, noor, otter, lumi] as const;
