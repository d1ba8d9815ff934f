import {
  GuardSection,
  type GuardSectionProps,
} from '../../components/dashboard/settings/guard-section.tsx';
import { freshGuard } from '../../utils/core/guard.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { epochMs } from '../../utils/core/time.ts';
import type { DashboardExample } from './dashboard-examples.ts';
import { money, now } from './make.ts';

const plain: GuardSectionProps = {
  guard: freshGuard,
  display: currencyCode('USD'),
  units: ['tiktok:coin'],
  priceKnown: true,
  waits: false,
  onChange: () => {},
};

const held: GuardSectionProps = {
  ...plain,
  guard: {
    ...freshGuard,
    on: true,
    largest: { in: 'money', money: money('20') },
    coolOffUntil: epochMs(now + 13 * 3_600_000),
  },
};

const section = (props: GuardSectionProps, more: Partial<DashboardExample> = {}) =>
  ({ content: () => <GuardSection {...props} />, open: 'safety', ...more }) as const;

/** Every state of the guard's part of the settings, by name. */
export const guardSectionExamples: Readonly<Record<string, DashboardExample>> = {
  'guard-off': section(plain),
  'guard-on': section(held),
  'guard-no-price': section(
    { ...held, priceKnown: false, waits: true },
    { words: 'long', locale: 'de' },
  ),
  'guard-right-to-left': section(held, { words: 'right-to-left', locale: 'ar-EG' }),
};
