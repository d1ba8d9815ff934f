import { middleOf } from '../../utils/core/conversion.ts';
import { inMonth } from '../../utils/core/ledger-filter.ts';
import type { PopupView } from '../../utils/core/views.ts';
import { formatMonth } from '../dates.ts';
import { formatCount } from '../format.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { rangeWords, worthEach, worthOrigin } from '../worth-words.ts';
import { Empty } from './empty.tsx';
import { EntryList } from './entry-list.tsx';
import { Hero } from './hero.tsx';
import { LedgerLink } from './ledger-link.tsx';
import { SumCard } from './sum-card.tsx';

/** What the user received as a creator: this month, this session, who gave, the last gifts. Worth is an estimate. */
export function ReceiveSide({ view }: { view: PopupView }) {
  const screen = useScreen();
  const { received } = view;
  const nothing =
    isEmpty(received.month) && received.session === null && received.last.length === 0;
  if (nothing) {
    return <Empty title={screen.t('emptyReceiveTitle')} hint="emptyReceive" />;
  }
  return (
    <>
      {received.of !== null && (
        <p class="under">{screen.t('receivedFor', [screen.person(received.of)])}</p>
      )}
      <ReceivedMonth view={view} />
      <div class="cards">
        <SumCard
          label={screen.t('thisSession')}
          sum={received.session}
          money={received.sessionWorth}
          none={screen.t('noSession')}
          entries={
            view.session === null ? null : { direction: 'received', session: [view.session] }
          }
        />
        {received.session !== null && (
          <section class="card">
            <h3>{screen.t('gifters')}</h3>
            <b>
              <LedgerLink
                to={
                  view.session === null ? null : { direction: 'received', session: [view.session] }
                }
              >
                <bdi>{formatCount(received.gifters, screen.locale, 10)}</bdi>
              </LedgerLink>
            </b>
            <small>{screen.t('inSession')}</small>
          </section>
        )}
      </div>
      <EntryList
        title={screen.t('lastReceived')}
        entries={received.last}
        measure={{ by: 'worth' }}
      />
    </>
  );
}

function ReceivedMonth({ view }: { view: PopupView }) {
  const screen = useScreen();
  const { month: sum, monthWorth } = view.received;
  const month = formatMonth(view.month, screen.language);
  if (isEmpty(sum)) {
    return (
      <Hero label={screen.t('monthSoFar', [month])} figure={screen.t('nothingReceived')} quiet />
    );
  }
  const middle = monthWorth === null ? null : middleOf(monthWorth);
  const { short, full } = figureOf(sum, middle, screen, 14);
  const known = monthWorth !== null;
  return (
    <Hero
      label={screen.t(known ? 'worthMonth' : 'monthSoFar', [month])}
      figure={known ? screen.t('about', [short]) : short}
      entries={{ direction: 'received', ...inMonth(view.month) }}
      {...(full === undefined ? {} : { title: full })}
    >
      <p class="under">
        <SumParts sum={sum} money={middle} fit={14} />
      </p>
      <p class="under">{known ? <WorthLine view={view} /> : screen.t('worthUnknown')}</p>
      <Unpriced sum={sum} />
    </Hero>
  );
}

/** The range behind the figure, the rate behind the range, and whose word that is. */
function WorthLine({ view: { worthRate, received } }: { view: PopupView }) {
  const screen = useScreen();
  if (worthRate === null || received.monthWorth === null) {
    return null;
  }
  const words = [
    rangeWords(received.monthWorth, screen),
    screen.t('worthRate', [worthEach(worthRate, screen)]),
    worthOrigin(worthRate, screen),
  ];
  return <>{words.join(' · ')}</>;
}
