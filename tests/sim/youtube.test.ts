import { request } from 'node:https';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSim } from './server.ts';
import type { Sim } from './sim.ts';
import { me, mira, otter } from './youtube/people.ts';
import { evening } from './youtube/streams.ts';

let sim: Sim;

beforeAll(async () => {
  sim = await startSim();
});

afterAll(() => sim.close());

/** Asks the site as its page does. */
function ask(path: string, body?: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port: sim.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host: 'www.youtube.com', cookie: `SID=${me.name.slice(1)}` },
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
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

it('holds what was said in the document of the chat, and tells what comes after', async () => {
  sim.youtube.superChat(otter, '$5.00');
  expect(await ask(`/live_chat?v=${evening.video}`)).toContain('"purchaseAmountText"');
  const position = sim.youtube.chatOf(evening.video).length;
  const polled = ask('/youtubei/v1/live_chat/get_live_chat', { videoId: evening.video, position });
  await sim.youtube.waitForPages(1);
  sim.youtube.giftMemberships(otter, 5);
  const text = await polled;
  expect(text).toContain('"5"');
  expect(text).not.toContain('$5.00');
  expect(text).toContain(me.channel);
});

it('answers a message of the viewer, and says whose stream it is', async () => {
  const before = sim.youtube.truth.length;
  const sent = { videoId: evening.video, amount: '$7.00' };
  expect(await ask('/youtubei/v1/live_chat/send_message', sent)).toContain('$7.00');
  expect(sim.youtube.truth.at(before)).toMatchObject({ from: me, amount: '$7.00' });
  expect(await ask('/youtubei/v1/next', { videoId: evening.video })).toContain(mira.channel);
  expect(await ask('/youtubei/v1/next', { videoId: 'nothing' })).toContain('400');
});
