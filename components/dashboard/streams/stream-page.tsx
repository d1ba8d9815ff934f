import { FORGOTTEN } from '../../../utils/core/forgotten.ts';
import type { PlatformId } from '../../../utils/core/ids.ts';
import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import { reportAddress } from '../../../utils/core/report-address.ts';
import type { BattleView, LargeRow, StreamView } from '../../../utils/core/stream-views.ts';
import { boardAddress, personAddress } from '../../../utils/core/supporters-address.ts';
import type { PersonView } from '../../../utils/core/views.ts';
import { formatTime } from '../../dates.ts';
import { entryUnits } from '../../entry-label.ts';
import { EntryName } from '../../entry-name.tsx';
import { useScreen } from '../../screen.ts';
import { BattleList } from './battle-list.tsx';
import { MinuteChart } from './minute-chart.tsx';
import { StreamCards, StreamNotes, StreamTotal } from './stream-facts.tsx';
import { streamLength, streamTimes, streamTitle } from './stream-words.ts';

/** Everything of one stream; null where the ledger knows none by that id. */
export function StreamPage(props: {
  view: StreamView | null;
  /** With what they come to, once that is read. */
  battles: readonly BattleView[] | null;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  if (view === null) {
    return (
      <>
        <Back />
        <div class="panel empty">
          <h3>{t('streamUnknownTitle')}</h3>
          <p>{t('streamUnknown')}</p>
        </div>
      </>
    );
  }
  const { row, largest } = view;
  const battles = props.battles ?? view.battles;
  return (
    <>
      <Back />
      <header class="stream-head">
        <h3>
          <bdi>{streamTitle(row.stream, screen)}</bdi>
        </h3>
        <p class="under">
          {row.onAir && <span class="on-air">{t('onAir')}</span>}
          {row.creator !== null && <bdi>{screen.name(row.creator)}</bdi>}
          <span>{streamTimes(row, screen)}</span>
          <span>{streamLength(row.stream, screen)}</span>
          <span>{t(`platform_${row.stream.platform}`)}</span>
          <a href={reportAddress({ kind: 'stream', room: row.id })}>{t('streamReport')}</a>
        </p>
      </header>
      <StreamTotal view={view} />
      <StreamNotes view={view} />
      {row.gifts.entries > 0 && (
        <>
          <StreamCards view={view} />
          <section class="panel">
            <h3>{t('overTime')}</h3>
            <MinuteChart view={{ ...view, battles }} />
          </section>
          <p>
            <a class="back" href={supportersOf(row)}>
              {t('streamSupporters')}
            </a>
          </p>
          {largest.length > 0 && <Largest rows={largest} view={view} />}
        </>
      )}
      {battles.length > 0 && <BattleList battles={battles} />}
    </>
  );
}

function Back() {
  const { t } = useScreen();
  return (
    <p class="stream-back">
      <a href="#streams">{t('allStreams')}</a>
    </p>
  );
}

/** Who gave, as a link to their page where there is somebody. */
function Giver({ platform, person }: { platform: PlatformId; person: PersonView | null }) {
  const screen = useScreen();
  const name = <bdi>{screen.name(person)}</bdi>;
  return person === null || person.id === FORGOTTEN ? (
    name
  ) : (
    <a href={personAddress({ platform, id: person.id })}>{name}</a>
  );
}

/** The leaderboard of a stream. */
function supportersOf({ id, stream: { platform }, creator }: StreamView['row']): string {
  const whose = creator === null ? null : { platform, id: creator.id };
  return boardAddress({ period: 'stream', stream: id, whose });
}

function Largest({ rows, view }: { rows: readonly LargeRow[]; view: StreamView }) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <section class="panel">
      <h3>{t('largestGifts')}</h3>
      <ul class="rows">
        {rows.map(({ row, inBattle }) => (
          <li key={row.id}>
            <a class="plain" href={ledgerAddress(view.row.filter, row.id)}>
              <EntryName entry={row} />
            </a>
            <b class="amount coin">
              <bdi>{entryUnits(row, screen)}</bdi>
            </b>
            <small class="cut">
              <Giver platform={row.platform} person={row.other} />
            </small>
            <small class="amount">
              {[formatTime(row.at, screen), ...(inBattle ? [t('inBattle')] : [])].join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
