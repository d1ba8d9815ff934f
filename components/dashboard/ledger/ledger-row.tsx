import type { LedgerRow } from '../../../utils/core/ledger-views.ts';
import { formatMomentShort } from '../../dates.ts';
import { entryCost, entryUnits } from '../../entry-label.ts';
import { EntryName } from '../../entry-name.tsx';
import { type Screen, useScreen } from '../../screen.ts';

/** One payment of the ledger's list, as a link to its story. */
export function LedgerRowLink(props: {
  row: LedgerRow;
  href: string;
  open: boolean;
  active: boolean;
}) {
  const screen = useScreen();
  const { t, zone, language } = screen;
  const { row } = props;
  const who = screen.name(row.other);
  const { main, below } = amountsOf(row, screen);
  const state = stateWords(row, screen);
  return (
    <a
      class="ledger-row"
      href={props.href}
      tabIndex={props.active ? 0 : -1}
      data-void={row.correction === 'void'}
      {...(props.open ? { 'aria-current': 'true' as const } : {})}
    >
      <EntryName entry={row} />
      <b class="amount">
        <bdi>{main}</bdi>
      </b>
      <small class="facts">
        <span class="direction" data-direction={row.direction}>
          {t(row.direction === 'sent' ? 'ledgerSentTo' : 'ledgerReceivedFrom')}
        </span>
        <bdi class="cut" title={who}>
          {who}
        </bdi>
        <span class="when">{formatMomentShort(row.at, screen.now, zone, language)}</span>
        {state !== '' && <span class="state">{state}</span>}
      </small>
      <small class="amount coin">{below}</small>
    </a>
  );
}

/** While a row is read. */
export function LedgerRowWaiting() {
  const { t } = useScreen();
  return (
    <div class="ledger-row" data-waiting>
      <span class="unseen">{t('loading')}</span>
    </div>
  );
}

/** What is to be known of an entry beside what it says: that it does not count, was corrected, or is not over. */
export function stateWords({ correction, state }: LedgerRow, { t }: Screen): string {
  if (correction !== null) return t(correction === 'void' ? 'entryVoid' : 'entryCorrected');
  if (state === 'closed') return '';
  return t(state === 'open' ? 'entryOpen' : 'entryUnconfirmed');
}

/** Money first for what was sent; what came in is told in the platform's own unit. */
function amountsOf(row: LedgerRow, screen: Screen): { main: string; below: string } {
  const coins = entryUnits(row, screen);
  if (row.direction === 'received') {
    return { main: coins || screen.t('basis_unknown'), below: '' };
  }
  return {
    main: entryCost(row, screen),
    below: row.money === null ? '' : coins || screen.t(`basis_${row.basis}`),
  };
}
