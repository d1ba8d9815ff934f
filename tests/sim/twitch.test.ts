import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startSim } from './server.ts';
import type { Sim } from './sim.ts';
import { lumi, me, mira, noor, otter } from './twitch/people.ts';

let sim: Sim;

beforeAll(async () => {
  sim = await startSim();
});

afterAll(() => sim.close());

/** A socket to one of the site's hosts, and what it hears. */
async function open(host: string, path: string): Promise<{ heard: string[]; socket: WebSocket }> {
  const socket = new WebSocket(`wss://127.0.0.1:${sim.port}${path}`, {
    headers: { host },
    rejectUnauthorized: false,
  });
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  await new Promise((resolve) => socket.on('open', resolve));
  return { heard, socket };
}

it('tells those who are in a channel of its payments, and nobody else', async () => {
  const push = await open('hermes.twitch.tv', '/v1');
  const { heard, socket } = await open('irc-ws.chat.twitch.tv', '/');
  for (const line of [`NICK ${me.login}`, `JOIN #${mira.login}`]) socket.send(line);
  await sim.twitch.waitForPages(1);
  await sim.twitch.cheer(otter, 100);
  await sim.twitch.cheer(otter, 200, noor);
  await sim.twitch.giftSubscriptions(lumi, 3);
  await sim.twitch.effect(lumi, 'animated', 30);
  await expect.poll(() => push.heard.join('')).toContain('default_bits_cost');
  await expect.poll(() => heard.join('')).toContain('animated-message');
  const all = heard.join('');
  expect(all).toContain('GLOBALUSERSTATE');
  expect(all).toContain('bits=100');
  expect(all).not.toContain('bits=200');
  expect(all.match(/msg-id=subgift/g)).toHaveLength(3);
  socket.send(`PART #${mira.login}`);
  await expect.poll(() => sim.twitch.watching()).toBe(0);
  for (const each of [socket, push.socket]) each.close();
});

it('takes cheers of pages, and none that cannot be', () => {
  const before = sim.twitch.truth.length;
  expect(sim.twitch.sentByPage(String(mira.id), 50, true)).toBe(true);
  expect(sim.twitch.truth.at(before)).toMatchObject({ from: me, to: mira, bits: 50 });
  expect(sim.twitch.sentByPage(String(mira.id), 0, false)).toBe(false);
  expect(sim.twitch.sentByPage('no channel', 50, false)).toBe(false);
});
