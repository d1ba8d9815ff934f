import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { CompareView, StreamView } from '../../../utils/core/stream-views.ts';
import { streamAddress } from '../../../utils/core/streams-address.ts';
import type { AmountUnit } from '../../../utils/core/units.ts';
import { formatLength, formatMoments } from '../../dates.ts';
import { entryUnits } from '../../entry-label.ts';
import { formatCount } from '../../format.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { unitsWords } from '../../sum-words.tsx';
import type { MessageKey } from '../../text.ts';
import { rangeWords } from '../../worth-words.ts';
import { MinuteChart, rateOf } from './minute-chart.tsx';
import { perHour, streamTitle } from './stream-words.ts';

interface Line {
  readonly label: MessageKey;
  /** Empty where it is not known. */
  words(view: StreamView, screen: Screen): string;
}

const lines: readonly Line[] = [
  { label: 'compareWhen', words: ({ row }, screen) => formatMoments(row.stream, screen) },
  {
    label: 'compareLength',
    words: ({ row }, { language }) => formatLength(row.stream.liveMs, language),
  },
  {
    label: 'compareWorth',
    words: ({ row: { worth } }, screen) => (worth === null ? '' : rangeWords(worth, screen)),
  },
  {
    label: 'compareAmount',
    words: ({ row: { gifts } }, screen) => unitsWords(gifts, null, screen, 14),
  },
  {
    label: 'compareAnHour',
    words: ({ row: { gifts, stream } }, screen) =>
      gifts.amounts
        .flatMap(({ unit, units }) => {
          const hourly = perHour(units, stream);
          return hourly === null ? [] : [screen.units(hourly, unit, 12)];
        })
        .join(' · '),
  },
  {
    label: 'compareGifts',
    words: ({ row: { gifts } }, { locale }) => formatCount(gifts.gifts, locale, 12),
  },
  { label: 'gifters', words: ({ row }, { locale }) => formatCount(row.gifters, locale, 12) },
  {
    label: 'compareNew',
    words: ({ summary }, { locale }) => formatCount(summary.newGifters, locale, 12),
  },
  {
    label: 'compareReturning',
    words: ({ summary }, { locale }) => formatCount(summary.returningGifters, locale, 12),
  },
  {
    label: 'compareLargest',
    words: ({ largest: [first] }, screen) =>
      first === undefined ? '' : entryUnits(first.row, screen),
  },
  { label: 'chests', words: ({ summary }, screen) => unitsWords(summary.chests, null, screen, 12) },
  {
    label: 'subscriptions',
    words: ({ summary }, { locale }) => formatCount(summary.subscriptions, locale, 12),
  },
];

/** Streams side by side, figure by figure, each with its minutes. */
export function CompareTable({ view }: { view: CompareView }) {
  const screen = useScreen();
  const { t } = screen;
  const { streams, unknown } = view;
  // One scale for all of them, or charts beside each other could not be compared.
  const mostOf = (unit: AmountUnit | null) =>
    streams.reduce(
      (most, { bins }) => bins.reduce((high, bin) => Math.max(high, rateOf(bin, unit)), most),
      0,
    );
  return (
    <>
      <p class="stream-back">
        <a href="#streams">{t('allStreams')}</a>
      </p>
      {unknown > 0 && <p class="note">{screen.counted(unknown, 'streamsNotKnown')}</p>}
      <section class="panel">
        <h3>{t('compareTitle')}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved sideways has to be reached by keys */}
        <section class="sideways" tabIndex={0} aria-label={t('compareTitle')}>
          <table class="table compare">
            <thead>
              <tr>
                <td />
                {streams.map(({ row }) => (
                  <th key={row.id} scope="col">
                    <a href={streamAddress(row.id)}>
                      <bdi>{streamTitle(row.stream, screen)}</bdi>
                    </a>
                    {row.creator !== null && (
                      <small>
                        <bdi>{screen.name(row.creator)}</bdi>
                      </small>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ label, words }) => (
                <tr key={label}>
                  <th scope="row">{t(label)}</th>
                  {streams.map((each) => (
                    <td key={each.row.id}>
                      {label === 'compareAmount' && each.row.gifts.entries > 0 ? (
                        <a href={ledgerAddress(each.row.filter)}>
                          <bdi>{words(each, screen)}</bdi>
                        </a>
                      ) : (
                        <bdi>{words(each, screen) || '–'}</bdi>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="under">{t('compareMeans')}</p>
      </section>
      <div class="columns">
        {streams.map((each) => (
          <section class="panel" key={each.row.id}>
            <h3>
              <bdi class="cut">{streamTitle(each.row.stream, screen)}</bdi>
            </h3>
            {each.row.gifts.entries === 0 ? (
              <p class="none">{t('noGifts')}</p>
            ) : (
              <MinuteChart view={each} mostOf={mostOf} />
            )}
          </section>
        ))}
      </div>
    </>
  );
}
