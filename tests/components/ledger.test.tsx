// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { deliveryReport } from '../../components/dashboard/delivery/delivery-report.ts';
import { type AddedFields, readAdded } from '../../components/dashboard/ledger/added-draft.ts';
import { CorrectEntry } from '../../components/dashboard/ledger/correct-entry.tsx';
import { LongList } from '../../components/dashboard/ledger/long-list.tsx';
import { periodName, periodOf } from '../../components/dashboard/ledger/periods.ts';
import { storyParts } from '../../components/dashboard/ledger/story-words.ts';
import { createScreen, ScreenProvider } from '../../components/screen.ts';
import type { LedgerActions } from '../../utils/core/ledger-views.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Day } from '../../utils/core/time.ts';
import { noLedgerActions, story } from '../gallery/ledger-examples.tsx';
import { entry, now, person, zone } from '../gallery/make.ts';
import { englishWords } from '../gallery/words.ts';
import { click, draw, one, press, redraw, type, words } from './draw.tsx';

const screen = createScreen({ translate: englishWords, locale: 'en-US', zone }, now);

describe('a payment’s story', () => {
  const linesOf = (told: typeof story) =>
    storyParts(told, screen)
      .flatMap(({ lines }) => lines)
      .join(' ')
      .replace(/[\u2066-\u2069]/g, '');

  it('explains every number: streak, gap, dispute, purchase, listed price and exchange rate', () => {
    const said = linesOf(story);
    for (const part of [
      '24 in a row are one entry',
      'Messages account for 20 of 24. Missed: 11 to 14.',
      'Two messages contradict each other.',
      'Each is 1 coin, as the message said.',
      '24 × 1 coin = 24 coins.',
      '12 coins came from coins you bought: $0.12.',
      '12 coins of them from a purchase, for €0.11.',
      'The listed price: 1,750 coins for $18.55 (United States web, seen 2024, source: theverge.com).',
      'Converted at the exchange rate of Nov 20, 2026.',
      'Note: For the song',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('says what is missing instead of guessing', () => {
    const row = { ...story.row, ...entry('', 1, 0, { unit: null, units: null, money: null }) };
    const unknown = { ...story, row, cost: null, added: [], disputed: false };
    expect(linesOf(unknown)).toContain('No message, list or catalogue says what it costs.');
    expect(linesOf(unknown)).toContain('Not known, so it is in no sum of money.');
    expect(linesOf({ ...story, onPage: false })).toContain('the page never showed it');
    const observed = { ...story.row, observed: true };
    expect(linesOf({ ...story, row: observed, onPage: false, onSend: false })).toContain(
      'Observed on the page, not exact',
    );
    expect(linesOf({ ...story, row: { ...story.row, correction: 'void' } })).toContain(
      'you made it void',
    );
  });
});

describe('correcting an entry', () => {
  const drawCorrecting = (actions: Partial<LedgerActions> = {}) =>
    draw(
      <ScreenProvider value={screen}>
        <CorrectEntry
          story={story}
          actions={{ ...noLedgerActions, ...actions }}
          currency={currencyCode('USD')}
          currencies={[currencyCode('USD')]}
        />
      </ScreenProvider>,
    );

  it('opens one form at a time, and gives the keyboard back to the button that opened it', async () => {
    const stage = await drawCorrecting();
    const [amount, note] = [one(stage, '[data-opens=amount]'), one(stage, '[data-opens=note]')];
    await click(amount);
    await click(note);
    expect(stage.querySelectorAll('form')).toHaveLength(1);
    expect([amount, note].map((each) => each.getAttribute('aria-expanded'))).toEqual([
      'false',
      'true',
    ]);
    await press(one(stage, '#correct-note'), 'Escape');
    expect(stage.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(note);
  });

  it('names bad input at its field and keeps nothing of it', async () => {
    const onSetAmount = vi.fn();
    const stage = await drawCorrecting({ onSetAmount });
    await click(one(stage, '[data-opens=amount]'));
    for (const [text, trouble] of [
      ['', 'Fill this in.'],
      ['1.5', 'Only whole numbers'],
      ['900,000,000', 'is not possible'],
    ] as const) {
      await type(one<HTMLInputElement>(stage, '#correct-amount'), text);
      await click(one(stage, 'form [type=submit]'));
      expect(words(one(stage, '#correct-amount-says'))).toContain(trouble);
    }
    expect(onSetAmount).not.toHaveBeenCalled();
    await type(one<HTMLInputElement>(stage, '#correct-amount'), '1,000');
    await click(one(stage, 'form [type=submit]'));
    expect(onSetAmount).toHaveBeenCalledWith(story.row.id, 1000);
  });
});

describe('a payment typed in', () => {
  const fields: AddedFields = {
    direction: 'sent',
    unit: 'tiktok:coin',
    units: '1,000',
    count: '',
    giftName: ' Galaxy ',
    date: '2026-11-20',
    time: '21:30',
    note: '',
  };
  const read = (change: Partial<AddedFields>) =>
    readAdded({ ...fields, ...change }, 'tiktok', null, { locale: 'en-US', zone, now });

  it('is read at the ledger’s own clock', () => {
    expect(read({})).toMatchObject({
      kind: 'done',
      draft: {
        at: Date.UTC(2026, 10, 20, 21, 30),
        units: 1000,
        count: 1,
        giftName: 'Galaxy',
        other: null,
      },
    });
  });

  it.each([
    [{ units: '' }, { units: 'empty' }],
    [{ units: '0' }, { units: 'units' }],
    [{ units: '1.5' }, { units: 'not-whole' }],
    [{ count: '0' }, { count: 'count' }],
    [{ date: '' }, { date: 'empty' }],
    [{ date: '2026-02-30' }, { date: 'date' }],
    [{ date: '2026-11-23' }, { date: 'in-the-future' }],
    [{ date: '1999-01-01' }, { date: 'too-early' }],
    [{ giftName: 'x'.repeat(101) }, { giftName: 'gift-name-too-long' }],
  ])('%j is named: %j', (change, troubles) => {
    expect(read(change)).toEqual({ kind: 'trouble', troubles });
  });
});

describe('periods', () => {
  const today = '2026-01-31' as Day;

  it.each([
    ['last-month', '2025-12-01', '2025-12-31'],
    ['this-month', '2026-01-01', '2026-01-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
    ['always', null, null],
  ] as const)('%s is from %s to %s', (name, from, to) => {
    expect(periodOf(name, today)).toEqual({ from, to });
    expect(periodName({ from: from as Day | null, to: to as Day | null }, today)).toBe(name);
  });

  it('of other days is the user’s own', () => {
    expect(periodName({ from: '2026-01-02' as Day, to: null }, today)).toBe('own');
  });
});

describe('the report of what was never shown', () => {
  it('tells dated facts with ids, and no name can turn or break its lines', () => {
    const row = {
      ...story.row,
      gift: 'Rose\n2. Galaxy\u202e',
      other: person('', 'Mira\nTo: someone else', '99'),
    };
    const gift = { row, sender: person('kai', '', '11'), room: '7001', lastAt: row.at };
    const report = deliveryReport({ gifts: [gift], more: 0, now }, screen);
    expect(report).toContain('Sent: 2026-11-22 20:11:00 UTC');
    expect(report).toContain('From: @kai (11)');
    expect(report).toContain('To: Mira To: someone else (99)');
    expect(report).toContain(`Entry id: ${row.id}`);
    expect(report).not.toMatch(/\n2\. /);
    expect(report).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('a list of any length', () => {
  it('draws what is in view, tells its place in the whole, and goes to its end by a key', async () => {
    const onShow = vi.fn();
    const stage = await draw(
      <LongList
        label="Numbers"
        count={1_000_000}
        counted
        rowHeight={60}
        listKey="numbers"
        onShow={onShow}
        draw={(index, active) => (
          <button type="button" tabIndex={active ? 0 : -1}>
            {index}
          </button>
        )}
      />,
    );
    expect(stage.querySelectorAll('li').length).toBeLessThan(40);
    expect(onShow).toHaveBeenCalledWith(0, expect.any(Number));
    const first = one(stage, 'li[aria-posinset="1"]');
    expect(first.getAttribute('aria-setsize')).toBe('1000000');
    first.querySelector('button')?.focus();
    await press(first, 'End');
    expect(document.activeElement?.textContent).toBe('999999');
    expect(stage.querySelectorAll('li').length).toBeLessThan(40);
    expect(stage.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('keeps the keyboard while a row is still being read, and gives it the focus then', async () => {
    const listOf = (read: boolean) => (
      <LongList
        label="Numbers"
        count={5_000}
        counted
        rowHeight={60}
        listKey="numbers"
        onShow={() => {}}
        draw={(index) => (read || index < 30 ? <button type="button">{index}</button> : null)}
      />
    );
    const stage = await draw(listOf(false));
    one(stage, 'li[aria-posinset="1"] button').focus();
    await press(one(stage, 'li[aria-posinset="1"]'), 'End');
    expect(document.activeElement).toBe(one(stage, '.long-list'));
    await redraw(listOf(true), stage);
    expect(document.activeElement?.textContent).toBe('4999');
  });
});
