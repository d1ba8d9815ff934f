import { useState } from 'preact/hooks';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { RatesSection } from '../../../components/dashboard/settings/rates-section.tsx';
import { sendMessage } from '../../../utils/messaging/protocol.ts';
import { rateSourceStates, readRates } from '../../../utils/storage/exchange-rates.ts';
import { chooseRates } from '../../../utils/storage/settings.ts';
import { dropRates, requestRates } from '../../background/rate-permission.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { OpenedScreen } from '../screens/opened-screen.ts';

/** The switch of the daily fetch of exchange rates; the browser asks for its permission on the click. */
export function Rates({ database, around }: OpenedScreen) {
  const { rates } = around.settings;
  const on = rates === 'fetched';
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const { value, trouble } = useLive(
    async () => ({
      on,
      latest: (await readRates(database)).book.days.at(-1)?.day ?? null,
      sources: await rateSourceStates(database),
    }),
    [database, on],
  );
  const fetchNow = async () => {
    setBusy(true);
    // Without an answer the background's alarm fetches; how it went is in the ledger in any case.
    await sendMessage('fetchRates', undefined).catch(() => undefined);
    setBusy(false);
  };
  const start = async (granted: Promise<boolean>) => {
    const allowed = await granted.catch(() => false);
    setRefused(!allowed);
    if (!allowed) return;
    await chooseRates('fetched');
    await fetchNow();
  };
  const stop = async () => {
    setRefused(false);
    await chooseRates('shipped');
    await dropRates();
  };
  return (
    <ScreenBody loading={false} trouble={trouble}>
      {value !== null && (
        <RatesSection
          view={value}
          busy={busy}
          refused={refused}
          onSwitch={(wanted) => void (wanted ? start(requestRates()) : stop())}
          onFetchNow={() => void fetchNow()}
        />
      )}
    </ScreenBody>
  );
}
