import type { ComponentType } from 'preact';
import type { DashboardScreen } from '../../../utils/core/dashboard-views.ts';
import { Costs } from './costs.tsx';
import { Data } from './data.tsx';
import type { OpenedScreen } from './opened-screen.ts';
import { Settings } from './settings.tsx';

/** Which component reads and shows each screen. */
export const screens: Readonly<Record<DashboardScreen, ComponentType<OpenedScreen>>> = {
  purchases: Costs,
  prices: Costs,
  value: Costs,
  convert: Costs,
  safety: Costs,
  data: Data,
  settings: Settings,
};
