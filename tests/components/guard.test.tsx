// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { GuardDialog, type HeldGift } from '../../components/guard/guard-dialog.tsx';
import { guardExamples } from '../gallery/guard-examples.ts';
import { now, zone } from '../gallery/make.ts';
import { pickWords } from '../gallery/pick-words.ts';
import { click, draw, one, press, redraw, words } from './draw.tsx';

function Dialog(props: {
  held: HeldGift;
  language?: string | undefined;
  onSend?(): void;
  onNotNow?(): void;
}) {
  return (
    <GuardDialog
      held={props.held}
      now={now}
      zone={zone}
      locale="en-US"
      translate={pickWords(props.language)}
      at={{ x: 0, y: 0 }}
      onSend={props.onSend ?? (() => {})}
      onNotNow={props.onNotNow ?? (() => {})}
    />
  );
}

function example(name: string): HeldGift {
  const found = guardExamples[name];
  if (found === undefined) throw new Error(`no example ${name}`);
  return found.held;
}

/** Title, coins and reasons, one after the other. */
async function heldWords(name: string): Promise<string[]> {
  const stage = await draw(<Dialog held={example(name)} />);
  return [...stage.querySelectorAll<HTMLElement>('h2, #guard-reasons p')].map(words);
}

describe('what is asked before a gift is sent', () => {
  it.each(Object.entries(guardExamples))('draws the state %s from plain data', async (_, each) => {
    const stage = await draw(<Dialog held={each.held} language={each.words} />);
    expect(words(stage)).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it('says what it costs, what is left and by how much it is over', async () => {
    expect(await heldWords('budget')).toEqual([
      'Lion costs you $317.99',
      '29,999 coins',
      'That is $306.41 over your limit “November” of $50.00. $11.58 of it is left.',
      'Set by you in Gift Ledger',
    ]);
  });

  it('tells every reason, and what is not known', async () => {
    expect((await heldWords('everything')).slice(2, 4)).toEqual([
      'You paused gifts until tomorrow, 8:15 AM.',
      'You asked to pause before a gift above $20.00.',
    ]);
    expect((await heldWords('no-price')).slice(0, 2)).toEqual([
      'This gift costs 29,999 coins',
      'That is 30,039 coins over your limit “Coins a week” of 1,000 coins. Nothing of it is left.',
    ]);
    expect((await heldWords('nothing-known'))[0]).toBe('What this gift costs is not known');
  });

  it('sends nothing before its time, says once when it may, and then sends', async () => {
    const onSend = vi.fn();
    const stage = await draw(<Dialog held={example('budget')} onSend={onSend} />);
    const send = one(stage, '.guard-answers button + button');
    expect(send.getAttribute('aria-disabled')).toBe('true');
    expect(words(one(stage, '#guard-wait'))).toBe('Possible in 10 seconds');
    await click(send);
    expect(onSend).not.toHaveBeenCalled();
    expect(words(one(stage, '[aria-live]'))).toBe('');
    await redraw(<Dialog held={example('ready')} onSend={onSend} />, stage);
    expect(words(one(stage, '[aria-live]'))).toBe('You can send it now.');
    await click(one(stage, '.guard-answers button + button'));
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('keeps the keyboard: Tab goes round, a held key presses nothing, Escape is “not now”', async () => {
    const onNotNow = vi.fn();
    const stage = await draw(<Dialog held={example('budget')} onNotNow={onNotNow} />);
    const dialog = one(stage, '.guard');
    expect(document.activeElement).toBe(dialog);
    await press(dialog, 'Tab');
    expect(document.activeElement?.textContent).toBe('Not now');
    await press(one(stage, '.guard-main'), 'Tab');
    expect(document.activeElement?.textContent).toContain('Send anyway');
    await press(one(stage, '.guard-answers button + button'), 'Tab');
    expect(document.activeElement?.textContent).toBe('Not now');
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    one(stage, '.guard-main').dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
    await press(dialog, 'Escape');
    expect(onNotNow).toHaveBeenCalledOnce();
  });
});
