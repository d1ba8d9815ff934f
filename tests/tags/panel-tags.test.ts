// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PanelTags } from '../../entrypoints/tags.content/panel-tags.ts';
import { createTag, TAG, tagText } from '../../entrypoints/tags.content/tag-element.ts';
import { KnownGifts } from '../../utils/platforms/known-gifts.ts';
import { tiktokGiftCells } from '../../utils/platforms/tiktok/gift-cells.ts';

const key = (id: number) => id.toString(16).padStart(32, '0');
const address = (id: number) => `https://p16.example/img/${key(id)}~tplv-obj.webp`;
const portrait = 'https://p16.example/tos-alisg-avt-0068/someone~c5.webp';

/** What each gift costs: gift 77 shares its picture with another, 88 has no known price. */
const prices: Record<string, number[]> = {
  ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [key(n + 1), [(n + 1) * 10]])),
  [key(66)]: [1000],
  [key(77)]: [200, 4918],
  [key(88)]: [],
};

/** A picture of gift `id`, or of something else by its address. */
function picture(of: number | string): HTMLImageElement {
  const image = document.createElement('img');
  image.src = typeof of === 'number' ? address(of) : of;
  return image;
}

function el(name: string, ...children: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

/** A cell of a panel: picture, name, price with its coin. */
function cell(id: number, price: string | number): HTMLElement {
  return el('div', picture(id), el('span', `Gift ${id}`), el('span', el('i'), String(price)));
}

function panelOf(...cells: HTMLElement[]): HTMLElement {
  const panel = el('section', ...cells);
  document.body.append(panel);
  return panel;
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
/** Waits until all that happened was looked at: notices come at the end of a task, then frames draw. */
const settled = async () => {
  for (let n = 0; n < 4; n += 1) await frame();
};

/** What the tags in an element say. */
const tagsIn = (element: ParentNode) =>
  [...element.querySelectorAll(TAG)].map((tag) => tagText(tag));

let valid = true;
let tags: PanelTags;

async function start(): Promise<void> {
  const ctx = {
    get isValid() {
      return valid;
    },
  };
  tags = new PanelTags(ctx, new KnownGifts(tiktokGiftCells, prices), (coins) => `≈ ${coins}`);
  tags.start();
  await settled();
}

beforeEach(async () => {
  document.body.replaceChildren();
  valid = true;
  await start();
});
afterEach(() => tags.stop());

describe('a panel', () => {
  it('that was there before has its tags too', async () => {
    tags.stop();
    const panel = panelOf(cell(1, 10), cell(2, 20));
    await start();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 20']);
  });

  it('has the price beside each gift’s own, and nothing elsewhere', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20), cell(30, 300));
    document.body.append(el('p', '10'), el('b', picture('https://p16.example/rose.webp'), '10'));
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 10'], ['≈ 20'], ['≈ 300']]);
    expect(tagsIn(document)).toHaveLength(3);
  });

  it.each(['1,000', '1.000', '1 000', '١٬٠٠٠'])('reads the price %s', async (price) => {
    const panel = panelOf(cell(1, 10), cell(66, price));
    await settled();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 1000']);
  });

  it('believes the page where it shows another price than is known', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20), cell(3, 45), cell(88, 7));
    await settled();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 20', '≈ 45', '≈ 7']);
  });

  it('may have gifts whose names end like a sign of times', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20));
    for (const name of panel.querySelectorAll('div > span:first-of-type')) {
      name.textContent = 'Make-up Box';
    }
    await settled();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 20']);
  });

  it('tells gifts that share a picture by the number in the cell', async () => {
    const panel = panelOf(cell(1, 10), cell(77, 4918), cell(77, 200));
    await settled();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 4918', '≈ 200']);
  });

  it('has no tag where no number is, or where it is not known which number is the price', async () => {
    const unclear = cell(3, 45);
    unclear.append(el('span', '7'));
    const panel = panelOf(cell(1, 10), cell(2, 20), cell(4, 'Free'), unclear);
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 10'], ['≈ 20'], [], []]);
  });

  it('may wrap its cells and hold a number beside other text', async () => {
    const wrapped = (id: number, price: number) =>
      el('li', el('a', el('div', el('p', picture(id))), el('div', el('p', String(price)))));
    const panel = panelOf(wrapped(1, 10), wrapped(2, 20));
    await settled();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 20']);
  });

  it('may have a price that is a text beside the picture', async () => {
    const panel = panelOf(el('button', picture(1), '10'), el('button', picture(2), '20'));
    await settled();
    expect(tagsIn(panel)).toEqual(['≈ 10', '≈ 20']);
  });
});

