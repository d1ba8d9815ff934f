import { type LedgerFilter, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { MinuteBin } from '../../../utils/core/minute-bins.ts';
import type { BattleView, StreamView } from '../../../utils/core/stream-views.ts';
import { unitsIn } from '../../../utils/core/summing.ts';
import { epochMs } from '../../../utils/core/time.ts';
import type { AmountUnit } from '../../../utils/core/units.ts';
import { formatTime, formatTimes } from '../../dates.ts';
import { formatCount } from '../../format.ts';
import { type Screen, useScreen } from '../../screen.ts';
import { unitsWords } from '../../sum-words.tsx';
import { type Column, Columns, type Mark } from '../overview/columns.tsx';

const HEIGHT = 90;
/** As many as have room on a narrow window. */
const LABELS = 4;

/** What comes in within a minute in a bar's time: of a unit, or gifts where there is none. */
export function rateOf({ sum, minutes }: MinuteBin, unit: AmountUnit | null): number {
  return (unit === null ? sum.gifts : unitsIn(sum, unit)) / minutes;
}

/** Coins and gifts a minute over a stream's time, with battles marked and what was not seen; a table says the same. */
export function MinuteChart(props: {
  view: Pick<StreamView, 'bins' | 'row' | 'battles'>;
  /** What the full height stands for where charts are compared. */
  mostOf?: (unit: AmountUnit | null) => number;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view, mostOf } = props;
  const { bins, row, battles } = view;
  const units = row.gifts.amounts.map(({ unit }) => unit);
  const marks = marksOf(bins, battles, screen);
  const kinds = new Set(bins.map(({ watched }) => watched));
  return (
    <figure class="chart minutes">
      {units.map((unit) => (
        <Measured
          key={unit}
          bins={bins}
          row={row}
          marks={marks}
          unit={unit}
          most={mostOf?.(unit)}
        />
      ))}
      <Measured bins={bins} row={row} marks={marks} unit={null} most={mostOf?.(null)} />
      <ul class="legend">
        {marks.length > 0 && <li data-ground="mark">{t('legendBattle')}</li>}
        {kinds.has('gap') && <li data-ground="gap">{t('legendGap')}</li>}
        {kinds.has('break') && <li data-ground="break">{t('legendBreak')}</li>}
      </ul>
      <MinuteTable view={view} />
    </figure>
  );
}

/** What a bin leads to on the ledger page. */
function filterOf({ from, to }: MinuteBin, within: Partial<LedgerFilter>): Partial<LedgerFilter> {
  return { ...within, during: { from, to: epochMs(to - 1) } };
}

function Measured(props: {
  bins: readonly MinuteBin[];
  row: StreamView['row'];
  marks: readonly Mark[];
  /** Null: gifts are counted. */
  unit: AmountUnit | null;
  most: number | undefined;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { bins, row, marks, unit } = props;
  const words = (bin: MinuteBin) => aMinute(rateOf(bin, unit), unit, screen);
  const step = Math.max(1, Math.ceil(bins.length / LABELS));
  const columns = bins.map(
    (bin, index): Column => ({
      key: String(bin.from),
      value: rateOf(bin, unit),
      title: [formatTimes(bin, screen), words(bin)].join(': '),
      href: bin.sum.entries === 0 ? null : ledgerAddress(filterOf(bin, row.filter)),
      label:
        index % step === 0 && index + step / 2 <= bins.length ? formatTime(bin.from, screen) : '',
      ...(bin.watched === 'seen' ? {} : { ground: bin.watched }),
    }),
  );
  const best = bins.reduce<MinuteBin | null>(
    (most, bin) => (most === null || rateOf(bin, unit) > rateOf(most, unit) ? bin : most),
    null,
  );
  return (
    <>
      <h4>
        {unit === null ? t('giftsAMinute') : t('amountAMinute')}
        {best !== null && (
          <small>{t('atMost', [words(best), formatTime(best.from, screen)])}</small>
        )}
      </h4>
      <Columns columns={columns} height={HEIGHT} marks={marks} most={props.most} />
    </>
  );
}

/** A rate a minute: whole ones, or one digit below ten. */
function aMinute(value: number, unit: AmountUnit | null, screen: Screen): string {
  const shown = value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  if (unit === null) return screen.t('aMinute', [formatCount(shown, screen.locale, 9)]);
  // Money is counted in whole minor units.
  const whole = unit.startsWith('money:') ? Math.round(value) : shown;
  return screen.t('aMinute', [screen.units(whole, unit, 9)]);
}

function marksOf(
  bins: readonly MinuteBin[],
  battles: readonly BattleView[],
  screen: Screen,
): readonly Mark[] {
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const part = (at: number) => Math.min(1, Math.max(0, (at - first) / (last - first)));
  return battles.flatMap(({ battle, end }) =>
    end === null
      ? []
      : [
          {
            key: battle.battle,
            from: part(battle.from),
            to: part(end),
            title: formatTimes({ from: battle.from, to: end }, screen),
          },
        ],
  );
}

function MinuteTable({
  view: { bins, row, battles },
}: {
  view: Pick<StreamView, 'bins' | 'row' | 'battles'>;
}) {
  const screen = useScreen();
  const { t, locale } = screen;
  const during = ({ from, to }: MinuteBin) =>
    battles.some(({ battle, end }) => end !== null && battle.from < to && end >= from);
  const told = bins.filter(({ sum, watched }) => sum.entries > 0 || watched !== 'seen');
  return (
    <details>
      <summary>{t('asTable')}</summary>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('columnTime')}</th>
            <th scope="col" class="amount">
              {t('columnSum')}
            </th>
            <th scope="col" class="amount">
              {t('columnGifts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">
                {bin.sum.entries === 0 ? (
                  formatTimes(bin, screen)
                ) : (
                  <a href={ledgerAddress(filterOf(bin, row.filter))}>{formatTimes(bin, screen)}</a>
                )}
                {(bin.watched !== 'seen' || during(bin)) && (
                  <small>
                    {[
                      ...(bin.watched === 'gap' ? [t('legendGap')] : []),
                      ...(bin.watched === 'break' ? [t('legendBreak')] : []),
                      ...(during(bin) ? [t('inBattle')] : []),
                    ].join(' · ')}
                  </small>
                )}
              </th>
              <td class="amount">{unitsWords(bin.sum, null, screen, 12) || '–'}</td>
              <td class="amount">{formatCount(bin.sum.gifts, locale, 9)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
