// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { KnownGifts } from '../../utils/platforms/known-gifts.ts';
import {
  anySendControl,
  findAgain,
  isInGift,
  type PanelKnowledge,
  sendControlAt,
} from '../../utils/platforms/send-control.ts';
import { tiktokGiftCells } from '../../utils/platforms/tiktok/gift-cells.ts';
import { tiktokGiftPanel } from '../../utils/platforms/tiktok/gift-panel.ts';

const key = (id: number) => id.toString(16).padStart(32, '0');
const portrait = 'https://p16.example/tos-alisg-avt-0068/someone~c5.webp';

/** Gift 7 shares its picture with another, 8 has no known price. */
const prices = { [key(1)]: [1], [key(2)]: [30], [key(7)]: [200, 4918], [key(8)]: [] };
const about: PanelKnowledge = {
  known: new KnownGifts(tiktokGiftCells, prices),
  panel: tiktokGiftPanel,
};

const picture = (id: number) =>
  `<img src="https://p16.example/img/${key(id)}~tplv-obj.webp" alt="">`;
const cell = (id: number, price: string, more = '') =>
  `<div class="cell" role="option">${picture(id)}<span>Gift ${id}</span><span><i></i>${price}</span>${more}</div>`;
const send = '<button class="send"><b>Send</b></button>';

function page(html: string): void {
  document.body.innerHTML = `<main>${html}</main>`;
}

function at(selector: string) {
  const target = document.querySelector(selector);
  if (target === null) throw new Error(`No ${selector} in the page.`);
  return sendControlAt(target, about);
}

beforeEach(() => page(''));

describe('what sends a gift', () => {
  it('is the button in a gift’s cell, also where what it holds is pressed', () => {
    page(`<section>${cell(1, '1')}${cell(2, '30', send)}</section>`);
    expect(at('.send b')).toMatchObject({ kind: 'cell', key: key(2), price: 30 });
    // The cell only chooses.
    expect(at('.cell')).toBeNull();
    expect(at('.cell img')).toBeNull();
  });

  it('is a button that shows a gift, with or without its price', () => {
    page(`<nav><button class="quick">${picture(2)}<span>30</span></button></nav>
      <form><div contenteditable></div><button class="rose">${picture(1)}</button>
      <button class="emoji">☺</button></form>`);
    expect(at('.quick img')).toMatchObject({ kind: 'quick', key: key(2), price: 30 });
    expect(at('.rose')).toMatchObject({ kind: 'quick', key: key(1), price: 1 });
    expect(at('.emoji')).toBeNull();
  });

  it('is not a button that chooses, nor one that has buttons in it', () => {
    page(`<div><button class="choose" aria-pressed="false">${picture(2)}30</button>
      <div role="button" class="outer" tabindex="0">${picture(1)}<span>1</span>${send}</div></div>`);
    expect(at('.choose')).toBeNull();
    expect(at('.outer img')).toBeNull();
    expect(at('.send')).toMatchObject({ kind: 'cell', key: key(1) });
  });

  it('is a button named so for the gift that is chosen, and no other button of the panel', () => {
    page(`<section><header><button class="recharge">Recharge</button></header>
      <div>${cell(1, '1')}<div aria-selected="true">${picture(2)}<span>30</span></div></div>
      <footer><button class="go" data-e2e="gift-panel-send">Go</button></footer></section>`);
    expect(at('.go')).toMatchObject({ kind: 'panel', key: key(2), price: 30 });
    expect(at('.recharge')).toBeNull();
    document.querySelector('[aria-selected]')?.setAttribute('aria-selected', 'false');
    expect(at('.go')).toBeNull();
  });

  it('is in doubt where a cell has several buttons, unless one is named', () => {
    page(cell(2, '30', '<button class="info">i</button><button class="send">Send</button>'));
    expect(at('.info')).toBeNull();
    expect(at('.send')).toBeNull();
    page(
      cell(
        2,
        '30',
        '<button class="info">i</button><button class="go" data-e2e="Gift-Send"></button>',
      ),
    );
    expect(at('.go')).toMatchObject({ kind: 'cell', key: key(2) });
  });

  it('is nothing beside gifts that were sent', () => {
    page(`<div><img src="${portrait}" alt="">${picture(2)}<button class="reply">Reply</button></div>
      <div data-e2e="chat-room"><div>${picture(1)}<button class="like">Like</button></div></div>`);
    expect(at('.reply')).toBeNull();
    expect(at('.like')).toBeNull();
  });

  it('costs what stands beside it where several gifts share a picture, and nothing is guessed', () => {
    page(`<section>${cell(7, '4,918', send)}</section>`);
    expect(at('.send')?.price).toBe(4918);
    page(`<section>${cell(7, '250', send)}</section>`);
    expect(at('.send')?.price).toBe(250);
    page(`<section>${cell(8, '', send)}</section>`);
    expect(at('.send')?.price).toBeNull();
    page(`<section><div>${picture(7)}<span>5</span><span>200</span>${send}</div></section>`);
    expect(at('.send')?.price).toBe(200);
  });
});

describe('a control that is looked for again', () => {
  it('is itself, or the one drawn in its place', () => {
    page(`<section>${cell(1, '1', send)}${cell(2, '30')}</section>`);
    const before = at('.send');
    if (before === null) throw new Error('not recognised');
    expect(findAgain(before, about)).toBe(before.control);
    page(`<section>${cell(2, '30', send)}${cell(1, '1', send)}</section>`);
    const again = findAgain(before, about);
    expect(again).toBe(document.querySelectorAll('.send')[1]);
  });

  it('is none where it is gone, sends something else, or there are two', () => {
    page(`<section>${cell(1, '1', send)}</section>`);
    const before = at('.send');
    if (before === null) throw new Error('not recognised');
    document.querySelector('img')?.setAttribute('src', `https://p16.example/${key(2)}`);
    expect(findAgain(before, about)).toBeNull();
    page(`<section>${cell(1, '1')}</section>`);
    expect(findAgain(before, about)).toBeNull();
    page(`<section>${cell(1, '1', send)}${cell(1, '1', send)}</section>`);
    expect(findAgain(before, about)).toBeNull();
  });
});

describe('a panel in which nothing sends', () => {
  it('is known by its gifts', () => {
    page(`<section>${cell(1, '1', '<div class="send">Send</div>')}</section><p>1</p>`);
    const target = document.querySelector('.send');
    if (target === null) throw new Error('no control');
    expect(sendControlAt(target, about)).toBeNull();
    expect(isInGift(target, about)).toBe(true);
    expect(anySendControl(about)).toBe(false);
    page(`<section>${cell(1, '1', send)}</section>`);
    expect(anySendControl(about)).toBe(true);
  });
});