describe('what only looks like a gift on offer', () => {
  it('is a single picture beside a number', async () => {
    panelOf(cell(1, 10));
    await settled();
    expect(tagsIn(document)).toEqual([]);
    document.querySelector('section')?.append(cell(2, 20));
    await settled();
    expect(tagsIn(document)).toEqual(['≈ 10', '≈ 20']);
  });

  it('is how often a gift was sent', async () => {
    panelOf(
      el('div', picture(1), el('span', '× 10')),
      el('div', picture(2), el('span', '×'), el('span', '20')),
      el('div', picture(3), el('span', 'x', document.createTextNode('30'))),
    );
    await settled();
    expect(tagsIn(document)).toEqual([]);
  });

  it('is a gift beside somebody’s portrait, whatever they are called', async () => {
    const row = (id: number, name: string) =>
      el('div', picture(portrait), el('div', el('b', name), el('p', 'sent', picture(id))));
    panelOf(row(1, '10'), row(2, '20'), row(3, '30'));
    await settled();
    expect(tagsIn(document)).toEqual([]);
  });

  it('is what stands in the chat and among the gifts just sent', async () => {
    for (const name of ['chat-room', 'gift-container']) {
      panelOf(cell(1, 10), cell(2, 20)).dataset.e2e = name;
    }
    await settled();
    expect(tagsIn(document)).toEqual([]);
  });

  it('is a list of names: numbers that are no gift’s price make no panel', async () => {
    panelOf(cell(1, 7), cell(2, 8), cell(3, 9));
    await settled();
    expect(tagsIn(document)).toEqual([]);
  });
});

describe('cells that are used again', () => {
  it('change tags with picture and price', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20), cell(3, 30));
    await settled();
    const [first, second] = [...panel.children];
    const elements = [...panel.querySelectorAll(TAG)];
    for (const [used, id] of [
      [first, 41],
      [second, 42],
    ] as const) {
      const image = used?.querySelector('img');
      if (image) image.src = address(id);
      const price = used?.lastElementChild?.previousElementSibling?.lastChild;
      if (price) price.nodeValue = String(id * 10);
    }
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 410'], ['≈ 420'], ['≈ 30']]);
    expect([...panel.querySelectorAll(TAG)]).toEqual(elements);
  });

  it('lose the tag while their gift is not known, and have it again', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20), cell(3, 30));
    await settled();
    const image = panel.querySelector('img');
    image?.setAttribute('src', 'https://p16.example/loading.webp');
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([[], ['≈ 20'], ['≈ 30']]);
    image?.setAttribute('src', address(1));
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 10'], ['≈ 20'], ['≈ 30']]);
  });

  it('have the tag again where the page threw it away', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20));
    await settled();
    panel.querySelector(TAG)?.remove();
    const other = panel.querySelectorAll('div')[1];
    if (other?.children[1]) other.children[1].textContent = 'A longer name';
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 10'], ['≈ 20']]);
  });

  it('have it when picture and price come late', async () => {
    const late = el('div', picture('https://p16.example/loading.webp'), el('span'), el('span', ''));
    const panel = panelOf(cell(1, 10), cell(2, 20), late);
    await settled();
    const image = late.querySelector('img');
    if (image) image.src = address(5);
    await settled();
    expect(tagsIn(late)).toEqual([]);
    if (late.children[2]) late.children[2].textContent = '50';
    await settled();
    expect(tagsIn(late)).toEqual(['≈ 50']);
    expect(tagsIn(panel)).toHaveLength(3);
  });

  it('lose it when the picture is taken out', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20), cell(3, 30));
    await settled();
    panel.querySelector('img')?.remove();
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([[], ['≈ 20'], ['≈ 30']]);
  });

  it('have one tag when the page makes copies of them', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20));
    await settled();
    panel.append(...[...panel.children].map((one) => one.cloneNode(true)));
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 10'], ['≈ 20'], ['≈ 10'], ['≈ 20']]);
  });

  it('are right after any number of draws', async () => {
    const panel = panelOf();
    for (let from = 1; from <= 40; from += 7) {
      const ids = Array.from({ length: 12 }, (_, n) => from + n);
      panel.replaceChildren(...ids.map((id) => cell(id, id * 10)));
      await settled();
      expect(tagsIn(panel)).toEqual(ids.map((id) => `≈ ${id * 10}`));
    }
  });
});

describe('what is left behind', () => {
  it('is nothing after stopping', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20));
    const before = panel.innerHTML;
    await settled();
    expect(panel.innerHTML).not.toBe(before);
    tags.stop();
    expect(panel.innerHTML).toBe(before);
    panel.append(cell(3, 30));
    await settled();
    expect(tagsIn(document)).toEqual([]);
  });

  it('is nothing once the extension is gone and the page changes', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20));
    await settled();
    expect(tagsIn(panel)).toHaveLength(2);
    valid = false;
    panel.append(cell(3, 30));
    await settled();
    expect(tagsIn(panel)).toEqual([]);
  });

  it('is no tag of an earlier script beside a new one', async () => {
    const panel = panelOf(cell(1, 10), cell(2, 20));
    panel.firstElementChild?.append(createTag());
    await settled();
    expect([...panel.children].map(tagsIn)).toEqual([['≈ 10'], ['≈ 20']]);
  });
});

describe('the words', () => {
  it('cannot be read by the page, and are text', async () => {
    tags.stop();
    const known = new KnownGifts(tiktokGiftCells, prices);
    tags = new PanelTags({ isValid: true }, known, () => '<img src=x>');
    const panel = panelOf(cell(1, 10), cell(2, 20));
    tags.start();
    await settled();
    const tag = panel.querySelector(TAG);
    expect(tag?.shadowRoot ?? null).toBeNull();
    expect(tag?.textContent).toBe('');
    expect(tag === null ? '' : tagText(tag)).toBe('<img src=x>');
    expect(panel.querySelectorAll('img')).toHaveLength(2);
  });
});
