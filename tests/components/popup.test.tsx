// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import type { PopupProps, Side } from '../../components/popup/popup-app.tsx';
import { PopupApp } from '../../components/popup/popup-app.tsx';
import { findGifts } from '../../utils/core/gift-search.ts';
import { exampleGifts, zone } from '../gallery/make.ts';
import { pickWords } from '../gallery/pick-words.ts';
import type { PopupExample } from '../gallery/popup-examples.ts';
import { popupExamples } from '../gallery/popup-examples.ts';
import { click, draw, one, press, type, words } from './draw.tsx';

function example(name: string): PopupExample {
  const found = popupExamples[name];
  if (found === undefined) {
    throw new Error(`no example ${name}`);
  }
  return found;
}

function Popup(props: { example: PopupExample } & Partial<PopupProps>) {
  const { view, side, locale, words: language } = props.example;
  const [shown, setShown] = useState<Side>(side ?? 'send');
  return (
    <PopupApp
      view={view}
      side={shown}
      locale={locale ?? 'en-US'}
      zone={zone}
      translate={pickWords(language)}
      onOpenSide={setShown}
      onSwitchTags={props.onSwitchTags ?? (() => {})}
      onChoosePrice={props.onChoosePrice ?? (() => {})}
      news={null}
      onUndoNotice={() => {}}
      onRedoNotice={() => {}}
      onNoticesShown={() => {}}
      onFindGifts={props.onFindGifts ?? (async (typed) => findGifts(exampleGifts, typed, 4))}
      onOpenDesk={() => {}}
      onSaveBudget={props.onSaveBudget ?? (() => {})}
      onShowOverlay={props.onShowOverlay ?? (() => {})}
      onReload={props.onReload ?? (() => {})}
      onSaveDiagnostic={() => {}}
      onAllowSite={props.onAllowSite ?? (() => {})}
      onForbidSite={props.onForbidSite ?? (() => {})}
    />
  );
}

const drawExample = (name: string, props: Partial<PopupProps> = {}) =>
  draw(<Popup example={example(name)} {...props} />);

