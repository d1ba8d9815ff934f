import type { ComponentType } from 'preact';
import type { DashboardScreen } from '../../../utils/core/dashboard-views.ts';
import { Budgets } from './budgets.tsx';
import { Costs } from './costs.tsx';
import { Data } from './data.tsx';
import { Delivery } from './delivery.tsx';
import { Goals } from './goals.tsx';
import { Ledger } from './ledger.tsx';
import type { OpenedScreen } from './opened-screen.ts';
import { Overview } from './overview.tsx';
import { Payouts } from './payouts.tsx';
import { Reports } from './reports.tsx';
import { Settings } from './settings.tsx';
import { Streams } from './streams.tsx';
import { Supporters } from './supporters.tsx';
import { Times } from './times.tsx';

/** Which component reads and shows each screen. */
export const screens: Readonly<Record<DashboardScreen, ComponentType<OpenedScreen>>> = {
  overview: Overview,
  ledger: Ledger,
  delivery: Delivery,
  budgets: Budgets,
  streams: Streams,
  times: Times,
  payouts: Payouts,
  goals: Goals,
  reports: Reports,
  purchases: Costs,
  prices: Costs,
  value: Costs,
  convert: Costs,
  safety: Costs,
  supporters: Supporters,
  data: Data,
  settings: Settings,
};
