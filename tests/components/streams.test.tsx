// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { checkWords } from '../../components/dashboard/streams/stream-facts.tsx';
import { perHour } from '../../components/dashboard/streams/stream-words.ts';
import { createScreen } from '../../components/screen.ts';
import { dashboardExamples } from '../gallery/dashboard-examples.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { ago, now, zone } from '../gallery/make.ts';
import { followed, streamListed, streamsContent } from '../gallery/stream-examples.tsx';
import { englishWords } from '../gallery/words.ts';
import { click, draw, one, words } from './draw.tsx';

const screen = createScreen({ translate: englishWords, locale: 'en-US', zone }, now);
const plain = (text: string) => text.replace(/[\u2066-\u2069\u202f]/g, ' ').replace(/\s+/g, ' ');
const example = (name: string) => {
  const found = dashboardExamples[name];
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};

describe('the list of streams', () => {
  it('puts two to four side by side', async () => {
    const stage = await draw(<DashboardStage example={example('streams')} />);
    const boxes = [...stage.querySelectorAll<HTMLInputElement>('.stream-row input')];
    const compare = () => stage.querySelector<HTMLAnchorElement>('.stream-list .bar a');
    expect(compare()).toBeNull();
    for (const box of boxes.slice(0, 4)) await click(box);
    expect(compare()?.getAttribute('href')).toBe(
      '#streams?compare=tiktok%3A9&compare=tiktok%3A1&compare=tiktok%3A7&compare=tiktok%3A6',
    );
    expect(boxes[4]?.disabled).toBe(true);
  });

  it('lets the user follow whose page is open, and stop', async () => {
    const onFollow = vi.fn();
    const content = streamsContent(streamListed, followed, { onFollow, find: async () => [] });
    const stage = await draw(<DashboardStage example={{ open: 'streams', content }} />);
    const buttons = [...stage.querySelectorAll<HTMLButtonElement>('.follow .rows button')];
    expect(buttons.map((button) => words(button))).toEqual([
      'Stop following',
      'Stop following',
      'Follow',
    ]);
    for (const button of buttons) await click(button);
    expect(onFollow.mock.calls.map(([platform, , on]) => [platform, on])).toEqual([
      ['tiktok', false],
      ['kick', false],
      ['tiktok', true],
    ]);
  });
});

describe('a stream’s page', () => {
  it('says breaks, what was not watched, and what the platform counted', async () => {
    const stage = await draw(<DashboardStage example={example('stream')} />);
    const said = plain(words(one(stage, 'main')));
    for (const part of [
      'about $248.80',
      'Not on air: 9:45 – 9:51 PM.',
      'Not watched: 10:15 – 10:30 PM. What was given then is missing.',
      'We saw 48,310 of the 48,390 coins that the platform counted',
      "By the stream's own ranking the 3 people who gave most gave 30,500 coins",
      'We saw 30,420 coins.',
      'Its end is not known, so no gift is counted as within it.',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('says nothing is missing where the platform counted no more', () => {
    const check = { seen: 120, told: 100, missed: 0, unit: 'tiktok:coin', at: ago(5) } as const;
    expect(checkWords(check, screen)).toContain(
      'Nothing is missing: the platform counted 100 coins',
    );
  });

  it('tells what came in in an hour only of half an hour and more', () => {
    expect(perHour(100, { liveMs: 29 * 60_000 })).toBeNull();
    expect(perHour(100, { liveMs: 30 * 60_000 })).toBe(200);
    expect(perHour(100, { liveMs: 90 * 60_000 })).toBe(66);
  });
});

describe('the creators’ links', () => {
  it('are in the way of nobody who does not stream', async () => {
    const stage = await draw(<DashboardStage example={example('safety')} />);
    expect(stage.querySelector('nav a[href="#streams"]')).toBeNull();
    const open = await draw(<DashboardStage example={example('times')} />);
    expect(open.querySelector('nav a[href="#streams"]')).not.toBeNull();
  });
});
