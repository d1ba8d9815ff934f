import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { me, mira, otter } from './kick/people.ts';
import { addresses, channelsOf, type Provider, rageQuit, subscribeFrame } from './kick/wire.ts';
import { startSim } from './server.ts';
import type { Sim } from './sim.ts';

let sim: Sim;

beforeAll(async () => {
  sim = await startSim();
});

afterAll(() => sim.close());

/** Follows a creator as the page does, and keeps what it hears. */
async function follow(provider: Provider): Promise<{ heard: string[]; socket: WebSocket }> {
  const { host, pathname } = new URL(addresses[provider]);
  const socket = new WebSocket(`wss://127.0.0.1:${sim.port}${pathname}`, {
    headers: { host },
    rejectUnauthorized: false,
  });
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  await new Promise((resolve) => socket.on('open', resolve));
  channelsOf(mira).forEach((name, index) => {
    socket.send(subscribeFrame(provider, name, index + 2));
  });
  await sim.kick.waitForPages(1);
  return { heard, socket };
}

describe.each(['centrifugo', 'pusher'] as const)('the simulated Kick over %s', (provider) => {
  it('tells those who follow a channel of its gifts, each drop in its chunks', async () => {
    const { heard, socket } = await follow(provider);
    const id = await sim.kick.gift(otter, rageQuit);
    await sim.kick.giftSubscriptions(me, 10, 3);
    await sim.kick.gift(otter, rageQuit, me);
    await expect.poll(() => heard.join('\n').match(/GiftedSubscriptionsEvent/g)?.length).toBe(3);
    const all = heard.join('\n');
    expect(all).toContain(id);
    expect(all.match(/KicksGifted/g)).toHaveLength(1);
    socket.close();
    await expect.poll(() => sim.kick.watching()).toBe(0);
  });
});

it('answers who is watching whom', async () => {
  expect(sim.kick.personAt('MIRA_plays')).toBe(mira);
  expect(sim.kick.sentByPage(mira.channel, 'no such gift')).toBeNull();
  const before = sim.kick.truth.length;
  expect(sim.kick.sentByPage(mira.channel, rageQuit.id)).toMatchObject({ data: {} });
  expect(sim.kick.truth.at(before)).toMatchObject({ from: me, to: mira, kicks: 500 });
});
