import { type LedgerFilter, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { LedgerSum } from '../../../utils/core/ledger-views.ts';
import { formatShare } from '../../format.ts';
import { useScreen } from '../../screen.ts';
import { barFigure, type Measure } from './measure.ts';

/** One row: a name, its figure, and its part of the whole as a bar and in per cent. */
export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly sum: LedgerSum;
  /** Null where the ledger cannot be asked for its entries. */
  readonly filter: Partial<LedgerFilter> | null;
  /** Its figure, where that is not the sum. */
  readonly figure?: string;
}

/** Rows with bars, most first as given. Each leads to the entries that make it. */
export function BarList(props: {
  title: string;
  rows: readonly BarRow[];
  whole: LedgerSum;
  measure: Measure;
  /** Said below. */
  more?: string;
}) {
  const { measure } = props;
  const whole = measure(props.whole);
  return (
    <section class="panel">
      <h3>{props.title}</h3>
      <ul class="bar-rows">
        {props.rows.map((row) => {
          const share = whole === 0 ? 0 : Math.min(1, measure(row.sum) / whole);
          return (
            <li key={row.key}>
              {row.filter === null ? (
                <div>
                  <Row row={row} share={share} />
                </div>
              ) : (
                <a href={ledgerAddress(row.filter)}>
                  <Row row={row} share={share} />
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {props.more !== undefined && <p class="under">{props.more}</p>}
    </section>
  );
}

function Row({ row: { name, sum, figure }, share }: { row: BarRow; share: number }) {
  const screen = useScreen();
  return (
    <>
      <bdi class="cut" title={name}>
        {name}
      </bdi>
      <b class="amount">
        <bdi>{figure ?? barFigure(sum, screen)}</bdi>
      </b>
      <span class="bar-line" aria-hidden="true">
        <i style={{ inlineSize: `${Math.max(share === 0 ? 0 : 1, share * 100)}%` }} />
      </span>
      <small class="amount">{formatShare(share, screen.locale)}</small>
    </>
  );
}
