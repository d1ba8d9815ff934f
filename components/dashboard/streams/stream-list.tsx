import { useState } from 'preact/hooks';
import type { Whose } from '../../../utils/core/creator.ts';
import type { StreamListView, StreamRow } from '../../../utils/core/stream-views.ts';
import {
  compareAddress,
  MOST_COMPARED,
  streamAddress,
} from '../../../utils/core/streams-address.ts';
import type { SessionId } from '../../../utils/core/totals.ts';
import { isolate } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { unitsWords } from '../../sum-words.tsx';
import { streamFigure, streamLength, streamTimes, streamTitle } from './stream-words.ts';
import { WhoseChoice } from './whose-choice.tsx';

/** All streams, the latest first; some of them can be put side by side. */
export function StreamList(props: {
  view: StreamListView;
  onWhose(whose: Whose): void;
  onMore(): void;
  onOpenDesk(): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const [chosen, setChosen] = useState<readonly SessionId[]>([]);
  const shown = chosen.filter((id) => view.streams.some((row) => row.id === id));
  const toggle = (id: SessionId) =>
    setChosen(shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id]);
  return (
    <>
      <WhoseChoice whose={view.whose} creators={view.creators} onChoose={props.onWhose} />
      <div class="buttons">
        <button type="button" class="button quiet" onClick={props.onOpenDesk}>
          {t('liveOpenDesk')}
        </button>
      </div>
      {view.streams.length === 0 ? (
        <div class="panel empty">
          <h3>{t('streamsEmptyTitle')}</h3>
          <p>{t('streamsEmpty')}</p>
        </div>
      ) : (
        <section class="stream-list">
          {view.streams.length > 1 && (
            <div class="bar">
              <p class="under" role="status">
                {shown.length < 2
                  ? t('compareHint')
                  : screen.counted(shown.length, 'streamsChosen')}
              </p>
              {shown.length >= 2 && (
                <a class="button" href={compareAddress(shown)}>
                  {t('compareDo')}
                </a>
              )}
            </div>
          )}
          <ul class="rows">
            {view.streams.map((row) => (
              <Row
                key={row.id}
                row={row}
                choosable={view.streams.length > 1}
                chosen={shown.includes(row.id)}
                full={shown.length >= MOST_COMPARED}
                onToggle={() => toggle(row.id)}
              />
            ))}
          </ul>
          {view.more > 0 && (
            <button type="button" class="button quiet" onClick={props.onMore}>
              {screen.counted(view.more, 'moreStreams')}
            </button>
          )}
        </section>
      )}
    </>
  );
}

function Row(props: {
  row: StreamRow;
  choosable: boolean;
  chosen: boolean;
  /** Whether no more can be chosen. */
  full: boolean;
  onToggle(): void;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { row, chosen } = props;
  const { stream, creator, gifts, worth, gifters } = row;
  const title = streamTitle(stream, screen);
  const { short, full } = streamFigure(row, screen, 14);
  return (
    <li class="stream-row">
      {props.choosable && (
        <input
          type="checkbox"
          checked={chosen}
          disabled={props.full && !chosen}
          aria-label={t('compareThis', [isolate(title), streamTimes(row, screen)])}
          onChange={props.onToggle}
        />
      )}
      <a href={streamAddress(row.id)}>
        <b class="cut" title={title}>
          <bdi>{title}</bdi>
        </b>
        <b class="amount" title={full}>
          <bdi>{short}</bdi>
        </b>
        <small>
          {row.onAir && <span class="on-air">{t('onAir')}</span>}
          {creator !== null && <bdi class="cut">{screen.name(creator)}</bdi>}
          <span>{[streamTimes(row, screen), streamLength(stream, screen)].join(' · ')}</span>
        </small>
        {gifts.entries > 0 && (
          <small class="amount">
            {[
              ...(worth === null ? [] : [unitsWords(gifts, null, screen, 12)]),
              screen.counted(gifters, 'gifters', 9),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
      </a>
    </li>
  );
}
