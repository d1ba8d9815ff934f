import type { RankingCheck } from '../../../utils/core/battle.ts';
import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { CrossCheck, StreamView } from '../../../utils/core/stream-views.ts';
import { formatMoment, formatTimes } from '../../dates.ts';
import { formatCount } from '../../format.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { figureOf, Unpriced, unitsWords } from '../../sum-words.tsx';
import { rangeWords, worthSaidBy } from '../../worth-words.ts';
import { perHour, streamFigure } from './stream-words.ts';

/** What came in during a stream: what it is worth, about, by which rate, and the coins it is worked out from. */
export function StreamTotal({ view }: { view: StreamView }) {
  const screen = useScreen();
  const { t } = screen;
  const { row, rates } = view;
  const { gifts, worth, filter } = row;
  const { short, full } = streamFigure(row, screen, 18);
  const under = [
    worth === null ? '' : rangeWords(worth, screen),
    ...rates.map((rate) => worthSaidBy(rate, screen)),
    worth === null && gifts.amounts.length > 0 ? t('worthUnknown') : '',
  ].filter(Boolean);
  return (
    <section class="panel total">
      <h3>{t(worth === null ? 'totalReceived' : 'streamWorth')}</h3>
      <a class="figure" href={ledgerAddress(filter)} title={full}>
        <bdi>{short}</bdi>
      </a>
      {under.length > 0 && <p class="under">{under.join(' · ')}</p>}
      <p class="under">
        {gifts.amounts.length > 0 && (
          <>
            <span class="coin">{unitsWords(gifts, null, screen, 18)}</span>
            {' · '}
          </>
        )}
        {screen.counted(gifts.gifts, 'gifts')}
        {' · '}
        <a href={ledgerAddress(filter)}>{screen.counted(gifts.entries, 'entries')}</a>
      </p>
      <Unpriced sum={gifts} />
    </section>
  );
}

/** Gifters, what came in an hour, treasure chests and subscriptions: each on its own. */
export function StreamCards({ view }: { view: StreamView }) {
  const screen = useScreen();
  const { t, locale } = screen;
  const { summary, row } = view;
  const { stream, chests, subscriptions } = summary;
  const session = stream.rooms;
  const hourly = hourlyWords(view, screen);
  const chest = figureOf(chests, null, screen, 14);
  return (
    <div class="cards facts-cards">
      <section class="card">
        <h3>{t('gifters')}</h3>
        <b>{formatCount(row.gifters, locale, 10)}</b>
        <small>
          {[
            screen.counted(summary.newGifters, 'newGifters', 9),
            screen.counted(summary.returningGifters, 'returningGifters', 9),
          ].join(' · ')}
        </small>
      </section>
      {hourly !== null && (
        <section class="card">
          <h3>{t('anHourOnAir')}</h3>
          <b>
            <bdi>{hourly.amount}</bdi>
          </b>
          <small>{hourly.gifts}</small>
        </section>
      )}
      {chests.amounts.length > 0 && (
        <section class="card">
          <h3>{t('chests')}</h3>
          <b>
            <a href={ledgerAddress({ direction: 'received', kind: 'chest', session })}>
              <bdi>{chest.short}</bdi>
            </a>
          </b>
          <small>{t('chestsMean')}</small>
        </section>
      )}
      {subscriptions > 0 && (
        <section class="card">
          <h3>{t('subscriptions')}</h3>
          <b>
            <a href={ledgerAddress({ direction: 'received', kind: 'subscription', session })}>
              {formatCount(subscriptions, locale, 10)}
            </a>
          </b>
          <small>{t('subscriptionsMean')}</small>
        </section>
      )}
    </div>
  );
}

function hourlyWords(
  { row: { gifts, stream } }: StreamView,
  screen: Screen,
): { readonly amount: string; readonly gifts: string } | null {
  const count = perHour(gifts.gifts, stream);
  const [first] = gifts.amounts;
  const amount = first === undefined ? null : perHour(first.units, stream);
  if (count === null || first === undefined || amount === null) return null;
  return {
    amount: screen.units(amount, first.unit, 12),
    gifts: screen.counted(count, 'gifts', 9),
  };
}

/** What is to be known of how it was seen: breaks, stretches that nobody watched, and what the platform itself says. */
export function StreamNotes({ view }: { view: StreamView }) {
  const screen = useScreen();
  const { t } = screen;
  const { stream } = view.summary;
  return (
    <>
      {stream.breaks.length > 0 && (
        <p class="note">
          {t('streamBreaks', [stream.breaks.map((each) => formatTimes(each, screen)).join(', ')])}
        </p>
      )}
      {stream.gaps !== null && stream.gaps.length > 0 && (
        <p class="note" data-tone="check">
          {t('streamGaps', [stream.gaps.map((each) => formatTimes(each, screen)).join(', ')])}
        </p>
      )}
      {stream.gaps === null && <p class="note">{t('streamGapsUnknown')}</p>}
      {view.checks.map((check) => (
        <p key={check.unit} class="note" {...(check.missed > 0 ? { 'data-tone': 'check' } : {})}>
          {checkWords(check, screen)}
        </p>
      ))}
      {view.rankings.map((check) => (
        <p key={check.at} class="note" {...(check.missed > 0 ? { 'data-tone': 'check' } : {})}>
          {rankingWords(check, screen)}
        </p>
      ))}
    </>
  );
}

/** The same of those who gave most, by the room's own ranking. */
function rankingWords({ people, told, missed, unit, at }: RankingCheck, screen: Screen): string {
  const { t, zone, language } = screen;
  return t(missed > 0 ? 'rankingMissed' : 'rankingAll', [
    screen.counted(people, 'rankedPeople'),
    screen.units(told, unit),
    formatMoment(at, zone, language),
    screen.units(told - missed, unit),
  ]);
}

/** What was seen against what the platform says: `We saw 12,340 of 12,390 coins`. */
export function checkWords({ seen, told, missed, unit, at }: CrossCheck, screen: Screen): string {
  const { t, locale, zone, language } = screen;
  const when = formatMoment(at, zone, language);
  return missed > 0
    ? t('checkMissed', [formatCount(seen, locale), screen.units(told, unit), when])
    : t('checkAll', [screen.units(told, unit), when]);
}
