// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import { epochMs } from '../../utils/core/time.ts';
import { facebook } from '../../utils/platforms/facebook/index.ts';
import { videoOf } from '../../utils/platforms/facebook/page.ts';
import { languages } from '../../utils/platforms/facebook/words.ts';
import { commentHtml, type FacebookComment, marks } from '../sim/facebook/markup.ts';
import { me, mira, namesake, otter } from '../sim/facebook/people.ts';
import { facebookPage } from '../sim/facebook/web.ts';

const { elements } = facebook;
if (elements === undefined) throw new Error('nothing is read of the page');
const page = elements;

const url = new URL('https://www.facebook.com/miraplays/videos/900000000000001');
const now = epochMs(Date.UTC(2026, 10, 24, 18));

const comment = (part: Partial<FacebookComment> = {}): FacebookComment => ({
  id: '800000000000001_501',
  video: '900000000000001',
  from: me,
  text: 'Great stream',
  stars: 1_500,
  ago: '1 m',
  ...part,
});

/** Draws a page with these comments. */
function show(comments: readonly string[], language = 'en', live = true): void {
  const html = facebookPage(new URLSearchParams({ lang: language }), live);
  document.documentElement.innerHTML = html.replace(/<script type="module".*?<\/script>/, '');
  const list = document.getElementById('comments');
  if (list !== null) list.innerHTML = comments.join('');
}

const read = () =>
  [...document.querySelectorAll(page.elements)]
    .map((element) => page.read(element, url))
    .filter((body) => body !== '');

async function decode(bodies: readonly string[]) {
  const decoder = facebook.createDecoder();
  const gifts: GiftSeen[] = [];
  const refusals: string[] = [];
  for (const body of [page.about(document, url), ...bodies]) {
    const frame = { at: now, via: 'element', dir: 'in', url: url.href, body } as const;
    const { events, refused } = await decoder.decode(frame);
    gifts.push(...events.filter((event) => event.type === 'gift'));
    refusals.push(...refused);
  }
  return { gifts, refusals };
}

afterEach(() => {
  document.documentElement.innerHTML = '';
});

it('reads the languages that the site is shown in, ten at least', () => {
  expect([...languages].sort()).toEqual(Object.keys(marks).sort());
  expect(languages.length).toBeGreaterThanOrEqual(10);
});

it.each(Object.keys(marks))(
  'tells in %s who sent how many Stars, and asks for none',
  async (language) => {
    const plain = comment({ id: '800000000000001_502', stars: 0, from: otter });
    show([commentHtml(comment(), language), commentHtml(plain, language)], language);
    const { gifts, refusals } = await decode(read());
    expect(refusals).toEqual([]);
    expect(gifts.map(({ key, unitPrice, sender }) => [key, unitPrice, sender?.id])).toEqual([
      ['facebook:stars:800000000000001_501', 1_500, me.id],
    ]);
  },
);

describe('what leaves a comment', () => {
  it('is its mark and its writer, not what was written', () => {
    show([
      commentHtml(comment({ text: 'My secret' }), 'en'),
      commentHtml(comment({ id: '1_2', stars: 0, text: '9,000 sent', from: otter }), 'en'),
    ]);
    const bodies = read();
    expect(bodies).toHaveLength(1);
    expect(bodies.join()).not.toMatch(/secret|9,000/);
    expect(bodies.join()).not.toContain('1 m');
  });

  it('waits until the comment has an id', () => {
    show([commentHtml(comment(), 'en', true)]);
    expect(read()).toEqual([]);
  });

  it('says nothing of the tokens beside the viewer', () => {
    show([]);
    expect(page.about(document, url)).not.toContain('not to be read');
  });
});

it('knows people by id, else by what their link is called', async () => {
  show([
    commentHtml(comment({ from: otter }), 'en'),
    commentHtml(comment({ id: '1_3', from: namesake }), 'en'),
  ]);
  const { gifts } = await decode(read());
  expect(gifts.map(({ sender }) => sender?.id)).toEqual([otter.id, `.${namesake.handle}`]);
});

it('refuses a namesake while it does not know what the own link is called', async () => {
  show([commentHtml(comment(), 'en')]);
  document.querySelector('[role="navigation"]')?.remove();
  expect(await decode(read())).toEqual({ gifts: [], refusals: ['missing-id'] });
});

it('refuses what it cannot date: a video that is over', async () => {
  show([commentHtml(comment(), 'en')], 'en', false);
  expect(await decode(read())).toEqual({ gifts: [], refusals: ['unknown-time'] });
});

it.each([
  ['https://www.facebook.com/watch/live/?v=900000000000001', '900000000000001'],
  ['https://www.facebook.com/watch/?v=900000000000001', '900000000000001'],
  ['https://www.facebook.com/miraplays/videos/an-evening/900000000000001/', '900000000000001'],
  ['https://www.facebook.com/live/producer/900000000000001', '900000000000001'],
  ['https://www.facebook.com/miraplays', ''],
  ['https://www.facebook.com/watch/?v=nonsense', ''],
  [`https://www.facebook.com/${mira.handle}/videos/`, ''],
])('%s shows video %s', (address, video) => {
  expect(videoOf(new URL(address))).toBe(video);
});
