import { readWhose, type Whose, whoseText } from './creator.ts';
import type { PlatformId } from './ids.ts';
import type { OverviewPeriod } from './ledger-views.ts';
import { readOverviewAddress } from './overview-period.ts';
import type { Month } from './time.ts';

/** What the address of the screen about gifts and times asks for. */
export interface TimesAddress {
  readonly period: OverviewPeriod;
  /** Null: whoever is usual. */
  readonly whose: Whose | null;
}

/** Reads it as the overview's is read. */
export function readTimesAddress(
  chosen: URLSearchParams,
  thisMonth: Month,
  platforms: readonly PlatformId[],
): TimesAddress {
  const { period } = readOverviewAddress(chosen, thisMonth);
  return { period, whose: readWhose(chosen.get('whose'), platforms) };
}

/** The address of a period's gifts and times. */
export function timesAddress(period: OverviewPeriod, whose: Whose | null): string {
  const asked = new URLSearchParams(
    period.kind === 'year' ? { year: String(period.year) } : { month: period.month },
  );
  if (whose !== null) asked.set('whose', whoseText(whose));
  return `#times?${asked}`;
}
