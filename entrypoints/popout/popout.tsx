import { useEffect } from 'preact/hooks';
import { PopoutApp } from '../../components/desk/popout-app.tsx';
import { translate } from '../../utils/messaging/translate.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { popoutSettings } from '../../utils/storage/settings.ts';
import { useAround } from '../dashboard/around.ts';
import { useNow } from '../extension-pages/live.ts';
import { useDesk } from '../extension-pages/use-desk.ts';

const database = new LedgerDatabase();

/** The pop-out with its data: always of the stream on air. */
export function Popout() {
  const now = useNow();
  const around = useAround();
  const { total, people, goals } = useDesk(
    database,
    '',
    around === null ? null : { now, zone: around.zone },
  );
  useEffect(() => {
    document.title = translate('popoutName');
  }, []);
  if (around === null) return null;
  return (
    <PopoutApp
      total={total}
      people={people}
      goals={goals}
      popout={popoutSettings(around.settings)}
      now={now}
      locale={navigator.language}
      zone={around.zone}
      translate={translate}
    />
  );
}
