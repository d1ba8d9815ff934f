import type { Whose } from '../../../utils/core/creator.ts';
import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { PersonActions, PersonPage } from '../../../utils/core/supporter-views.ts';
import { boardAddress } from '../../../utils/core/supporters-address.ts';
import { basisWords } from '../../basis-words.ts';
import { isolate } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { figureOf, isAllUnpriced, Unpriced, unitsWords } from '../../sum-words.tsx';
import { WhoseChoice, whoseWords } from '../streams/whose-choice.tsx';
import { PersonAccounts } from './person-accounts.tsx';
import { PersonGifts, PersonSessions } from './person-given.tsx';
import { PersonHead } from './person-head.tsx';
import { aboutWords, dayWords, givenWords } from './supporter-words.ts';

/** One person: who they are, what they gave and what they got, and what the user says of them. */
export function PersonScreen(props: {
  /** Null where the address names nobody who is known. */
  page: PersonPage | null;
  actions: PersonActions;
  onWhose(whose: Whose): void;
}) {
  const { t } = useScreen();
  const { page, actions } = props;
  return (
    <>
      <p>
        <a class="back" href={boardAddress({})}>
          {t('personBack')}
        </a>
      </p>
      {page === null ? (
        <div class="panel empty">
          <h3>{t('personMissingTitle')}</h3>
          <p>{t('personMissing')}</p>
        </div>
      ) : (
        <>
          <PersonHead page={page} actions={actions} />
          <WhoseChoice whose={page.whose} creators={page.creators} onChoose={props.onWhose} />
          <Gave page={page} />
          {page.gave !== null && (
            <div class="columns">
              <PersonGifts gave={page.gave} />
              <PersonSessions gave={page.gave} />
            </div>
          )}
          <Got page={page} />
          <PersonAccounts page={page} actions={actions} />
        </>
      )}
    </>
  );
}

function Gave({ page }: { page: PersonPage }) {
  const screen = useScreen();
  const { t, counted } = screen;
  const { gave } = page;
  if (gave === null) return null;
  const { sum, worth, first, last, streams, filter } = gave;
  const entries = ledgerAddress(filter);
  return (
    <section class="panel total">
      <h3>
        {page.whose === 'mine'
          ? t('personGave')
          : t('personGaveTo', [isolate(whoseWords(page, screen))])}
      </h3>
      <a class="figure" href={entries} title={givenWords(sum, screen)}>
        <bdi>{givenWords(sum, screen, 18)}</bdi>
      </a>
      <p class="under">
        {[aboutWords(worth, screen), counted(sum.gifts, 'gifts'), counted(streams, 'inStreams')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="under">
        {t('personFirstLast', [dayWords(first, screen), dayWords(last, screen)])}
        {' · '}
        <a href={entries}>{counted(sum.entries, 'entries')}</a>
      </p>
      <Unpriced sum={sum} />
    </section>
  );
}

function Got({ page }: { page: PersonPage }) {
  const screen = useScreen();
  const { t, counted } = screen;
  const { got } = page;
  if (got === null) return null;
  const { sum, first, last } = got;
  const { short, full } = figureOf(sum, sum.money, screen, 18);
  const filter = { direction: 'sent', creator: { platform: page.platform, id: page.id } } as const;
  const under = [
    sum.money === null ? '' : unitsWords(sum, sum.money, screen, 16),
    isAllUnpriced(sum) ? '' : basisWords(sum, screen),
  ].filter(Boolean);
  return (
    <section class="panel total">
      <h3>{t('personGot')}</h3>
      <a class="figure" href={ledgerAddress(filter)} title={full}>
        <bdi>{short}</bdi>
      </a>
      {under.length > 0 && <p class="under">{under.join(' · ')}</p>}
      <p class="under">
        {t('personFirstLast', [dayWords(first, screen), dayWords(last, screen)])}
        {' · '}
        <a href={ledgerAddress(filter)}>{counted(sum.entries, 'entries')}</a>
      </p>
      <Unpriced sum={sum} />
    </section>
  );
}
