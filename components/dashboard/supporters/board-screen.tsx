import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardView, SupporterRow } from '../../../utils/core/supporter-views.ts';
import { type BoardAddress, boardAddress } from '../../../utils/core/supporters-address.ts';
import { useScreen } from '../../screen.ts';
import { isEmpty, Unpriced } from '../../sum-words.tsx';
import { Field, SelectField } from '../field.tsx';
import { LongList } from '../ledger/long-list.tsx';
import { WhoseChoice } from '../streams/whose-choice.tsx';
import { BoardPeriodBar } from './board-period-bar.tsx';
import { SupporterRowLink, SupporterRowWaiting } from './supporter-row.tsx';
import {
  aboutWords,
  boardTitle,
  givenWords,
  measureWords,
  streamWords,
} from './supporter-words.ts';

/** In px: a name with its amount, and a line of what they are. */
const ROW = 60;
/** How long typing pauses before people are searched. */
const PAUSE_MS = 250;
/** After how many days without a gift somebody can be said to have lapsed. */
const LAPSES = [7, 14, 30, 60, 90, 180, 365];

/** Who gave how much in a stream, in a period or ever. */
export function BoardScreen(props: {
  view: BoardView;
  rowAt(index: number): SupporterRow | null;
  onShow(first: number, last: number): void;
  onBoard(board: BoardAddress, typing?: boolean): void;
  lapsedAfter: number;
  onLapsedAfter(days: number): void;
}) {
  const { t } = useScreen();
  const { view } = props;
  if (view.since === null) {
    return (
      <div class="panel empty">
        <h3>{t('supportersEmptyTitle')}</h3>
        <p>{t('supportersEmpty')}</p>
      </div>
    );
  }
  return (
    <>
      <BoardPeriodBar view={view} />
      <BoardChoices {...props} />
      <BoardTotal view={view} />
      {view.count === 0 ? (
        <p class="panel none">
          {t(view.address.text.trim() === '' ? 'supportersNone' : 'supportersNotFound')}
        </p>
      ) : (
        <div class="board">
          <LongList
            label={t('supportersList')}
            count={view.count}
            counted
            rowHeight={ROW}
            listKey={boardAddress(view.address)}
            onShow={props.onShow}
            draw={(index, active) => {
              const row = props.rowAt(index);
              return row === null ? (
                <SupporterRowWaiting />
              ) : (
                <SupporterRowLink
                  row={row}
                  by={view.by}
                  whose={view.address.whose}
                  active={active}
                />
              );
            }}
          />
        </div>
      )}
    </>
  );
}

function BoardChoices(props: Parameters<typeof BoardScreen>[0]) {
  const screen = useScreen();
  const { t, counted } = screen;
  const { view, onBoard, lapsedAfter } = props;
  const { address, streams, measures } = view;
  const lapses = [...new Set([...LAPSES, lapsedAfter])].sort((a, b) => a - b);
  return (
    <search class="panel filters" aria-label={t('boardChoices')}>
      <div class="grid">
        <SearchField text={address.text} onText={(text) => onBoard({ ...address, text }, true)} />
        {address.period === 'stream' && streams.length > 0 && (
          <SelectField
            id="board-stream"
            label={t('boardPeriod_stream')}
            value={view.stream ?? streams[0]?.id ?? ''}
            choices={streams.map((each) => ({ value: each.id, label: streamWords(each, screen) }))}
            onChoose={(value) => {
              const stream = streams.find(({ id }) => id === value)?.id ?? null;
              onBoard({ ...address, stream });
            }}
          />
        )}
        <WhoseChoice
          whose={view.whose}
          creators={view.creators}
          onChoose={(whose) => onBoard({ ...address, whose, stream: null })}
        />
        <SelectField
          id="board-by"
          label={t('rankBy')}
          value={view.by}
          choices={measures.map((value) => ({ value, label: measureWords(value, screen) }))}
          onChoose={(by) => onBoard({ ...address, by })}
        />
        <SelectField
          id="board-lapsed"
          label={t('lapsedAfter')}
          value={String(lapsedAfter)}
          choices={lapses.map((days) => ({ value: String(days), label: counted(days, 'forDays') }))}
          onChoose={(days) => props.onLapsedAfter(Number(days))}
        />
      </div>
    </search>
  );
}

/** What is typed waits until typing pauses; a text that comes with the address replaces it. */
function SearchField(props: { text: string; onText(text: string): void }) {
  const { t } = useScreen();
  const [typed, setTyped] = useState(props.text);
  const asked = useRef(props.text);
  useEffect(() => {
    if (props.text === asked.current) return;
    asked.current = props.text;
    setTyped(props.text);
  }, [props.text]);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      props.onText(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field
      id="board-search"
      type="search"
      label={t('boardSearch')}
      maxLength={60}
      value={typed}
      onType={setTyped}
    />
  );
}

function BoardTotal({ view }: { view: BoardView }) {
  const screen = useScreen();
  const { t, counted } = screen;
  const { address, total, unnamed, worth, people, hidden } = view;
  if (isEmpty(total)) return null;
  const given = givenWords(total, screen, 18);
  return (
    <section class="panel total">
      <h3>{t('boardTotal', [boardTitle(view, screen)])}</h3>
      <p class="figure" title={givenWords(total, screen)}>
        <bdi>{given}</bdi>
      </p>
      <p class="under">
        {[aboutWords(worth, screen), counted(people, 'gifters'), counted(total.gifts, 'gifts')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {hidden > 0 && (
        <p class="under">
          {counted(hidden, address.hidden ? 'hiddenShown' : 'hiddenLeftOut')}{' '}
          <a href={boardAddress({ ...address, hidden: !address.hidden })}>
            {t(address.hidden ? 'hiddenLeaveOut' : 'hiddenShow')}
          </a>
        </p>
      )}
      {!isEmpty(unnamed) && (
        <p class="under">{t('boardUnnamed', [givenWords(unnamed, screen, 18)])}</p>
      )}
      <Unpriced sum={total} />
    </section>
  );
}
