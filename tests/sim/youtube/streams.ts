import { me, mira, noor } from './people.ts';
import type { YoutubeStream } from './wire.ts';

/** The streams that run on the simulated YouTube. */
export const evening: YoutubeStream = {
  video: 'aQuietEven1',
  host: mira,
  title: 'A quiet evening',
};
export const morning: YoutubeStream = { video: 'Early_bird2', host: noor, title: 'Early birds' };
export const mine: YoutubeStream = { video: 'My-first-03', host: me, title: 'My first stream' };

export const streams = [evening, morning, mine] as const;
