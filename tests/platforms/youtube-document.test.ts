// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { inlineFrames } from '../../entrypoints/capture.content/inline-frames.ts';
import { epochMs } from '../../utils/core/time.ts';
import { youtube } from '../../utils/platforms/youtube/index.ts';
import { me, otter } from '../sim/youtube/people.ts';
import { evening } from '../sim/youtube/streams.ts';
import {
  add,
  chatData,
  chatScript,
  itemId,
  playerData,
  playerScript,
  settingsScript,
  superChat,
  watchData,
  watchScript,
} from '../sim/youtube/wire.ts';

const now = Date.UTC(2026, 10, 24, 10);

/** What a decoder makes of a document with these scripts, in a few words each. */
async function read(...scripts: string[]): Promise<string[]> {
  document.body.replaceChildren(
    ...scripts.map((text) => {
      // Not run: only their text is looked at.
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.textContent = text;
      return script;
    }),
  );
  const decoder = youtube.createDecoder();
  const told: string[] = [];
  for (const frame of inlineFrames(document, youtube.page, epochMs(now))) {
    const { events, refused } = await decoder.decode(frame);
    told.push(...refused);
    for (const event of events) {
      if (event.type === 'gift') told.push(`${event.unit} ${event.unitPrice} ${event.room}`);
      if (event.type === 'room') told.push(`room ${event.room} ${event.host?.id} ${event.title}`);
      if (event.type === 'account') told.push(`account ${event.me?.id}`);
    }
  }
  return told;
}

const item = { id: itemId(now * 1000), stream: evening, from: otter, micros: now * 1000 };
const other = 'window.dataLayer = ["ytInitialData"]; if (true) { go({}); }';

it('finds the first batch of a chat among its scripts, and where the page is before it', async () => {
  const data = chatData(evening, { viewer: me }, [add(superChat(item, '$30.00'))]);
  expect(await read(other, settingsScript('zh-TW', 'TW'), chatScript(data))).toEqual([
    `account ${me.channel}`,
    `room ${evening.video} ${evening.host.channel} null`,
    `money:TWD 3000 ${evening.video}`,
  ]);
});

it('tells which stream a watch page shows, with its title, by either of its scripts', async () => {
  const room = `room ${evening.video} ${evening.host.channel} ${evening.title}`;
  expect(await read(playerScript(playerData(evening)))).toEqual([room]);
  expect(await read(watchScript(watchData(evening)), other)).toEqual([room]);
  expect(
    await read(playerScript(playerData(evening, false)), watchScript(watchData(evening, false))),
  ).toEqual([]);
});
