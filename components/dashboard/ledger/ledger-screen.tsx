import type { ComponentChild } from 'preact';
import { askedFor, type LedgerFilter, ledgerAddress } from '../../../utils/core/ledger-filter.ts';
import type { LedgerRow, LedgerView } from '../../../utils/core/ledger-views.ts';
import { formatDay } from '../../dates.ts';
import { isolate, safeText } from '../../names.ts';
import { useScreen } from '../../screen.ts';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerRowLink, LedgerRowWaiting } from './ledger-row.tsx';
import { LedgerSumsPanel } from './ledger-sums.tsx';
import { LongList } from './long-list.tsx';

/** In px: a name with its amount, and one line of facts. */
const ROW = 60;

/** Every payment, newest first, with what is asked of them, what they add up to, and one's story where it is open. */
export function LedgerScreen(props: {
  view: LedgerView;
  rowAt(index: number): LedgerRow | null;
  onShow(first: number, last: number): void;
  onFilter(filter: LedgerFilter, typing?: boolean): void;
  /** Adding a payment by hand: the button, or its form. */
  add?: ComponentChild;
  story?: ComponentChild;
  /** Carrying the shown entries away. */
  exports?: ComponentChild;
}) {
  const screen = useScreen();
  const { t } = screen;
  const { view } = props;
  const { address, count, counting, since } = view;
  const { filter, entry, unread } = address;
  const isEmptyLedger = since === null && !counting && askedFor(filter) === 0;
  return (
    <>
      <div class="bar">
        <p class="lead">
          {since !== null &&
            t('ledgerSince', [formatDay(since, screen.now, screen.zone, screen.language)])}
        </p>
      </div>
      {props.add}
      {unread.length > 0 && (
        <p class="note" data-tone="check" role="alert">
          {t('addressUnread', [isolate(safeText(unread.join(', ')))])}
        </p>
      )}
      {isEmptyLedger ? (
        <div class="panel empty">
          <h3>{t('ledgerEmptyTitle')}</h3>
          <p>{t('ledgerEmpty')}</p>
        </div>
      ) : (
        <LedgerFilters
          filter={filter}
          names={view.names}
          platforms={view.platforms}
          onFilter={props.onFilter}
        />
      )}
      <div class="ledger" data-story={props.story !== undefined && props.story !== null}>
        {props.story}
        {!isEmptyLedger && (
          <div class="ledger-list">
            <LedgerSumsPanel view={view} />
            {count > 0 && props.exports}
            {count === 0 ? (
              <p class="panel none">{t(counting ? 'counting' : 'ledgerNoneFound')}</p>
            ) : (
              <LongList
                label={t('ledgerList')}
                count={count}
                counted={!counting}
                rowHeight={ROW}
                listKey={ledgerAddress(filter)}
                onShow={props.onShow}
                draw={(index, active) => {
                  const row = props.rowAt(index);
                  return row === null ? (
                    <LedgerRowWaiting />
                  ) : (
                    <LedgerRowLink
                      row={row}
                      href={ledgerAddress(filter, row.id)}
                      open={row.id === entry}
                      active={active}
                    />
                  );
                }}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}
