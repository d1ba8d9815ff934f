import type { KeptData } from '../../../utils/core/data-view.ts';
import { formatDay } from '../../dates.ts';
import { formatBytes, formatCount } from '../../format.ts';
import { useScreen } from '../../screen.ts';

/** How much is kept, since when, and how much room it takes. */
export function KeptCards({ kept, onPersist }: { kept: KeptData; onPersist(): void }) {
  const { t, counted, locale, language, zone, now } = useScreen();
  const { since, entries, people, usage, persistent } = kept;
  return (
    <div class="cards">
      <section class="card">
        <h3>{t('dataEntries')}</h3>
        <b>{formatCount(entries, locale, 12)}</b>
        <small>
          {since === null
            ? t('dataEmpty')
            : t('dataSince', [formatDay(since, now, zone, language)])}
        </small>
        <small>{counted(people, 'dataPeople')}</small>
      </section>
      <section class="card">
        <h3>{t('dataRoom')}</h3>
        <b>{usage === null ? t('dataRoomUnknown') : formatBytes(usage, locale)}</b>
        <small>{t('dataOnlyHere')}</small>
        {persistent === true && <small>{t('dataPersistent')}</small>}
        {persistent === false && (
          <>
            <small>{t('dataNotPersistent')}</small>
            <button type="button" class="link" onClick={onPersist}>
              {t('dataPersist')}
            </button>
          </>
        )}
      </section>
    </div>
  );
}
