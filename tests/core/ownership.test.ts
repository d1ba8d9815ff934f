import { describe, expect, it } from 'vitest';
import { directionOf, type Self } from '../../utils/core/ownership.ts';
import { account } from './sightings.ts';

const kai = account('11');
const mira = account('99');
const noor = account('55');
const self = (...ids: string[]): Self => ({
  accounts: new Set(ids.map(account)),
  followed: new Set(),
  loggedOut: false,
});
const following = (me: Self, ...ids: string[]): Self => ({
  ...me,
  followed: new Set(ids.map(account)),
});

describe('whose payment it is', () => {
  it.each([
    ['mine to a creator', kai, mira, mira, self('11'), 'sent'],
    ['by another of my accounts', kai, mira, mira, self('12', '11'), 'sent'],
    ['to me as host', noor, mira, mira, self('99'), 'received'],
    ['to me as host whom the message does not name', noor, null, mira, self('99'), 'received'],
    ['to me as a guest', noor, mira, kai, self('99'), 'received'],
    ['to a guest of mine', noor, kai, mira, self('99'), 'others'],
    ['between others', noor, mira, mira, self('11'), 'others'],
    ['by nobody known to me', null, null, mira, self('99'), 'received'],
    ['in a stream of nobody knows whom', noor, null, null, self('11'), 'undecided'],
    ['to a creator I follow', noor, mira, mira, following(self('11'), '99'), 'received'],
    ['to a guest of theirs', noor, kai, mira, following(self('12'), '99'), 'others'],
    ['to them as a guest', noor, mira, kai, following(self('12'), '99'), 'received'],
    ['mine to a creator I follow', kai, mira, mira, following(self('11'), '99'), 'sent'],
    ['to them, who may be mine', noor, mira, mira, following(self(), '99'), 'undecided'],
    ['before it is known who I am', noor, mira, mira, self(), 'undecided'],
  ] as const)('%s', (_what, sender, recipient, host, me, direction) => {
    expect(directionOf({ sender, recipient }, host, me)).toBe(direction);
  });

  it('is others’ where nobody is logged in', () => {
    const loggedOut: Self = { ...self(), loggedOut: true };
    const given = { sender: noor, recipient: mira };
    expect(directionOf(given, mira, loggedOut)).toBe('others');
    expect(directionOf(given, mira, following(loggedOut, '99'))).toBe('received');
  });
});
