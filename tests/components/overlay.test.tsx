// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { OverlayProps } from '../../components/overlay/overlay-app.tsx';
import { OverlayApp } from '../../components/overlay/overlay-app.tsx';
import { firstPlace } from '../../components/overlay/place.ts';
import type { OverlayView } from '../../utils/core/views.ts';
import { anotherRoom, entry, exampleConverter, now, zone } from '../gallery/make.ts';
import { overlayExamples } from '../gallery/overlay-examples.ts';
import { pickWords } from '../gallery/pick-words.ts';
import { click, draw, one, press, redraw, type, words } from './draw.tsx';

function Overlay(props: Partial<OverlayProps> & { view: OverlayView | null; language?: string }) {
  const [shape, setShape] = useState(props.shape ?? 'pill');
  return (
    <OverlayApp
      view={props.view}
      now={now}
      zone={zone}
      locale="en-US"
      translate={pickWords(props.language)}
      shape={shape}
      place={firstPlace('ltr')}
      viewport={{ width: 900, height: 560 }}
      keepClear={[]}
      converter={exampleConverter}
      onMove={props.onMove ?? (() => {})}
      onShape={setShape}
      onHide={props.onHide ?? (() => {})}
      onOpenLedger={props.onOpenLedger ?? (() => {})}
      onAlertSeen={props.onAlertSeen ?? (() => {})}
    />
  );
}

const viewer = overlayExamples.card?.view ?? null;
const own = overlayExamples['card-own']?.view ?? null;

