/** Someone on the simulated Facebook. All of them are invented. */
export interface FacebookPerson {
  readonly id: string;
  readonly name: string;
  /** What the site links to; people without one are linked by their id. */
  readonly handle: string;
}

/** The account that watches: the user of the extension. */
export const me: FacebookPerson = {
  id: '100000000000101',
  name: 'Kai Watches',
  handle: 'kai.watches',
};

/** Who streams, with a page of a name. */
export const mira: FacebookPerson = {
  id: '100000000000111',
  name: 'Mira Plays',
  handle: 'miraplays',
};

export const otter: FacebookPerson = { id: '100000000000131', name: 'Pixel Otter', handle: '' };

/** Called as I am. */
export const namesake: FacebookPerson = {
  id: '100000000000132',
  name: 'Kai Watches',
  handle: 'kai.watches.2',
};
