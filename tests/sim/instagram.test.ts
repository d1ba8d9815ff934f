import { request } from 'node:https';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evening, me, mira, morning, otter } from './instagram/people.ts';
import { startSim } from './server.ts';
import type { Sim } from './sim.ts';

let sim: Sim;

beforeAll(async () => {
  sim = await startSim();
});

afterAll(() => sim.close());

/** Asks the site as its page does. */
function ask(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port: sim.port,
        path,
        headers: { host: 'www.instagram.com' },
        rejectUnauthorized: false,
      },
      (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () => resolve(text));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

const comments = (of = evening) =>
  ask(`/api/v1/live/${of.id}/get_comment/?last_comment_ts=0&sim=a`);

it('states how badges stand with every answer, until the stream is over', async () => {
  sim.instagram.badge(otter);
  sim.instagram.badge(otter);
  const twice = [await comments(), await comments()];
  for (const text of twice) {
    expect(text).toContain(`"${otter.pk}":{"support_tier":"made_up_1","badges_count":2}`);
  }
  expect(await comments(morning)).toContain('"supporters_in_comments_v2":{}');
  sim.instagram.end();
  expect(await comments()).toContain('"status":"fail"');
  expect(sim.instagram.truth.map(({ from }) => from)).toEqual([otter, otter]);
});

it('says whose stream it is and who watches', async () => {
  expect(await ask(`/api/v1/live/${morning.id}/info/`)).toContain('"broadcast_status":"active"');
  const path = new URL(sim.instagram.pageUrl(morning)).pathname;
  expect(path).toBe('/noor.live/live/');
  expect(await ask(path)).toContain(me.pk);
  expect(await ask(`${path}?as=guest`)).not.toContain(me.pk);
  expect(await ask(`/api/v1/live/${evening.id}/info/`)).toContain(mira.username);
});
