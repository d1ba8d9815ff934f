import { expect, it } from 'vitest';
import { epochMs } from '../../utils/core/time.ts';
import { instagram } from '../../utils/platforms/instagram/index.ts';
import { evening, me, morning, otter } from '../sim/instagram/people.ts';
import { comment, commentAnswer, newSupporter, type Supporters } from '../sim/instagram/wire.ts';

const start = Date.UTC(2026, 10, 24, 10);

/** A page that asks how a stream stands; `after` in ms. */
function page() {
  const decoder = instagram.createDecoder();
  return async (supporters: Supporters, after: number, of = evening) => {
    const hello = comment('18000000000000001', otter, 'hello', start / 1000);
    const { events } = await decoder.decode({
      at: epochMs(start + after),
      via: 'xhr',
      dir: 'in',
      url: `https://www.instagram.com/api/v1/live/${of.id}/get_comment/`,
      body: JSON.stringify(commentAnswer([hello], supporters)),
    });
    return events.filter((event) => event.type === 'gift');
  };
}

const badges = (count: number): Supporters => ({
  inComments: { [otter.pk]: ['made_up_1', count] },
});

it('a state that is told again is the same sighting: the ledger has nothing to write', async () => {
  const ask = page();
  const first = await ask(badges(1), 0);
  expect(first).toMatchObject([{ count: 1, at: start }]);
  expect(await ask(badges(1), 2_000)).toEqual(first);
  expect(await ask(badges(1), 600_000)).toEqual(first);
});

it('a higher count, and the same in another stream, are seen when they are seen', async () => {
  const ask = page();
  await ask(badges(1), 0);
  const risen = await ask(badges(2), 4_000);
  expect(risen).toMatchObject([{ count: 2, at: start + 4_000 }]);
  expect(await ask(badges(2), 6_000)).toEqual(risen);
  expect(await ask(badges(1), 8_000, morning)).toMatchObject([{ at: start + 8_000 }]);
});

it('where it is told when a badge was bought, that is when', async () => {
  const ask = page();
  const fresh = [newSupporter(me, 'made_up_1', start / 1000 - 60)];
  const bought = { count: 1, at: start - 59_750, sender: { id: me.pk, handle: me.username } };
  expect(await ask({ fresh }, 0)).toMatchObject([bought]);
  expect(await ask({ fresh }, 2_000)).toMatchObject([bought]);
});
