import { DeliveryScreen } from '../../../components/dashboard/delivery/delivery-screen.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { epochMs } from '../../../utils/core/time.ts';
import { undeliveredGifts } from '../../../utils/storage/delivery.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** Gifts sent that the page never showed, with their data. */
export function Delivery({ database }: OpenedScreen) {
  const { value, trouble } = useLive(
    () => undeliveredGifts(database, epochMs(Date.now())),
    [database],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && <DeliveryScreen view={value} onCopy={copy} />}
    </ScreenBody>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
