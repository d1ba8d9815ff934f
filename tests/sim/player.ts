import { setTimeout as wait } from 'node:timers/promises';
import { oneOf, shuffled } from './dice.ts';
import type { Scenario, Step } from './scenarios/scenario.ts';
import type { Sim } from './sim.ts';
import { giftOf } from './tiktok/catalogue.ts';
import { decoys } from './tiktok/decoys.ts';
import { chat, control, like, member, social, userSeq } from './tiktok/encode-other.ts';
import { garbage } from './tiktok/garbage.ts';
import type { Hub } from './tiktok/hub.ts';
import { personOf, viewers } from './tiktok/people.ts';
import type { Room, Sending, Streak } from './tiktok/room.ts';
import type { World } from './tiktok/world.ts';

const LINES = [
  'that was close',
  'what song is this?',
  'hello from Porto',
  'first time here, love it',
  'how long have you been playing',
  'the lighthouse again!!',
  'you got this',
  'greetings from the night shift',
  'can you show the map',
  'haha',
  'こんばんは',
  'مرحبا بالجميع',
  'so calm here tonight',
  'that light though',
  'left or right?',
];

/** What a step works on. */
interface Stage {
  readonly sim: Sim;
  readonly world: World;
  readonly hub: Hub;
  readonly room: Room;
  readonly streaks: Map<string, { streak: Streak; room: Room }>;
}

/** Plays scenarios: does each step when its time has come. */
export class Player {
  readonly #world: World;
  readonly #hub: Hub;
  readonly #stop: AbortSignal;

  constructor(world: World, hub: Hub, stop: AbortSignal) {
    this.#world = world;
    this.#hub = hub;
    this.#stop = stop;
  }

  /** Plays all steps. `speed` 2 takes half the time, `Infinity` none. Resolves after the last frame was written. */
  async play(sim: Sim, scenario: Scenario, speed: number): Promise<void> {
    const streaks: Stage['streaks'] = new Map();
    let now = 0;
    for (const step of scenario.steps) {
      const pause = (step.at - now) / speed;
      now = step.at;
      if (pause > 0) {
        await wait(pause, undefined, { signal: this.#stop, ref: false }).catch(() => undefined);
      }
      if (this.#stop.aborted) {
        return;
      }
      const room = this.#world.room(step.room ?? scenario.room);
      await act(step, { sim, world: this.#world, hub: this.#hub, room, streaks });
    }
  }
}

/** Reads a step's words as people and gifts. */
export function sendingOf(step: {
  readonly from: string;
  readonly gift: string | number;
  readonly to?: string;
  readonly bare?: boolean;
}): Sending {
  return {
    from: personOf(step.from),
    gift: giftOf(step.gift),
    ...(step.to === undefined ? {} : { to: personOf(step.to) }),
    ...(step.bare === undefined ? {} : { bare: step.bare }),
  };
}

/** Messages of a whole gift: of a streakable one the single step of its streak and its end. */
export function wholeGift(room: Room, sending: Sending, count: number) {
  if (sending.gift.type !== 1) {
    const { payment, message } = room.sendSingle(sending, count);
    return { payment, messages: [message] };
  }
  const streak = room.startStreak(sending);
  return { payment: streak.payment, messages: [streak.add(count), streak.end()] };
}

/** Chat lines by changing people. */
export function chatter(room: Room, count: number, text?: string, by?: string) {
  return Array.from({ length: count }, (_, n) => {
    const head = room.head();
    const roll = () => ((Number(head.msgId % 1009n) + n * 37) % 101) / 101;
    return chat(
      head,
      by === undefined ? oneOf(viewers, roll) : personOf(by),
      text ?? oneOf(LINES, roll),
    );
  });
}

async function act(step: Step, stage: Stage): Promise<void> {
  const { sim, world, hub, room, streaks } = stage;
  const someone = (by: string | undefined) =>
    by === undefined ? oneOf(viewers, Math.random) : personOf(by);
  switch (step.do) {
    case 'gift':
      return hub.deliver(room, wholeGift(room, sendingOf(step), step.count ?? 1).messages);
    case 'tick': {
      const found = streaks.get(step.streak);
      const { streak } = found ?? { streak: room.startStreak(sendingOf(step)) };
      streaks.set(step.streak, { streak, room });
      return hub.deliver(room, [streak.add(step.add)]);
    }
    case 'end': {
      const found = streaks.get(step.streak);
      if (found === undefined) {
        throw new Error(`no streak ${step.streak} to end`);
      }
      return hub.deliver(found.room, [found.streak.end()]);
    }
    case 'old-gift': {
      const { messages } = wholeGift(room, sendingOf(step), 1);
      room.history.push(...messages.map((message) => ({ ...message, history: true })));
      return undefined;
    }
    case 'remember-last-gift': {
      const last = hub.latest(room, 'WebcastGiftMessage');
      if (last !== undefined) {
        room.history.push({ ...last, history: true });
      }
      return undefined;
    }
    case 'chest': {
      const { all } = room.chest(personOf(step.from), step.coins, step.people, 2);
      return hub.deliver(room, all);
    }
    case 'subscribe':
      return hub.deliver(room, room.subscribe(personOf(step.from), step.months).all);
    case 'chat':
      return hub.deliver(room, chatter(room, step.count, step.text, step.by));
    case 'like': {
      room.likes += step.count;
      return hub.deliver(room, [like(room.head(), someone(step.by), step.count, room.likes)]);
    }
    case 'join':
      return hub.deliver(room, [member(room.head(), someone(step.by), room.viewers)]);
    case 'follow':
      return hub.deliver(room, [social(room.head(), someone(step.by))]);
    case 'viewers': {
      room.viewers = step.count;
      const ranks = viewers.slice(0, 3).map((person, n) => ({ person, coins: 1400 - n * 370 }));
      return hub.deliver(room, [userSeq(room.head(), step.count, ranks)]);
    }
    case 'decoys': {
      const last = hub.latest(room, 'WebcastGiftMessage');
      const all = decoys(room, world.received(room, room.host), last);
      const chosen = [...all].filter(([name]) => step.name === undefined || step.name === name);
      return hub.deliver(
        room,
        chosen.map(([, message]) => message),
      );
    }
    case 'garbage': {
      for (const { name, body } of garbage(room)) {
        if (step.name === undefined || step.name === name) {
          await hub.raw(room, body);
        }
      }
      return undefined;
    }
    case 'hold':
      return hub.hold();
    case 'release':
      return hub.release((held) =>
        shuffled(Array.from({ length: step.times }, () => held).flat(), step.seed),
      );
    case 'repeat':
      return hub.repeatLast(room, step.last);
    case 'stray':
      return hub.repeatLast(room, step.last, true);
    case 'drop':
      return hub.drop(step.refuseForMs);
    case 'poll':
      return hub.forcePolling();
    case 'await-page':
      return sim.waitForClients(1, { room: room.host.handle, way: step.way ?? 'room' });
    case 'end-room':
      room.status = 4;
      return hub.deliver(room, [control(room.head(), 3)]);
  }
}
