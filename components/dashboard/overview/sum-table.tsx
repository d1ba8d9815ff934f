import { ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { OverviewBar } from '../../../utils/core/ledger-views.ts';
import { useScreen } from '../../screen.ts';
import { TableHead } from '../table-head.tsx';
import { barFigure } from './measure.ts';

/** What a chart shows as a table, folded: for screen readers and for copying. Each row leads to its entries. */
export function SumTable<Of>(props: {
  /** What the first column holds. */
  column: string;
  bars: readonly OverviewBar<Of>[];
  keyOf(of: Of): string;
  nameOf(of: Of): string;
}) {
  const screen = useScreen();
  const { t } = screen;
  return (
    <details>
      <summary>{t('asTable')}</summary>
      <table class="table">
        <TableHead of={props.column} figures={[t('columnSum'), t('columnEntries')]} />
        <tbody>
          {props.bars.map(({ of, sum, filter }) => (
            <tr key={props.keyOf(of)}>
              <th scope="row">
                <a href={ledgerAddress(filter)}>{props.nameOf(of)}</a>
              </th>
              <td class="amount">{barFigure(sum, screen)}</td>
              <td class="amount">{screen.counted(sum.entries, 'entries')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