describe('the overlay', () => {
  it.each(Object.entries(overlayExamples))(
    'draws the state %s from plain data',
    async (_, example) => {
      const stage = await draw(
        <Overlay view={example.view} shape={example.shape} language={example.words ?? 'english'} />,
      );
      expect(words(stage)).not.toMatch(/undefined|NaN|\[object|null/);
    },
  );

  it('shows the stream first and the month beside it', async () => {
    expect(words(one(await draw(<Overlay view={viewer} />), '.pill'))).toBe(
      '$4.62 436 coins this stream · $38.42 in November',
    );
  });

  it('says so when it cannot tell whose gifts they are', async () => {
    const stage = await draw(
      <Overlay view={overlayExamples['card-logged-out']?.view ?? null} shape="card" />,
    );
    expect(words(one(stage, '.card-body'))).toBe(
      'Not logged in: cannot tell which gifts are yours.',
    );
  });

  it('shows a creator an estimate of the worth', async () => {
    expect(words(one(await draw(<Overlay view={own} />), '.pill'))).toBe(
      'about $6.20 1,204 coins this session',
    );
  });

  it('shows on a followed creator’s stream what comes in for them, worded as theirs, and what the user spent', async () => {
    const view = overlayExamples['card-followed']?.view ?? null;
    const unspent = overlayExamples['card-followed-unspent']?.view ?? null;
    const pill = one(await draw(<Overlay view={view} />), '.pill');
    expect(words(pill)).toBe('$4.62 436 coins this stream · in for @mira.plays: 1,204 coins');
    expect(words(one(await draw(<Overlay view={unspent} />), '.pill'))).toBe(
      'about $6.20 1,204 coins for @mira.plays, this stream',
    );
    const card = await draw(<Overlay view={view} shape="card" />);
    expect(words(one(card, '.card-head h2'))).toBe('In for @mira.plays, this stream');
    expect(words(one(card, '.card-body > .total'))).toBe('about $6.20');
    expect(words(one(card, '.mine'))).toMatch(/^You spent · November, so far\$38\.42.*\$4\.62/);
    const other = await draw(<Overlay view={unspent} shape="card" />);
    expect(words(one(other, '.card-body > .total'))).toBe('about $6.20');
    expect(other.querySelector('.mine')).toBeNull();
  });

  it('opens, keeps the focus on its main control, and closes by Escape', async () => {
    const stage = await draw(<Overlay view={viewer} />);
    await click(one(stage, '.pill-main'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Show less');
    await press(one(stage, '[data-main]'), 'Escape');
    expect(document.activeElement?.className).toBe('pill-main');
  });

  it('moves by keys on its handle', async () => {
    const onMove = vi.fn();
    const stage = await draw(<Overlay view={viewer} onMove={onMove} />);
    const grip = one(stage, '.grip');
    await press(grip, 'ArrowDown');
    expect(onMove).toHaveBeenLastCalledWith({ corner: 'top-right', x: 14, y: 22 });
    await press(grip, 'ArrowLeft', true);
    expect(onMove).toHaveBeenLastCalledWith({ corner: 'top-right', x: 46, y: 14 });
    await press(grip, 'End');
    expect(onMove).toHaveBeenLastCalledWith({ corner: 'bottom-right', x: 14, y: 14 });
  });

  it('is dragged by pointer, and a press without movement is no drag', async () => {
    const onMove = vi.fn();
    const stage = await draw(<Overlay view={viewer} onMove={onMove} />);
    const overlay = one(stage, '.overlay');
    overlay.setPointerCapture = () => {};
    const point = (name: string, clientX: number, clientY: number) =>
      overlay.dispatchEvent(
        new PointerEvent(name, {
          clientX,
          clientY,
          button: 0,
          isPrimary: true,
          pointerId: 1,
          bubbles: true,
        }),
      );
    point('pointerdown', 800, 20);
    point('pointermove', 802, 21);
    point('pointerup', 802, 21);
    expect(onMove).not.toHaveBeenCalled();
    point('pointerdown', 800, 20);
    point('pointermove', 700, 120);
    point('pointermove', -700, 120);
    point('pointerup', -700, 120);
    expect(onMove).toHaveBeenLastCalledWith({ corner: 'top-left', x: 0, y: 114 });
  });

  it('hides for this stream or site from its menu, which keys go through', async () => {
    const onHide = vi.fn();
    const stage = await draw(<Overlay view={viewer} shape="card" onHide={onHide} />);
    await click(one(stage, '[aria-haspopup=menu]'));
    const lines = [...stage.querySelectorAll<HTMLElement>('[role=menuitem]')];
    expect(lines.map(words)).toEqual([
      'Shrink to a dot',
      'Hide for this stream',
      'Hide on this site',
    ]);
    const [first, second, third] = lines;
    if (first === undefined || second === undefined || third === undefined) {
      throw new Error('the menu has three lines');
    }
    await press(first, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    await press(second, 'End');
    expect(document.activeElement).toBe(third);
    await press(third, 'Escape');
    expect(stage.querySelector('[role=menu]')).toBeNull();
    expect(one(stage, '.overlay').dataset.shape).toBe('card');
    await click(one(stage, '[aria-haspopup=menu]'));
    const again = stage.querySelectorAll<HTMLElement>('[role=menuitem]')[2];
    if (again !== undefined) {
      await click(again);
    }
    expect(onHide).toHaveBeenCalledWith('site');
  });

  it('converts coins in the card; Escape closes first the converter, then the card', async () => {
    const stage = await draw(<Overlay view={viewer} shape="card" />);
    await click(one(stage, '[data-convert]'));
    const [coins, money] = [...stage.querySelectorAll<HTMLInputElement>('.converter input')];
    if (coins === undefined || money === undefined) throw new Error('two fields');
    await type(coins, '29,999');
    expect(money.value).toBe('317.99');
    await press(coins, 'Escape');
    expect(stage.querySelector('.converter')).toBeNull();
    expect(document.activeElement).toBe(one(stage, '[data-convert]'));
    await press(one(stage, '[data-convert]'), 'Escape');
    expect(stage.querySelector('.card')).toBeNull();
  });

  it('shrinks to a dot and comes back', async () => {
    const stage = await draw(<Overlay view={viewer} shape="dot" />);
    await click(one(stage, '.dot'));
    expect(document.activeElement?.className).toBe('pill-main');
  });
});

describe('a gift that lands', () => {
  const withLast = (last: ReturnType<typeof entry>): OverlayView | null =>
    viewer?.side === 'viewer' ? { ...viewer, last } : null;
  const said = (stage: HTMLElement) => words(one(stage, '[aria-live=polite]'));

  it('is said once its count is final, and is not said when it was there before', async () => {
    const before = entry('Rose', 1, 1);
    const stage = await draw(<Overlay view={withLast(before)} />);
    expect(said(stage)).toBe('');
    const streak = entry('Cap', 2, 198, { state: 'open' });
    await redraw(<Overlay view={withLast(streak)} />, stage);
    expect(said(stage)).toBe('');
    await redraw(<Overlay view={withLast({ ...streak, count: 3, state: 'closed' })} />, stage);
    expect(said(stage)).toBe('Sent: Cap × 3, $2.10');
  });

  it('is marked for a moment, unlike what was there at first', async () => {
    const before = entry('Rose', 1, 1);
    const stage = await draw(<Overlay view={withLast(before)} />);
    expect(one(stage, '.pill-words').dataset.landed).toBe('false');
    await redraw(<Overlay view={withLast({ ...before, count: 2 })} />, stage);
    expect(one(stage, '.pill-words').dataset.landed).toBe('true');
  });

  it('is told in the pill for a moment, with its own cost', async () => {
    vi.useFakeTimers();
    const before = entry('Rose', 1, 1);
    const stage = await draw(<Overlay view={withLast(before)} />);
    const usual = '$4.62 436 coins this stream · $38.42 in November';
    expect(words(one(stage, '.pill'))).toBe(usual);
    await redraw(<Overlay view={withLast(entry('Cap', 2, 198))} />, stage);
    expect(words(one(stage, '.pill'))).toBe('$4.62 436 coins Cap × 2 · $2.10');
    await act(() => {
      vi.advanceTimersByTime(60_000);
    });
    expect(words(one(stage, '.pill'))).toBe(usual);
    vi.useRealTimers();
  });

  it('did not land when the page went to another stream', async () => {
    const stage = await draw(<Overlay view={withLast(entry('Rose', 1, 1))} />);
    const other = withLast(entry('Cap', 2, 198));
    await redraw(<Overlay view={other === null ? null : { ...other, room: anotherRoom }} />, stage);
    expect(one(stage, '.pill-words').dataset.landed).toBe('false');
    expect(said(stage)).toBe('');
  });
});
