import { inMonth } from '../../utils/core/ledger-filter.ts';
import { unitsIn } from '../../utils/core/summing.ts';
import type { Month } from '../../utils/core/time.ts';
import type { CreatorRow, Sum } from '../../utils/core/views.ts';
import { formatMonth } from '../dates.ts';
import { formatShare } from '../format.ts';
import { useScreen } from '../screen.ts';
import { figureOf } from '../sum-words.tsx';
import { LedgerLink } from './ledger-link.tsx';

/** Who got most of the month's sum. The bar repeats the per cent that stand beside it. */
export function CreatorList(props: { rows: readonly CreatorRow[]; whole: Sum; month: Month }) {
  const { t, language } = useScreen();
  return props.rows.length === 0 ? null : (
    <section class="section">
      <h2>{t('creators', [formatMonth(props.month, language)])}</h2>
      <ul class="rows">
        {props.rows.map((row) => (
          <Creator key={row.creator.id} row={row} whole={props.whole} month={props.month} />
        ))}
      </ul>
    </section>
  );
}

function Creator({ row, whole, month }: { row: CreatorRow; whole: Sum; month: Month }) {
  const screen = useScreen();
  const creator = { platform: row.platform, id: row.creator.id };
  const entries = { ...inMonth(month), direction: 'sent' as const, creator };
  const share = shareOf(row.sum, whole);
  const percent = share === null ? '' : formatShare(share, screen.locale);
  const who = screen.name(row.creator);
  const { short, full } = figureOf(row.sum, row.sum.money, screen, 12);
  return (
    <li class="creator">
      <b>
        <bdi class="cut" title={who}>
          {who}
        </bdi>
      </b>
      <b class="amount" title={full}>
        <LedgerLink to={entries} title={full}>
          <bdi>{short}</bdi>
        </LedgerLink>
      </b>
      {share !== null && (
        <>
          <span class="bar" aria-hidden="true">
            <i style={{ inlineSize: `${Math.max(1, share * 100)}%` }} />
          </span>
          <small class="amount">
            {screen.t('shareOf', [percent, formatMonth(month, screen.language)])}
          </small>
        </>
      )}
    </li>
  );
}

/**
 * The part of `whole` that `part` is, by money where both have it in one currency, else by units; null where there are
 * several, which cannot be added.
 */
export function shareOf(part: Sum, whole: Sum): number | null {
  const byMoney = part.money !== null && part.money.currency === whole.money?.currency;
  const [first, ...others] = whole.amounts;
  if (!byMoney && (first === undefined || others.length > 0)) return null;
  const [of, all] = byMoney
    ? [majorOf(part.money), majorOf(whole.money)]
    : [first === undefined ? 0 : unitsIn(part, first.unit), first?.units ?? 0];
  return all > 0 ? Math.min(1, of / all) : 0;
}

/** Near enough for the length of a bar. */
const majorOf = ({ amount, scale }: { amount: number; scale: number }) => amount / 10 ** scale;
