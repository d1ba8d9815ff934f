import type { LedgerFilter } from '../../utils/core/ledger-filter.ts';
import type { Money } from '../../utils/core/money.ts';
import type { Sum } from '../../utils/core/views.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isAllUnpriced, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { LedgerLink } from './ledger-link.tsx';

/** A small card with one sum. `sum` is null where there is no stream; `none` says so. */
export function SumCard(props: {
  label: string;
  sum: Sum | null;
  money: Money | null;
  estimate?: boolean;
  none: string;
  /** The entries that make the sum. */
  entries: Partial<LedgerFilter> | null;
}) {
  const screen = useScreen();
  const { sum, money } = props;
  return (
    <section class="card">
      <h3>{props.label}</h3>
      {sum === null || isEmpty(sum) ? (
        <p class="card-none">{sum === null ? props.none : screen.t('noneYet')}</p>
      ) : (
        <>
          <CardFigure
            sum={sum}
            money={money}
            estimate={props.estimate ?? false}
            entries={props.entries}
          />
          <small>
            <SumParts sum={sum} money={money} fit={9} />
          </small>
          <Unpriced sum={sum} />
        </>
      )}
    </section>
  );
}

function CardFigure(props: {
  sum: Sum;
  money: Money | null;
  estimate: boolean;
  entries: Partial<LedgerFilter> | null;
}) {
  const screen = useScreen();
  const { short, full } = figureOf(props.sum, props.money, screen, 12);
  const estimated = props.estimate && props.money !== null && !isAllUnpriced(props.sum);
  return (
    <b title={full} data-quiet={isAllUnpriced(props.sum)}>
      <LedgerLink to={props.entries} title={full}>
        <bdi>{estimated ? screen.t('about', [short]) : short}</bdi>
      </LedgerLink>
    </b>
  );
}
