import { type MoneyRange, middleOf } from '../../utils/core/conversion.ts';
import type { LedgerFilter } from '../../utils/core/ledger-filter.ts';
import type { Money } from '../../utils/core/money.ts';
import type { Sum } from '../../utils/core/views.ts';
import { useScreen } from '../screen.ts';
import { figureOf, isAllUnpriced, isEmpty, SumParts, Unpriced } from '../sum-words.tsx';
import { rangeWords } from '../worth-words.ts';
import { LedgerLink } from './ledger-link.tsx';

/** A small card with one sum. `sum` is null where there is no stream; `none` says so. A range is an estimate. */
export function SumCard(props: {
  label: string;
  sum: Sum | null;
  money: Money | MoneyRange | null;
  none: string;
  /** The entries that make the sum. */
  entries: Partial<LedgerFilter> | null;
}) {
  const screen = useScreen();
  const { sum } = props;
  const range = props.money !== null && 'least' in props.money ? props.money : null;
  const money =
    props.money !== null && 'least' in props.money ? middleOf(props.money) : props.money;
  return (
    <section class="card">
      <h3>{props.label}</h3>
      {sum === null || isEmpty(sum) ? (
        <p class="card-none">{sum === null ? props.none : screen.t('noneYet')}</p>
      ) : (
        <>
          <CardFigure sum={sum} money={money} range={range} entries={props.entries} />
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
  range: MoneyRange | null;
  entries: Partial<LedgerFilter> | null;
}) {
  const screen = useScreen();
  const { sum, money, range } = props;
  const { short, full } = figureOf(sum, money, screen, 12);
  const estimated = range !== null && !isAllUnpriced(sum);
  return (
    <b title={estimated ? rangeWords(range, screen) : full} data-quiet={isAllUnpriced(sum)}>
      <LedgerLink to={props.entries} title={estimated ? rangeWords(range, screen) : full}>
        <bdi>{estimated ? screen.t('about', [short]) : short}</bdi>
      </LedgerLink>
    </b>
  );
}