describe('the popup', () => {
  it.each(Object.keys(popupExamples))('draws the state %s from plain data', async (name) => {
    const stage = await drawExample(name);
    expect(one(stage, '[role=tabpanel]').getAttribute('aria-labelledby')).toBe(
      one(stage, '[aria-selected=true]').id,
    );
    expect(words(stage)).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it('shows money first, coins second', async () => {
    const stage = await drawExample('normal');
    expect(words(one(stage, '.hero'))).toBe(
      'November, so far$38.42 of $50.003,625 coins · 41 gifts · at the listed price' +
        '77%, $11.50 leftat this pace $52.00 by Nov 30',
    );
    expect(words(one(stage, '.entry:first-child'))).toBe(
      'RRose× 24$0.25@mira.plays· just nowstill counting24 coins',
    );
  });

  it('says how much of a sum is known worse than the rest, and what coins cost the user', async () => {
    const stage = await drawExample('own-price');
    expect(words(one(stage, '.hero'))).toContain('$3.10 of it at the listed price');
    expect(words(one(stage, '.cards .card:last-child'))).toContain(
      '$0.0106paid, 7,000 on the web, Nov 3listed: $0.0106',
    );
    expect(one<HTMLAnchorElement>(stage, '.foot a').getAttribute('href')).toBe('dashboard.html');
  });

  it('says how much of a sum is left out', async () => {
    const stage = await drawExample('unpriced');
    expect(words(one(stage, '.hero .unpriced'))).toBe('plus 2 payments of unknown price');
    expect(words(one(stage, '.cards .card:first-child'))).toBe(
      'This streamprice unknown1 payment of unknown price',
    );
  });

  it('never shows a worth without saying that it is an estimate', async () => {
    const stage = await drawExample('receive');
    expect(words(one(stage, '.figure'))).toBe('about $423.90');
    expect(words(one(stage, '.cards .card:first-child'))).toContain('about $6.20');
    for (const amount of stage.querySelectorAll<HTMLElement>('.entry b.amount')) {
      expect(words(amount)).toMatch(/^about |coins$/);
    }
  });

  it('offers to reload a page that was open before', async () => {
    const onReload = vi.fn();
    const stage = await drawExample('needs-reload', { onReload });
    await click(one(stage, '.notice button'));
    expect(onReload).toHaveBeenCalledOnce();
  });

  it('asks for a site on a click, here and where it was watched before', async () => {
    const onAllowSite = vi.fn();
    const onForbidSite = vi.fn();
    const stage = await drawExample('no-permission', { onAllowSite, onForbidSite });
    expect(words(one(stage, '.status'))).toBe('Kick is not watched');
    await click(one(stage, '.notice button'));
    expect(words(one(stage, '.more-sites summary'))).toBe('More sites1 watched');
    await click(one(stage, '.sites li:first-child button'));
    expect(onAllowSite.mock.calls).toEqual([['kick'], ['kick']]);
    expect(onForbidSite).not.toHaveBeenCalled();
    await click(one(stage, '.sites li:last-child button'));
    expect(onForbidSite.mock.calls).toEqual([['tiktok']]);
  });

  it('names each unit of a sum, and adds only what they cost', async () => {
    const stage = await drawExample('several-units');
    expect(words(one(stage, '.hero'))).toBe(
      'November, so far$44.513,625 coins · 150 KICKs · ₹250.00 · $5.00 · 44 gifts · ' +
        '$38.42 of it at the listed price · 50 KICKs of unknown price · 1 payment without an exchange rate',
    );
    expect(words(one(stage, '.entry:nth-child(2)'))).toBe('Gift$5.00@mira.plays· 4 min agoexact');
    const received = await drawExample('several-units-receive');
    expect(words(one(received, '.figure'))).toBe('3,625 coins · 150 KICKs · ₹250.00 · $5.00');
  });

  it('gives a hidden overlay back', async () => {
    const onShowOverlay = vi.fn();
    const stage = await drawExample('hidden-overlay', { onShowOverlay });
    await click(one(stage, '.notice button'));
    expect(onShowOverlay).toHaveBeenCalledWith(example('hidden-overlay').view?.hiddenOverlay);
    expect((await drawExample('normal')).querySelector('.notice')).toBeNull();
  });

  it('names trouble with storage', async () => {
    expect(words(one(await drawExample('other-trouble'), '[role=alert]'))).toContain(
      'DatabaseClosedError',
    );
    expect(words(one(await drawExample('trouble'), '[role=alert]'))).toContain('no room left');
    expect(words(one(await drawExample('trouble'), '.capture'))).toContain(
      'Not understood: order whose price was not seen1',
    );
  });

  it('says whether nothing was seen that carries gifts, and what helps there', async () => {
    const seen = async (name: string) => {
      const stage = await drawExample(name);
      const notice = one(stage, '.notice');
      return [
        words(one(stage, '.status')),
        words(one(stage, '.capture summary')),
        notice.querySelector('button') === null ? 'no button' : 'button',
      ];
    };
    expect(await seen('no-chat')).toEqual(['No chat seen', 'Captureno chat seen', 'button']);
    expect(await seen('no-chat-requests')).toEqual([
      'No chat seen',
      'Captureno chat seen',
      'button',
    ]);
    expect(await seen('no-chat-page')).toEqual([
      'No chat seen',
      'Captureno chat seen',
      'no button',
    ]);
    const [status, , button] = await seen('unknown-page');
    expect([status, button]).toEqual(['Page not recognised', 'button']);
  });

  it('watches a page of which nothing but its text is read, and marks what is not exact', async () => {
    const stage = await drawExample('observed');
    expect(words(one(stage, '.status'))).toBe('Watching Telegram');
    expect(words(one(stage, '.capture summary'))).toBe('Captureworking');
    const [first] = stage.querySelectorAll<HTMLElement>('.entry-name');
    expect(first && words(first)).toBe('Giftobserved');
    expect(first?.title).toContain('observed on the page, not exact');
  });
});

describe('the tabs', () => {
  it('have one stop in the tab order and move by arrow keys, Home and End', async () => {
    const stage = await drawExample('normal');
    const stops = () =>
      [...stage.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => tab.tabIndex);
    expect(stops()).toEqual([0, -1]);
    await press(one(stage, '#tab-send'), 'ArrowRight');
    expect(stops()).toEqual([-1, 0]);
    expect(document.activeElement?.id).toBe('tab-receive');
    await press(one(stage, '#tab-receive'), 'ArrowRight');
    expect(stops()).toEqual([0, -1]);
    await press(one(stage, '#tab-send'), 'End');
    expect(one(stage, '[aria-selected=true]').id).toBe('tab-receive');
    await press(one(stage, '#tab-receive'), 'Home');
    expect(one(stage, '[aria-selected=true]').id).toBe('tab-send');
  });

  it('follow the reading direction', async () => {
    const stage = await drawExample('right-to-left');
    await press(one(stage, '#tab-send'), 'ArrowLeft');
    expect(one(stage, '[aria-selected=true]').id).toBe('tab-receive');
  });
});

describe('the price chooser', () => {
  it('opens on request and gives the choice, with the same way of buying where offered', async () => {
    const onChoosePrice = vi.fn();
    const stage = await drawExample('normal', { onChoosePrice });
    const button = one(stage, '.card .link');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await click(button);
    const market = one<HTMLSelectElement>(stage, '.chooser label:first-child select');
    expect(words(one(stage, '.offer'))).toBe(
      'listed price · 17,500 coins for $185.50seen 2024 · Source: theverge.com',
    );
    market.value = 'ID';
    market.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onChoosePrice).toHaveBeenLastCalledWith({ market: 'ID', channel: 'app' });
  });
});

describe('the converter', () => {
  const fields = (stage: HTMLElement) => [
    ...stage.querySelectorAll<HTMLInputElement>('.converter input'),
  ];

  it('works in both directions', async () => {
    const stage = await drawExample('normal');
    const [coins, money] = fields(stage);
    if (coins === undefined || money === undefined) {
      throw new Error('the converter has two fields');
    }
    expect([coins.value, money.value]).toEqual(['1,000', '10.60']);
    await type(coins, '29,999');
    expect(money.value).toBe('317.99');
    expect(words(one(stage, '.converter [role=status]'))).toBe(
      'Creator gets about $150.00 to $158.99 · as creators report, Nov 2026',
    );
    await type(money, '5');
    expect(coins.value).toBe('471');
  });

  it('finds gifts by name, tells them apart by their coins, and converts them', async () => {
    const stage = await drawExample('normal');
    await click(one(stage, '.converter-foot button'));
    const search = one<HTMLInputElement>(stage, '.picker input');
    expect(document.activeElement).toBe(search);
    await type(search, 'love');
    expect([...stage.querySelectorAll<HTMLElement>('.picker li')].map(words)).toEqual([
      'Love You1 coin$0.01',
      'Love You199 coins$2.11',
    ]);
    await type(search, 'lion');
    await click(one(stage, '.picker li button'));
    expect(stage.querySelector('.picker')).toBeNull();
    expect(document.activeElement).toBe(one(stage, '.converter-foot button'));
    const [coins, money, lions] = fields(stage);
    if (coins === undefined || money === undefined || lions === undefined) {
      throw new Error('the converter has three fields now');
    }
    expect([coins.value, money.value, lions.value]).toEqual(['29,999', '317.99', '1']);
    await type(coins, '30,000');
    expect(lions.value).toBe('1');
    expect(words(one(stage, '.converter-foot [role=status]'))).toContain('1 coin left over');
    await type(lions, 'x');
    expect(lions.getAttribute('aria-invalid')).toBe('true');
  });

  it('says so where gifts cannot be looked up, and closes by Escape', async () => {
    const stage = await drawExample('normal', { onFindGifts: async () => null });
    await click(one(stage, '.converter-foot button'));
    await type(one(stage, '.picker input'), 'rose');
    expect(words(one(stage, '.picker'))).toContain('cannot be looked up');
    await press(one(stage, '.picker input'), 'Escape');
    expect(stage.querySelector('.picker')).toBeNull();
  });

  it.each([
    ['abc', 'That is not a number.'],
    ['-5', 'Amounts start at zero.'],
    ['1.5', 'Only whole numbers: leave out the decimals.'],
    ['1,5', 'Check the separators: decimals are written with “.” here.'],
    ['99999999999999999999', 'Too large to work out exactly.'],
  ])('answers %s coins with: %s', async (text, answer) => {
    const stage = await drawExample('normal');
    const [coins, money] = fields(stage);
    if (coins === undefined || money === undefined) {
      throw new Error('the converter has two fields');
    }
    await type(coins, text);
    expect(words(one(stage, '.converter [role=status]'))).toBe(answer);
    expect(coins.getAttribute('aria-invalid')).toBe('true');
    expect(coins.value).toBe(text);
    expect(money.value).toBe('');
    await type(coins, '');
    expect(coins.getAttribute('aria-invalid')).toBe('false');
  });
});
