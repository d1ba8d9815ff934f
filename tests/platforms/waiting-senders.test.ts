import { expect, it } from 'vitest';
import type { GiftSeen, Person } from '../../utils/core/gift-event.ts';
import type { AccountId, EntryId } from '../../utils/core/ids.ts';
import { namedOnly } from '../../utils/platforms/limits.ts';
import { WaitingSenders } from '../../utils/platforms/waiting-senders.ts';
import { sighting } from '../core/sightings.ts';

const kai: Person = { id: '7' as AccountId, handle: 'Kai', name: 'Kai' };
const payment = (n: number, sender: Person | null): GiftSeen =>
  sighting({ key: `k${n}` as EntryId, sender });

/** Payments wait in it for the people in `known`. */
function waiting() {
  const known = new Map<string, Person>();
  return {
    known,
    senders: new WaitingSenders(({ sender }) => known.get(sender?.handle ?? '') ?? null),
  };
}

it('a payment that only names its sender is told as it is, and once more when it is known who that is', () => {
  const { known, senders } = waiting();
  const named = payment(1, namedOnly('Kai'));
  const stranger = payment(2, namedOnly('Noor'));
  expect([senders.named(named), senders.named(stranger)]).toEqual([named, stranger]);
  expect(senders.take()).toEqual([]);
  known.set('Kai', kai);
  expect(senders.take()).toEqual([{ ...named, sender: kai }]);
  expect(senders.take()).toEqual([]);
  known.set('Noor', { ...kai, id: '8' as AccountId });
  expect(senders.take().map(({ sender }) => sender?.id)).toEqual(['8']);
});

it('a sender with an id, and one who is known already, keep nobody waiting', () => {
  const { known, senders } = waiting();
  known.set('Kai', kai);
  expect(senders.named(payment(1, kai)).sender).toBe(kai);
  expect(senders.named(payment(2, namedOnly('Kai'))).sender).toBe(kai);
  expect(senders.take()).toEqual([]);
});

it('a page that names thousands makes only the latest wait', () => {
  const { known, senders } = waiting();
  for (let n = 0; n < 5_000; n += 1) senders.named(payment(n, namedOnly('Kai')));
  known.set('Kai', kai);
  const told = senders.take();
  expect(told).toHaveLength(200);
  expect(told.at(-1)?.key).toBe('k4999');
});
