import { useMemo } from 'preact/hooks';
import { WorkNote } from '../../../components/dashboard/data/work-note.tsx';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { BoardScreen } from '../../../components/dashboard/supporters/board-screen.tsx';
import { PersonScreen } from '../../../components/dashboard/supporters/person-screen.tsx';
import type { Whose } from '../../../utils/core/creator.ts';
import { type AccountId, platformIds } from '../../../utils/core/ids.ts';
import type { OnPlatform } from '../../../utils/core/ledger-filter.ts';
import { separationOf } from '../../../utils/core/linked-accounts.ts';
import type { PersonActions } from '../../../utils/core/supporter-views.ts';
import { LAPSED_AFTER_DAYS } from '../../../utils/core/supporters.ts';
import {
  type BoardAddress,
  boardAddress,
  personAddress,
  readSupportersAddress,
} from '../../../utils/core/supporters-address.ts';
import { type Day, dayOf } from '../../../utils/core/time.ts';
import { findPeople } from '../../../utils/storage/name-search.ts';
import { personPage } from '../../../utils/storage/person-page.ts';
import { chooseLapsedAfter } from '../../../utils/storage/settings.ts';
import { useLive, useNow } from '../../extension-pages/live.ts';
import { deletePerson } from '../data-work.ts';
import { costsAndPrices } from '../ledger/costs-and-prices.ts';
import { mergePeople } from '../merge-people.ts';
import { useBoard } from '../supporters/use-board.ts';
import { longWork, useLongWork } from '../use-long-work.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** Who gave: the leaderboards, or one person's page, with their data. */
export function Supporters(props: OpenedScreen) {
  const { chosen, around } = props;
  const address = readSupportersAddress(chosen, platformIds);
  const today = dayOf(useNow(), around.zone);
  const lapsedAfter = around.settings.lapsedAfter ?? LAPSED_AFTER_DAYS;
  return 'person' in address ? (
    <Person
      {...props}
      key={personAddress(address.person)}
      person={address.person}
      whose={address.whose}
      today={today}
      lapsedAfter={lapsedAfter}
    />
  ) : (
    <LeaderBoard {...props} address={address.board} today={today} lapsedAfter={lapsedAfter} />
  );
}

function LeaderBoard(
  props: OpenedScreen & { address: BoardAddress; today: Day; lapsedAfter: number },
) {
  const { database, address, today, lapsedAfter } = props;
  const { board, trouble, rowAt, onShow } = useBoard(database, address, today, lapsedAfter);
  return (
    <ScreenBody loading={board === null} trouble={trouble}>
      {board !== null && (
        <BoardScreen
          view={board.view}
          rowAt={rowAt}
          onShow={onShow}
          onBoard={goTo}
          lapsedAfter={lapsedAfter}
          onLapsedAfter={(days) => void chooseLapsedAfter(days)}
        />
      )}
    </ScreenBody>
  );
}

/** Asks for another leaderboard: the address says so, and the back button goes back, but not through every letter typed. */
function goTo(board: BoardAddress, typing = false): void {
  const address = boardAddress(board);
  if (typing) location.replace(address);
  else location.hash = address;
}

function Person(
  props: OpenedScreen & {
    person: OnPlatform<AccountId>;
    whose: Whose | null;
    today: Day;
    lapsedAfter: number;
  },
) {
  const { database, around, run, person, whose, today, lapsedAfter } = props;
  const { value, trouble } = useLive(async () => {
    const { display } = await costsAndPrices(database, around);
    return { page: await personPage(database, person, { today, display, lapsedAfter, whose }) };
  }, [database, around, personAddress(person, whose), today, lapsedAfter]);
  const page = value?.page ?? null;
  const work = useLongWork();
  const actions = useMemo(
    (): PersonActions => ({
      onNote: ({ platform, id }, note) =>
        run({ type: 'person-noted', platform, person: id, note }, 'person-noted'),
      onHide: (hidden) => {
        const accounts = page?.accounts ?? [];
        // Shown again is somebody only where none of their accounts is hidden any more.
        const wanted = hidden ? accounts.slice(0, 1) : accounts.filter((each) => each.hidden);
        for (const { platform, id } of wanted) {
          const what = hidden ? 'person-hidden' : 'person-shown';
          run({ type: 'person-hidden', platform, person: id, hidden }, what);
        }
      },
      onLink: (other) => void mergePeople(database, run, other, person),
      onSeparate: (account) =>
        run({ type: 'people-merged', ...separationOf(account) }, 'people-separated'),
      onDelete: () => {
        if (page === null) return;
        void longWork
          .run('forget-person', () => deletePerson(database, page))
          .then((done) => {
            if (done) location.replace(boardAddress({}));
          });
      },
      findPeople: (text) => findPeople(database, text),
    }),
    [database, run, page, personAddress(person)],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {'work' in work && work.work === 'forget-person' && (
        <WorkNote work={work} onCancel={() => longWork.cancel()} />
      )}
      {value !== null && (
        <PersonScreen
          page={page}
          actions={actions}
          onWhose={(other) => {
            location.hash = personAddress(person, other);
          }}
        />
      )}
    </ScreenBody>
  );
}
