import { useEffect } from 'preact/hooks';
import { DeskApp } from '../../components/desk/desk-app.tsx';
import type { DeskGifter } from '../../utils/core/desk-views.ts';
import type { SessionId } from '../../utils/core/totals.ts';
import { translate } from '../../utils/messaging/translate.ts';
import { markCreatorAlertSeen } from '../../utils/storage/creator-alerts.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import {
  changeCreatorAlerts,
  changePopout,
  creatorAlertSettings,
  popoutSettings,
} from '../../utils/storage/settings.ts';
import { noteTrouble } from '../../utils/storage/trouble.ts';
import { act } from '../dashboard/actions.ts';
import { useAround } from '../dashboard/around.ts';
import { openPopout } from '../extension-pages/desk-windows.ts';
import { useNow } from '../extension-pages/live.ts';
import { useDesk } from '../extension-pages/use-desk.ts';
import { usePicked } from './picked.ts';
import { useTone } from './tone.ts';

const database = new LedgerDatabase();

/** The live desk with its data. */
export function Desk() {
  const now = useNow();
  const around = useAround();
  const [picked, pick] = usePicked();
  const { streams, stream, total, people, goals, trouble } = useDesk(
    database,
    picked,
    around === null ? null : { now, zone: around.zone },
  );
  const { sound } = around === null ? { sound: false } : creatorAlertSettings(around.settings);
  const isBlocked = useTone(sound, stream?.onAir === true ? (total?.alerts ?? null) : null);
  useEffect(() => {
    document.title = `${translate('deskTitle')} · ${translate('extensionName')}`;
  }, []);
  if (around === null) return null;
  const isRead = streams !== null && (stream === null || total !== null);
  return (
    <DeskApp
      view={isRead ? { streams, picked, stream, total, people, goals } : null}
      now={now}
      trouble={trouble}
      popout={popoutSettings(around.settings)}
      sound={!sound ? 'off' : isBlocked ? 'blocked' : 'on'}
      locale={navigator.language}
      zone={around.zone}
      translate={translate}
      onPickStream={pick}
      onAlertSeen={(id) => void markCreatorAlertSeen(database, id)}
      onSound={(on) => void changeCreatorAlerts({ sound: on })}
      onPopout={(changed) => void changePopout(changed)}
      onOpenPopout={() => void openPopout()}
      onThank={(gifter, thanked) => void thank(gifter, thanked, stream?.rooms[0])}
      onCopy={(text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      }
    />
  );
}

/** Notes that somebody was thanked for what they gave so far, or that they were not. */
async function thank(
  { platform, person, sum }: DeskGifter,
  thanked: boolean,
  session: SessionId | undefined,
): Promise<void> {
  if (session === undefined) return;
  const gifts = thanked ? sum.gifts : 0;
  try {
    await act(database, { type: 'person-thanked', platform, person: person.id, session, gifts });
  } catch (error) {
    await noteTrouble(error instanceof Error ? error.name : 'UnknownError');
  }
}
