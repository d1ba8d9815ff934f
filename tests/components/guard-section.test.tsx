// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { GuardSection } from '../../components/dashboard/settings/guard-section.tsx';
import type { GuardSettings } from '../../utils/core/guard.ts';
import { freshGuard } from '../../utils/core/guard.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { epochMs } from '../../utils/core/time.ts';
import { DashboardStage } from '../gallery/dashboard-stage.tsx';
import { money, now } from '../gallery/make.ts';
import { click, draw, one, words } from './draw.tsx';

async function section(guard: Partial<GuardSettings>, priceKnown = true, waits = false) {
  const onChange = vi.fn<(changed: Partial<GuardSettings>) => void>();
  const content = () => (
    <GuardSection
      guard={{ ...freshGuard, ...guard }}
      display={currencyCode('USD')}
      units={['tiktok:coin']}
      priceKnown={priceKnown}
      waits={waits}
      onChange={onChange}
    />
  );
  const stage = await draw(<DashboardStage example={{ content, open: 'safety' }} />);
  const type = (id: string, text: string) =>
    act(() => {
      const field = one(stage, `#${id}`);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = text;
        field.dispatchEvent(
          new Event(field instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }),
        );
      }
    });
  const save = () =>
    act(() => {
      one(stage, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
  const pressed = async (label: string) => {
    const button = [...stage.querySelectorAll<HTMLElement>('button')].find(
      (each) => words(each) === label,
    );
    if (button === undefined) throw new Error(`no button ${label}`);
    await click(button);
  };
  return { stage, onChange, type, save, pressed };
}

describe('the guard in the settings', () => {
  it('is switched on, and a limit is given in money or in coins, or not at all', async () => {
    const { stage, onChange, type, save } = await section({});
    await click(one(stage, '#guard-on'));
    expect(onChange).toHaveBeenLastCalledWith({ on: true });
    await type('guard-largest', '$20.50');
    await type('guard-wait-seconds', '30');
    await save();
    expect(onChange).toHaveBeenLastCalledWith({
      largest: { in: 'money', money: { currency: 'USD', amount: 20_500_000, scale: 6 } },
      waitSeconds: 30,
    });
    await type('guard-largest-in', 'tiktok:coin');
    await type('guard-largest', '2,000');
    await save();
    expect(onChange).toHaveBeenLastCalledWith({
      largest: { in: 'units', unit: 'tiktok:coin', units: 2000 },
      waitSeconds: 30,
    });
    await type('guard-largest', '');
    await save();
    expect(onChange).toHaveBeenLastCalledWith({ largest: null, waitSeconds: 30 });
  });

  it('names what is wrong, and changes nothing then', async () => {
    const { stage, onChange, type, save } = await section({});
    await type('guard-largest', 'a lot');
    await type('guard-wait-seconds', '2');
    await save();
    expect(onChange).not.toHaveBeenCalled();
    expect(words(one(stage, '#guard-largest-says'))).not.toContain('Empty');
    expect(words(one(stage, '#guard-wait-seconds-says'))).toBe('From 3 to 300.');
    expect(one(stage, '#guard-wait-seconds').getAttribute('aria-invalid')).toBe('true');
  });

  it('pauses gifts until tomorrow, which switches it on, and ends the pause', async () => {
    const { stage, onChange, pressed } = await section({});
    expect(words(one(stage, '.pause p'))).toBe('Gifts are not paused.');
    await pressed('Until tomorrow, 9:00 AM');
    const until = Date.parse('2026-11-23T09:00:00Z');
    expect(onChange).toHaveBeenLastCalledWith({ on: true, coolOffUntil: until });
    const paused = await section({ on: true, coolOffUntil: epochMs(until) });
    expect(words(one(paused.stage, '.pause p'))).toBe(
      'Every gift is held until tomorrow, 9:00 AM.',
    );
    await paused.pressed('End the pause');
    expect(paused.onChange).toHaveBeenLastCalledWith({ coolOffUntil: null });
    // It ends by itself.
    const over = await section({ on: true, coolOffUntil: now });
    expect(words(one(over.stage, '.pause p'))).toBe('Gifts are not paused.');
  });

  it('says that a change waits, and takes it back by what holds', async () => {
    const { stage, onChange, pressed } = await section({ on: true }, true, true);
    expect(words(one(stage, '.note p'))).toContain('waits');
    await pressed('Keep it as it is');
    expect(onChange).toHaveBeenLastCalledWith({ ...freshGuard, on: true });
  });

  it('says that money holds nothing where no price is known', async () => {
    const largest = { in: 'money', money: money('20') } as const;
    expect(words((await section({ on: true, largest }, false)).stage)).toContain(
      'Give it in coins',
    );
    expect(words((await section({ on: true, largest })).stage)).not.toContain('Give it in coins');
  });
});
