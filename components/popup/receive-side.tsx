import { inMonth } from '../../utils/core/ledger-filter.ts';
import type { PopupView } from '../../utils/core/views.ts';
import { formatMonth } from '../dates.ts';
import { formatCount } from '../format.ts';
import { unitWords, useScreen } from '../screen.ts';
import { figureOf, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { Empty } from './empty.tsx';
import { EntryList } from './entry-list.tsx';
import { Hero } from './hero.tsx';
import { LedgerLink } from './ledger-link.tsx';
import { priceParts } from './price-words.ts';
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
      <ReceivedMonth view={view} />
      <div class="cards">
        <SumCard
          label={screen.t('thisSession')}
          sum={received.session}
          money={received.sessionWorth}
          estimate
          none={screen.t('noSession')}
          entries={view.session === null ? null : { direction: 'received', session: view.session }}
        />
        {received.session !== null && (
          <section class="card">
            <h3>{screen.t('gifters')}</h3>
            <b>
              <LedgerLink
                to={view.session === null ? null : { direction: 'received', session: view.session }}
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
  const { short, full } = figureOf(sum, monthWorth, screen, 14);
  const known = monthWorth !== null;
  return (
    <Hero
      label={screen.t(known ? 'worthMonth' : 'monthSoFar', [month])}
      figure={known ? screen.t('about', [short]) : short}
      entries={{ direction: 'received', ...inMonth(view.month) }}
      {...(full === undefined ? {} : { title: full })}
    >
      <p class="under">
        <SumParts sum={sum} money={monthWorth} fit={14} />
      </p>
      <p class="under">{known ? <WorthRate view={view} /> : screen.t('worthUnknown')}</p>
      <Unpriced sum={sum} />
    </Hero>
  );
}

function WorthRate({ view: { worthPerUnit } }: { view: PopupView }) {
  const screen = useScreen();
  if (worthPerUnit === null) {
    return null;
  }
  const each = screen.t(unitWords[worthPerUnit.unit].each, [
    screen.unitPrice(worthPerUnit.perUnit),
  ]);
  const { seen, source } = priceParts(worthPerUnit, screen);
  return <>{[screen.t('worthRate', [each]), seen, source].filter(Boolean).join(', ')}</>;
}
