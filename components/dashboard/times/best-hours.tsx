import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { TimesView } from '../../../utils/core/times-views.ts';
import { formatLength } from '../../dates.ts';
import { useScreen } from '../../screen.ts';
import { barFigure } from '../overview/measure.ts';
import { hourWords } from '../overview/week-words.ts';
import { TableHead } from '../table-head.tsx';

/** The hours of the week that brought most for an hour on air. */
export function BestHours({ best }: Pick<TimesView, 'best'>) {
  const screen = useScreen();
  const { t, language } = screen;
  return (
    <section class="panel">
      <h3>{t('bestHours')}</h3>
      <p class="under">{t('bestHoursMean')}</p>
      {best.length === 0 ? (
        <p class="none">{t('bestHoursNone')}</p>
      ) : (
        <table class="table">
          <TableHead
            of={t('columnHour')}
            figures={[t('columnAnHour'), t('columnOnAir'), t('columnSum')]}
          />
          <tbody>
            {best.map(({ of, perHour, minutes, sum, filter }) => (
              <tr key={`${of.weekday} ${of.hour}`}>
                <th scope="row">
                  <a href={ledgerAddress(filter)}>{hourWords(of, screen)}</a>
                </th>
                <td class="amount">
                  {perHour.map(({ unit, units }) => screen.units(units, unit, 9)).join(' · ')}
                </td>
                <td class="amount">{formatLength(minutes * 60_000, language)}</td>
                <td class="amount">{barFigure(sum, screen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
