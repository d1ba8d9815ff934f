import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toJson } from './json.ts';
import { scenarios } from './scenarios/index.ts';
import { startSim } from './server.ts';
import type { Sim } from './sim.ts';
import { ask, TestPage } from './test-page.ts';
import { giftPanel, gifts } from './tiktok/catalogue.ts';
import { pushFrame, response } from './tiktok/encode-frame.ts';
import type { Payment } from './tiktok/payment.ts';
import { bytesOf, int, intOf, readFields, sub, text, textOf, varint } from './tiktok/wire.ts';

let sim: Sim;

beforeEach(async () => {
  sim = await startSim({ speed: Number.POSITIVE_INFINITY });
});

afterEach(async () => {
  await sim.close();
});

/** A payment in one line: sender>recipient, what, count, coins, whether it has ended. */
function line(one: Payment): string {
  const what = one.gift?.name ?? one.kind;
  const who = `${one.mine ? 'me' : one.sender.handle}>${one.recipient.handle}`;
  return `${who} ${what} ${one.count} ${one.coins ?? '?'} ${one.ended ? 'ended' : 'open'}`;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('wire format', () => {
  // Worked out by hand from the encoding's specification.
  it('writes varints, two’s complement included', () => {
    expect(hex(varint(0))).toBe('00');
    expect(hex(varint(300))).toBe('ac02');
    expect(hex(varint(2n ** 63n - 1n))).toBe('ffffffffffffffff7f');
    expect(hex(varint(-1))).toBe('ffffffffffffffffff01');
  });

  it('writes fields, and leaves zero and empty text out', () => {
    expect(hex(int(2, 5655))).toBe('10972c');
    expect(hex(int(1028, 1))).toBe('a04001');
    expect(hex(int(9, 0))).toBe('');
    expect(hex(text(16, 'Rose'))).toBe('820104526f7365');
    expect(hex(text(16, ''))).toBe('');
    expect(hex(sub(19))).toBe('9a0100');
  });

  it('writes a whole frame', () => {
    const frame = pushFrame({ seqId: 1, logId: 2, type: 'hb', payload: Uint8Array.of(8, 1) });
    expect(hex(frame)).toBe('0801100218b8452008320270623a02686242020801');
  });

  it('reads what it writes', () => {
    const fields = readFields(response([], { cursor: 'c-1', now: 5, fetchType: 1, needAck: true }));
    expect(textOf(fields, 2)).toBe('c-1');
    expect(intOf(fields, 9)).toBe(1n);
    expect(() => readFields(Uint8Array.of(0x0a, 0x05, 1))).toThrow(RangeError);
  });

  it('writes 64-bit ids as number literals', () => {
    expect(toJson({ id: 2n ** 53n + 1n, list: [1, null, 'a'] })).toBe(
      '{"id":9007199254740993,"list":[1,null,"a"]}',
    );
  });
});

describe('catalogue', () => {
  it('has distinct ids, streakable gifts and panels up to 200', () => {
    const panel = giftPanel(200);
    expect(new Set(panel.map((gift) => gift.id)).size).toBe(200);
    expect(gifts.length).toBeGreaterThanOrEqual(60);
    expect(panel.every((gift) => gift.coins > 0)).toBe(true);
  });
});

describe('messages of a gift', () => {
  it('follow the semantics of a streak', async () => {
    const page = new TestPage(sim);
    await page.open(sim.roomId());
    await sim.waitForClients(1);
    const streak = await sim.streak({ from: 'me', gift: 'Doughnut', count: 1 });
    await streak.tick(4);
    await streak.end();
    await expect.poll(() => page.gifts().length).toBe(3);
    const read = page.gifts().map(({ payload }) => readFields(payload));
    const numbers = read.map((g) =>
      [5, 6, 3, 13, 9, 17, 4].map((field) => Number(intOf(g, field))),
    );
    expect(numbers).toEqual([
      [1, 1, 30, 30, 0, 1, 1],
      [5, 5, 120, 120, 0, 4, 1],
      [5, 5, 0, 0, 1, 0, 1],
    ]);
    expect(new Set(read.map((g) => intOf(g, 11)))).toEqual(
      new Set([BigInt(streak.payment.groupId)]),
    );
    const [first = []] = read;
    expect(bytesOf(first, 8)).toHaveLength(0);
    expect(String(intOf(readFields(bytesOf(first, 23)), 8))).toBe(
      String(sim.person('mira.plays').id),
    );
    const gift = readFields(bytesOf(first, 15));
    expect([intOf(gift, 5), intOf(gift, 11), intOf(gift, 12), textOf(gift, 16)]).toEqual([
      5879n,
      1n,
      30n,
      'Doughnut',
    ]);
  });

  it('are one for a single gift, without a group', async () => {
    const page = new TestPage(sim);
    await page.open(sim.roomId());
    await sim.waitForClients(1);
    const payment = await sim.sendGift({ from: 'lumi_x', gift: 'Galaxy', to: 'juno.strings' });
    await expect.poll(() => page.gifts().length).toBe(1);
    const [only] = page.gifts();
    const read = readFields(only?.payload ?? new Uint8Array());
    expect([intOf(read, 11), intOf(read, 9), intOf(read, 3)]).toEqual([0n, 0n, 1000n]);
    expect(textOf(read, 45)).toBe(payment.recipient.id);
    expect(payment.seen).toEqual({ room: 1, preview: 0, history: 0, fetch: 0 });
  });
});

/** What truly happens in each scenario, written by hand from its story. */
const stories: Readonly<Record<string, readonly string[]>> = {
  'single-gift': ['me>mira.plays Galaxy 1 1000 ended'],
  streak: ['me>mira.plays Rose 10 10 ended'],
  'streak-without-end': ['me>mira.plays Rose 5 5 open'],
  'streak-again': ['me>mira.plays Rose 3 3 ended', 'me>mira.plays Rose 2 2 ended'],
  'shuffled-repeats': [
    'me>mira.plays Rose 6 6 ended',
    'pixel.otter>mira.plays Rose 7 7 ended',
    'me>mira.plays Cap 1 99 ended',
  ],
  'bare-gift': ['me>mira.plays Perfume 1 20 ended', 'me>mira.plays Corgi 1 299 ended'],
  'others-beside-mine': [
    'pixel.otter>mira.plays Rose 10 10 ended',
    'me>mira.plays Rose 2 2 ended',
    'lumi_x>mira.plays Galaxy 1 1000 ended',
    'me>mira.plays Perfume 2 40 ended',
    'basil.and.co>mira.plays Lion 1 29999 ended',
  ],
  'guest-gift': [
    'me>mira.plays Rose 4 4 ended',
    'me>juno.strings Rose 5 5 ended',
    'me>old.tram Cap 1 99 ended',
  ],
  'own-stream': [
    'pixel.otter>kai.watches Rose 5 5 ended',
    'lumi_x>kai.watches Galaxy 1 1000 ended',
    'old.tram>kai.watches Doughnut 3 90 ended',
    'pixel.otter>kai.watches Heart Me 1 1 ended',
    'yara.reads>kai.watches subscription 1 ? ended',
  ],
  chest: ['me>mira.plays chest 1 100 ended', 'dune.rider7>mira.plays chest 1 500 ended'],
  subscription: [
    'me>mira.plays subscription 1 ? ended',
    'hanami.club>mira.plays subscription 1 ? ended',
  ],
  'reconnect-replay': [
    'me>mira.plays Finger Heart 2 10 ended',
    'me>mira.plays Rose 6 6 ended',
    'me>mira.plays Galaxy 1 1000 ended',
  ],
  'history-on-join': [
    'lumi_x>mira.plays Galaxy 1 1000 ended',
    'me>mira.plays Perfume 1 20 ended',
    'me>mira.plays Cap 1 99 ended',
  ],
  'two-tabs': ['me>mira.plays Rose 7 7 ended', 'me>mira.plays Cap 1 99 ended'],
  'preview-socket': [
    'pixel.otter>noor.live Galaxy 1 1000 ended',
    'lumi_x>noor.live Rose 12 12 ended',
  ],
  'room-switch': [
    'me>mira.plays Perfume 1 20 ended',
    'me>mira.plays Rose 4 4 open',
    'me>noor.live Doughnut 2 60 ended',
    'me>noor.live Cap 1 99 ended',
  ],
  polling: [
    'me>mira.plays Perfume 1 20 ended',
    'me>mira.plays Rose 5 5 ended',
    'me>mira.plays Cap 1 99 ended',
  ],
  'room-end': ['me>mira.plays Cap 1 99 ended', 'me>mira.plays Rose 3 3 open'],
  decoys: ['me>mira.plays Perfume 1 20 ended'],
  burst: [
    'me>mira.plays Rose 10 10 open',
    ...Array.from({ length: 10 }, () => 'north.pier>mira.plays Doughnut 1 30 ended'),
  ],
  garbage: ['me>mira.plays Perfume 1 20 ended', 'me>mira.plays Cap 1 99 ended'],
  'hostile-names': ['img.onerror', 'script.tag', 'rtl.switch', 'very.long', 'toString'].map(
    (handle) => `${handle}>kai.watches Doughnut 1 30 ended`,
  ),
};

/** Scenarios with an expectation above: all but the endless one. */
const finite = scenarios.filter((one) => one.name !== 'evening');

describe('scenarios', () => {
  it('are all expected above', () => {
    expect(Object.keys(stories).toSorted()).toEqual(finite.map((one) => one.name).toSorted());
    expect(new Set(scenarios.map((one) => one.name)).size).toBe(scenarios.length);
  });

  it.each(finite)('$name: $proves', async (scenario) => {
    const page = new TestPage(sim);
    if (scenario.name === 'preview-socket') {
      await page.open(sim.roomId('noor.live'), 'from_preview');
    } else {
      await page.open(sim.roomId(scenario.room));
      await sim.waitForClients(1, { room: scenario.room });
    }
    const playing = sim.play(scenario);
    if (scenario.name === 'room-switch') {
      await expect.poll(() => page.gifts().length).toBe(3);
      page.enter(sim.roomId('noor.live'));
    }
    if (scenario.name === 'reconnect-replay') {
      await page.closed();
      await expect
        .poll(() =>
          page.open(sim.roomId()).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
    }
    await playing;
    const truth = sim.truth();
    expect(truth.map(line)).toEqual(stories[scenario.name]);
    // What the frames told must suffice: every payment that happened live was seen live.
    const told = new Set(page.heard.filter((one) => !one.history).map((one) => one.msgId));
    await expect
      .poll(() => {
        for (const one of page.heard) {
          told.add(one.msgId);
        }
        return truth.filter((one) => !one.msgIds.some((id) => told.has(id))).map(line);
      })
      .toEqual(scenario.name === 'history-on-join' ? stories['history-on-join']?.slice(0, 2) : []);
    const { sends } = scenario;
    expect(truth.some((one) => one.mine)).toBe(sends === 'mine' || sends === 'both');
    expect(truth.some((one) => !one.mine)).toBe(sends === 'others' || sends === 'both');
  });

  it('evening goes on without end and is the same every time', () => {
    const evening = scenarios.find((one) => one.name === 'evening');
    const some = () =>
      Iterator.from(evening?.steps ?? [])
        .take(400)
        .toArray();
    expect(some()).toHaveLength(400);
    expect(some()).toEqual(some());
  });

  it('decoys and garbage reach the page', async () => {
    const page = new TestPage(sim);
    await page.open(sim.roomId());
    await sim.waitForClients(1);
    await sim.play('decoys');
    await expect
      .poll(() => new Set(page.heard.map((one) => one.method)))
      .toEqual(
        new Set([
          'WebcastLiveIntroMessage',
          'WebcastRoomUserSeqMessage',
          'WebcastGiftMessage',
          'WebcastRoomPinMessage',
          'WebcastGiftBroadcastMessage',
          'WebcastLinkMicArmies',
          'WebcastLinkMicBattle',
          'WebcastGoalUpdateMessage',
          'WebcastGiftPanelUpdateMessage',
          'WebcastLinkMicFanTicketMethod',
          'WebcastBarrageMessage',
          'WebcastSocialMessage',
          'WebcastLuckyMoneyMessage',
        ]),
      );
    await sim.play('garbage');
    await expect.poll(() => page.broken, { timeout: 5000 }).toBeGreaterThan(6);
  });
});

describe('connection', () => {
  it('replays to those who come back, not to newcomers', async () => {
    const page = new TestPage(sim);
    await page.open(sim.roomId());
    await sim.waitForClients(1);
    await sim.sendGift({ from: 'me', gift: 'Cap' });
    await expect.poll(() => page.gifts().length).toBe(1);
    sim.dropSockets();
    await page.closed();
    await sim.sendGift({ from: 'me', gift: 'Galaxy' });
    await page.open(sim.roomId());
    await expect
      .poll(() => page.gifts().map((one) => one.frame))
      .toEqual(['msg', 'im_enter_room_resp', 'im_enter_room_resp']);
    const other = new TestPage(sim);
    await other.open(sim.roomId());
    await expect.poll(() => other.heard.length).toBe(2);
    expect(other.gifts()).toHaveLength(0);
  });

  it('sends each room its own', async () => {
    const page = new TestPage(sim);
    await page.open(sim.roomId('noor.live'));
    await sim.waitForClients(1, { room: 'noor.live' });
    await sim.sendGift({ from: 'me', gift: 'Cap' });
    await sim.sendGift({ from: 'me', gift: 'Star', room: 'noor.live' });
    await expect.poll(() => page.gifts().length).toBe(1);
    expect(sim.truth({ seenLive: true }).map(line)).toEqual(['me>noor.live Star 1 99 ended']);
    expect(sim.truth({ room: 'mira.plays' }).map(line)).toEqual(['me>mira.plays Cap 1 99 ended']);
  });
});

describe('answers', () => {
  const cookie = 'sessionid=kai.watches';
  const form = (gift: number, count = 1) =>
    new URLSearchParams({
      gift_id: String(gift),
      count: String(count),
      room_id: sim.roomId(),
      to_user_id: String(sim.person('mira.plays').id),
    }).toString();
  const send = async (gift: number, who: string | null = cookie, count = 1) => {
    const url = 'https://webcast.tiktok.com/webcast/gift/send/?aid=1988';
    const options = who === null ? {} : { cookie: who };
    return String((await ask(sim, url, { body: form(gift, count), ...options })).body);
  };

  it('sells gifts, extends streaks and takes coins', async () => {
    const first = await send(5655);
    const second = await send(5655, cookie, 2);
    await sim.settle();
    expect(sim.truth().map(line)).toEqual(['me>mira.plays Rose 3 3 ended']);
    expect(sim.balance).toBe(4997);
    expect(first).toMatch(/"repeat_count":1,.*"left_diamond":4999/);
    expect(second).toMatch(/"repeat_count":3,.*"fan_ticket_count":2,.*"left_diamond":4997/);
    const [payment] = sim.truth();
    expect(second).toContain(`"group_id":${payment?.groupId}`);
    // A number literal that JSON.parse cannot hold, and the same id as text.
    expect(second).toContain(`"msg_id":${payment?.msgIds[1]},"msg_id_str":"${payment?.msgIds[1]}"`);
  });

  it('refuses guests, poor accounts and ended streams', async () => {
    expect(await send(5655, null)).toContain('"status_code":20003');
    expect(await send(9072)).toContain('"status_code":40001');
    await sim.endRoom();
    expect(await send(5655)).toContain('"status_code":30003');
    expect(sim.truth()).toEqual([]);
    expect(sim.balance).toBe(5000);
  });

  it('serves documents for me, guests and hosts, with a strict policy', async () => {
    const mine = await ask(sim, sim.pageUrl());
    const guest = await ask(sim, sim.pageUrl('mira.plays', { as: 'guest' }));
    expect(String(mine.body)).toContain('"uniqueId":"kai.watches","nickName":"Kai"');
    expect(String(mine.body)).toContain(`"roomId":"${sim.roomId()}","anchorUniqueId":"mira.plays"`);
    expect(String(guest.body)).not.toContain('nickName');
    expect(mine.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect((await ask(sim, 'https://www.tiktok.com/@nobody.here/live')).status).toBe(404);
  });

  it('serves gift list, wallet, room, first page and pictures', async () => {
    sim.panelSize = 200;
    const list = await ask(sim, 'https://webcast.tiktok.com/webcast/gift/list/?aid=1988&room_id=1');
    expect(JSON.parse(String(list.body)).data.gifts).toHaveLength(200);
    const wallet = 'https://webcast.tiktok.com/webcast/wallet_api/fs/diamond_buy/permission_v2';
    expect(String((await ask(sim, wallet, { cookie })).body)).toContain('"coins":5000');
    expect(String((await ask(sim, wallet)).body)).not.toContain('coins');
    const room = 'https://www.tiktok.com/api-live/user/room/?uniqueId=noor.live&sourceType=54';
    expect(String((await ask(sim, room)).body)).toContain(sim.roomId('noor.live'));
    const page = `https://webcast.tiktok.com/webcast/im/fetch/?room_id=${sim.roomId()}`;
    const first = readFields((await ask(sim, page)).body).filter(({ field }) => field === 1);
    expect(first.map(({ bytes }) => intOf(readFields(bytes), 6))).toEqual(Array(6).fill(1n));
    const [rose] = gifts;
    expect((await ask(sim, rose?.icon ?? '')).headers['content-type']).toBe('image/svg+xml');
    expect(sim.requestCounts()['GET webcast.tiktok.com/webcast/im/fetch/']).toBe(1);
  });
});

const captures = new URL('../../../shared/captures/tiktok/', import.meta.url);

describe('captures', () => {
  // The recordings lie beside the project on the machines of those who have them.
  it.skipIf(!existsSync(captures))('are replayed to the page of their own head', async () => {
    const name = readdirSync(captures).find((one) => one.endsWith('.ndjson')) ?? '';
    const capture = new URL(name, captures).pathname;
    const player = await startSim({ capture, speed: Number.POSITIVE_INFINITY });
    const page = new TestPage(player);
    const host = player.hosts().at(-1) ?? '';
    await page.open(player.roomId(host));
    await expect.poll(() => page.gifts().length).toBeGreaterThan(0);
    await player.close();
  });
});
