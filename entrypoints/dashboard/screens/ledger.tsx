import { AddEntry } from '../../../components/dashboard/ledger/add-entry.tsx';
import { CorrectEntry } from '../../../components/dashboard/ledger/correct-entry.tsx';
import { LedgerScreen } from '../../../components/dashboard/ledger/ledger-screen.tsx';
import { StoryPanel } from '../../../components/dashboard/ledger/story-panel.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { currencyCodes } from '../../../utils/core/currencies.ts';
import { platformIds } from '../../../utils/core/ids.ts';
import {
  type LedgerFilter,
  ledgerAddress,
  readLedgerAddress,
} from '../../../utils/core/ledger-filter.ts';
import type { LedgerSums } from '../../../utils/core/ledger-views.ts';
import { sumWorth } from '../../../utils/core/worth.ts';
import { sites } from '../../../utils/platforms/sites.ts';
import { filterNames } from '../../../utils/storage/filter-names.ts';
import { ledgerBegin } from '../../../utils/storage/ledger-begin.ts';
import { storyOf } from '../../../utils/storage/story.ts';
import { readWorthRates } from '../../../utils/storage/worth.ts';
import { useLive } from '../../extension-pages/live.ts';
import { costsAndPrices } from '../ledger/costs-and-prices.ts';
import { ExportShown } from '../ledger/export-shown.tsx';
import { useLedger } from '../ledger/use-ledger.ts';
import { useLedgerActions } from '../ledger/use-ledger-actions.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** Which units payments can be typed in. */
const typedUnits = sites.map(({ id, unit }) => ({ platform: id, unit }));

/** The ledger page with its data. */
export function Ledger({ database, around, chosen, run }: OpenedScreen) {
  const address = readLedgerAddress(chosen, platformIds);
  const { filter, entry } = address;
  const filterKey = ledgerAddress(filter);
  const reader = useLedger(database, filter, around.zone);
  const actions = useLedgerActions(database, run);
  const known = useLive(
    async () => ({
      ...(await costsAndPrices(database, around)),
      names: await filterNames(database, filter),
      since: await ledgerBegin(database),
      rates: await readWorthRates(database),
    }),
    [database, around, filterKey],
  );
  const story = useLive(
    entry === null
      ? null
      : async () => ({
          id: entry,
          story: await storyOf(database, entry, await costsAndPrices(database, around)),
        }),
    [database, around, entry],
  );
  const told = known.value;
  const totals = told === null ? null : (reader.sums?.sums(told.display) ?? null);
  const sums: LedgerSums | null =
    totals === null || told === null
      ? null
      : { ...totals, worth: sumWorth(totals.received, told.rates) };
  const opened = entry !== null && story.value?.id === entry ? story.value.story : undefined;
  return (
    <ScreenBody loading={told === null} trouble={known.trouble || story.trouble || reader.trouble}>
      {told !== null && (
        <LedgerScreen
          view={{
            address,
            names: told.names,
            platforms: platformIds,
            count: reader.count,
            counting: reader.counting,
            sums,
            since: told.since,
          }}
          rowAt={(index) => reader.rowAt(index)}
          onShow={(first, last) => reader.show(first, last)}
          onFilter={goTo}
          exports={
            <ExportShown
              database={database}
              filter={filter}
              zone={around.zone}
              count={reader.counting ? 0 : reader.count}
            />
          }
          add={<AddEntry units={typedUnits} actions={actions} />}
          story={
            opened !== undefined && (
              <StoryPanel
                story={opened}
                filter={filter}
                actions={
                  opened !== null && (
                    <CorrectEntry
                      key={opened.row.id}
                      story={opened}
                      actions={actions}
                      currency={told.display}
                      currencies={currencyCodes}
                    />
                  )
                }
              />
            )
          }
        />
      )}
    </ScreenBody>
  );
}

/** Asks for other entries: the address says so, and the back button goes back, but not through every letter typed. */
function goTo(filter: LedgerFilter, typing = false): void {
  const address = ledgerAddress(filter);
  if (typing) location.replace(address);
  else location.hash = address;
}
