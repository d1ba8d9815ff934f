import { useMemo, useState } from 'preact/hooks';
import { ScreenBody } from '../../../components/dashboard/screen-body.tsx';
import { CompareTable } from '../../../components/dashboard/streams/compare-table.tsx';
import { FollowPanel } from '../../../components/dashboard/streams/follow-panel.tsx';
import { StreamList } from '../../../components/dashboard/streams/stream-list.tsx';
import { StreamPage } from '../../../components/dashboard/streams/stream-page.tsx';
import type { Whose } from '../../../utils/core/creator.ts';
import { platformIds } from '../../../utils/core/ids.ts';
import { readStreamsAddress, streamsAddress } from '../../../utils/core/streams-address.ts';
import { epochMs } from '../../../utils/core/time.ts';
import type { SessionId } from '../../../utils/core/totals.ts';
import { followsOf } from '../../../utils/storage/follows.ts';
import { findPeople } from '../../../utils/storage/name-search.ts';
import { battleSums, compareStreams, streamPage } from '../../../utils/storage/stream-page.ts';
import { streamList } from '../../../utils/storage/streams.ts';
import { openDesk } from '../../extension-pages/desk-windows.ts';
import { useLive } from '../../extension-pages/live.ts';
import type { OpenedScreen } from './opened-screen.ts';

/** As many streams as are read at once. */
const AT_ONCE = 30;

/** Live streams with their data: the list, one of them, or several side by side, as the address says. */
export function Streams(props: OpenedScreen) {
  const address = readStreamsAddress(props.chosen, platformIds);
  switch (address.show) {
    case 'list':
      return <List {...props} whose={address.whose} />;
    case 'stream':
      return <One key={address.stream} {...props} stream={address.stream} />;
    case 'compare':
      return <Several {...props} streams={address.streams} />;
  }
}

function List({ database, whose, run }: OpenedScreen & { whose: Whose | null }) {
  const [most, setMost] = useState(AT_ONCE);
  const list = useLive(
    async () => streamList(database, whose, most, epochMs(Date.now())),
    [database, streamsAddress(whose), most],
  );
  const follows = useLive(async () => followsOf(database), [database]);
  const find = useMemo(() => (text: string) => findPeople(database, text), [database]);
  return (
    <ScreenBody
      loading={list.value === null || follows.value === null}
      trouble={list.trouble || follows.trouble}
    >
      {list.value !== null && (
        <StreamList
          view={list.value}
          onWhose={(chosen) => {
            location.hash = streamsAddress(chosen);
          }}
          onOpenDesk={openDesk}
          onMore={() => setMost(most + AT_ONCE)}
        />
      )}
      {follows.value !== null && (
        <FollowPanel
          view={follows.value}
          find={find}
          onFollow={(platform, person, followed) =>
            run(
              { type: 'creator-followed', platform, person, followed },
              followed ? 'creator-followed' : 'creator-unfollowed',
            )
          }
        />
      )}
    </ScreenBody>
  );
}

function One({ database, stream }: OpenedScreen & { stream: SessionId }) {
  const page = useLive(
    async () => ({ view: await streamPage(database, stream, epochMs(Date.now())) }),
    [database, stream],
  );
  const battles = page.value?.view?.battles ?? [];
  const sums = useLive(battles.length === 0 ? null : async () => battleSums(database, battles), [
    database,
    page.value,
  ]);
  return (
    <ScreenBody loading={page.value === null} trouble={page.trouble || sums.trouble}>
      {page.value !== null && <StreamPage view={page.value.view} battles={sums.value} />}
    </ScreenBody>
  );
}

function Several({ database, streams }: OpenedScreen & { streams: readonly SessionId[] }) {
  const { value, trouble } = useLive(
    async () => compareStreams(database, streams, epochMs(Date.now())),
    [database, streams.join(' ')],
  );
  return (
    <ScreenBody loading={value === null} trouble={trouble}>
      {value !== null && <CompareTable view={value} />}
    </ScreenBody>
  );
}
