import type { HeldGift } from '../../components/guard/guard-dialog.tsx';
import type { GiftCost, HoldReason, Measure } from '../../utils/core/guard.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { money, now } from './make.ts';

/** One state of what is asked before a gift is sent. */
export interface GuardExample {
  readonly held: HeldGift;
  readonly locale?: string;
  readonly words?: 'english' | 'long' | 'right-to-left';
}

const usd = (text: string): Measure => ({ in: 'money', money: money(text) });
const coins = (amount: number): Measure => ({ in: 'units', unit: 'tiktok:coin', units: amount });

function cost(amount: number | null, price: string | null, currency = 'USD'): GiftCost {
  return {
    unit: 'tiktok:coin',
    units: amount === null ? null : units(amount),
    money: price === null ? null : money(price, currency),
  };
}

const budget = (name: string, limit: Measure, left: Measure, overBy: Measure): HoldReason => ({
  kind: 'budget',
  budget: { id: name, name, limit, left },
  overBy,
});

const month = budget('November', usd('50'), usd('11.58'), usd('306.41'));
const lion: HeldGift = {
  gift: 'Lion',
  cost: cost(29_999, '317.99'),
  reasons: [month],
  waitSeconds: 10,
  phase: { kind: 'wait', seconds: 8 },
};
const coolOff: HoldReason = { kind: 'cool-off', until: epochMs(now + 12 * 3_600_000) };

/** Every state, by name. */
export const guardExamples: Readonly<Record<string, GuardExample>> = {
  budget: { held: lion },
  ready: { held: { ...lion, phase: { kind: 'ready' } } },
  sending: { held: { ...lion, phase: { kind: 'sending' } } },
  again: { held: { ...lion, phase: { kind: 'again' } } },
  everything: {
    held: {
      ...lion,
      reasons: [coolOff, { kind: 'large', limit: usd('20') }, month],
    },
  },
  'no-price': {
    held: {
      ...lion,
      gift: '',
      cost: cost(29_999, null),
      reasons: [budget('Coins a week', coins(1000), coins(-40), coins(30_039))],
    },
  },
  'nothing-known': { held: { ...lion, gift: '', cost: cost(null, null), reasons: [coolOff] } },
  huge: {
    held: {
      gift: 'A gift whose maker did not stop naming it in time for the dialog, and went on and on',
      cost: cost(100_000_000, '954763121.50'),
      reasons: [
        budget(
          'Everything that I want to spend on streams of people I know from school',
          usd('954763121.50'),
          usd('0.01'),
          usd('954763121.49'),
        ),
        { kind: 'large', limit: coins(99_999_999) },
      ],
      waitSeconds: 300,
      phase: { kind: 'wait', seconds: 300 },
    },
  },
  'long-words': { held: lion, words: 'long', locale: 'de' },
  'right-to-left': {
    held: { ...lion, gift: 'الأسد', reasons: [coolOff, month] },
    words: 'right-to-left',
    locale: 'ar-EG',
  },
};
