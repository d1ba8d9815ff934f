import type { DashboardScreen, Done } from '../../../utils/core/dashboard-views.ts';
import type { LedgerDatabase } from '../../../utils/storage/database.ts';
import type { Wanted } from '../../../utils/storage/operations.ts';
import type { DashboardAround } from '../around.ts';

/** What a screen of the dashboard is given: it reads what it shows by itself. */
export interface OpenedScreen {
  readonly database: LedgerDatabase;
  readonly around: DashboardAround;
  readonly open: DashboardScreen;
  /** What its address chooses in it. */
  readonly chosen: URLSearchParams;
  /** Does what the user wants, says so, and offers to undo it. */
  run(wanted: Wanted, what: Done['what']): void;
  /** Says what was done, or that it failed, where it was no operation. */
  say(what: Done['what'], trouble?: string): void;
}
