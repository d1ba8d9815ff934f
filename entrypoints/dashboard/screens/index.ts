import type { ComponentType } from 'preact';
import type { DashboardScreen } from '../../../utils/core/dashboard-views.ts';
import { Costs } from './costs.tsx';
import { Delivery } from './delivery.tsx';
import { Ledger } from './ledger.tsx';
import type { OpenedScreen } from './opened-screen.ts';
import { Overview } from './overview.tsx';
import { Settings } from './settings.tsx';

/** Which component reads and shows each screen. */
export const screens: Readonly<Record<DashboardScreen, ComponentType<OpenedScreen>>> = {
  overview: Overview,
  ledger: Ledger,
  delivery: Delivery,
  purchases: Costs,
  prices: Costs,
  value: Costs,
  convert: Costs,
  safety: Costs,
  settings: Settings,
};
